"""Where numbers are no figures whatever is around them: date expressions, addresses, times, codes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

_NOT_FIGURES = re.compile(
    r"""(?=[^A-Za-z\s]|\b[A-Za-z]|[hw])(?:                         # nothing else begins one: it is soon seen
      (?:https?://|www\.)\S+                                      # addresses of pages
    | \+?\(?\d{2,4}\)?[-.\u0020]\d{3,4}[-.\u0020]\d{4}\b          # phone numbers
    | \+\d[\d\u0020-]{7,} | (?:\(\d{3}\)\u0020?|\b\d{3}[-.])\d{3}[-.]\w{4,}
    | \b\d['’]\u0020?\d{1,2}\b                                     # a height in feet and inches
    | \b\d{1,2}[:.]\u0020?\d{2}(?::\d{2})?\u0020*(?:
          [ap]\.?\u0020?m\b\.?|hrs|hours|GMT|BST|CST|EST|EDT|PST|PDT|CDT|UTC|local)
    | \b\d{1,2}:\u0020?\d{2}\b(?!\d)                              # 12:30
    | \b\d{4}(?=\s?\(\d{4}\s(?:GMT|UTC))
    | \bat\u0020(?:[01]\d|2[0-3])[0-5]\d(?=\u0020(?:on|this|last|yesterday|today|hours)\b)   # at 1200 on 19 March
    | \b\d{3,4}\u0020(?:GMT|UTC|local|hours|LOCAL|HOURS)\b
    | \b\d{1,2}\u0020?[ap]\.?\u0020?m\b\.?
    | \[\d+\]                                                     # marks of notes
    | \b\d+(?:\u0020?/\u0020?\d+)+\b                                # 9/11
    | \b(?!(?:rs|usd|eur|gbp|us)\d)[A-Za-z]+\d[\w-]* | \b[A-Za-z]+-\d[\w-]*                  # B52, MiG-29
    | \b\d+[A-Z]\b(?<![KM]) | \b\d+[a-z]{1,2}-\w+
    | \#\s?\d+
    | \b\d+(?:\.\d+){2,}\b(?!\d)                                  # versions
    | \b\d+(?:\.\u0020?\d+)?[-\u0020]magnitude\b | \bmagnitude[-\u0020](?:of\u0020)?\d+(?:\.\u0020?\d+)?
    | \b\d+(?:\.\u0020?\d+)?\u0020on\u0020the\u0020(?:open\u0020|moment\u0020)?(?:Richter|magnitude)
    | \.\u0020?\d{2,3}(?=[-\u0020](?:cal|magnum|gauge|auto))        # .357 Magnum
    | (?<![\w.])\.\d{2,3}\b(?!\u0020?(?:%|per|inch|mile|second|of))  # a .38
    | \b\d{1,2}\u0020(?:Action\u0020|Eyewitness\u0020)?News\b
    | (?<![\d.,\u0020\u00a0\u202f\u2009])0\d+\b(?![.,]\d) | (?<=[^\d,.]\u0020)0\d+\b(?![.,]\d)   # 0600
    | \b\d{1,2}-0\d\b                                             # 06-17
    | \b\d+-\d+-\w+                                              # 1-800-273-TALK
    | \b\d{2,4}['’]s\b                                           # the 90’s
    | \b\d+[-\u0020](?:hundred[-\u0020])?block\b(?=\s(?:of|on|at)\b|[.,])
    | \b\d+(?:\.\d+)?\u0020?FM\b | \b\d+(?:ABC|CBS|FOX|NBC)\b | \b(?:text|texting)\b[^.\n]{0,60}?\bto\u0020\d{4,6}\b
    | \b(?:call|calls|called|calling|dial|dialed|dialled)\u0020(?:911|999|112)\b
    | \b\d*[½¼¾⅓⅔]-?\u0020?(?:second|minute|hour|day|week|month|year)
    | \b911\b(?=\u0020(?:is|must|should|was)\b)
    | \b(?:911|999|112|411)\u0020(?:call|caller|report|dispatch|operator|tape|system|center|centre|emergency)\w*
    | <[^<>\n]{0,200}>
    | (?<![\d\w])-\d+\.\d{3,} | \b\d{1,3}\.\d{5,}\b              # degrees of latitude
    | \b\d{1,3}(?:\.\d+)?\u0020?°(?!\u0020?[CF])(?:\u0020?\d{1,2}\u0020?[′'](?:\u0020?\d{1,2}\u0020?[″"])?)?
    | ©\s*\d+ | \b(?:c|C)opyright\s+\d+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")


class Skips:
    """The places of a text where numbers are no figures."""

    def __init__(self, text: str, dates: Iterable[tuple[int, int]]) -> None:
        """`dates` are the offsets of the date expressions."""
        plain = (m.span() for m in _NOT_FIGURES.finditer(text) if not _GROUPED.fullmatch(m.group()))
        # Looked for alone, since it may begin at any letter, and hardly a report has one.
        mail = (m.span() for m in _MAIL.finditer(text)) if "@" in text else ()
        spans = sorted([*dates, *plain, *mail])
        self._starts = [start for start, _ in spans]
        self._reach: list[int] = []
        for _, end in spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def holds(self, start: int, end: int) -> bool:
        """Whether the characters from `start` to `end` touch such a place."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._reach[at] > start
