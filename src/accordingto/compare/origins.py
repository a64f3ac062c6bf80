"""Reported* -> Origin*: the texts, the publishers and the statements that figures go back to, each with its evidence.

Independence is counted on the third level: ten reports of what one spokesman said on one day have one origin.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from accordingto.compare.blocks import Groups
from accordingto.compare.copies import Copy
from accordingto.compare.periods import day_of
from accordingto.compare.publishers import Publisher, publisher
from accordingto.compare.ranges import Range, alike
from accordingto.compare.speakers import Voice
from accordingto.records import Level, Origin, Reported

_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_WORDS = re.compile(r"\w+")
_RUN = 6
"""So many words in quotation marks are one person's; shorter ones (`at least 12 people`) anybody may have said."""
_DAY = dt.timedelta(days=1)


def origins(
    figures: Sequence[Reported], speaking: Mapping[str, Voice], copied: Mapping[str, Copy]
) -> tuple[Origin, ...]:
    """The origins of figures on the three levels, in this order; each figure is in one of each level."""
    publishers = {f.document: publisher(f) for f in figures}
    texts = {f.document: copied[f.document].of if f.document in copied else f.document for f in figures}
    made = [
        _origin("text", _title(some), some, _copied(some, texts, copied))
        for some in _by(figures, [texts[f.document] for f in figures])
    ]
    of = [publishers[f.document] for f in figures]
    made += [
        _origin("publisher", publishers[some[0].document].name, some, _published(some, publishers))
        for some in _by(figures, [p.key for p in of])
    ]
    return (*made, *_statements(figures, speaking, texts, publishers))


def _statements(
    figures: Sequence[Reported],
    speaking: Mapping[str, Voice],
    texts: Mapping[str, str],
    publishers: Mapping[str, Publisher],
) -> list[Origin]:
    """Joins figures that repeat one statement, and says by what."""
    groups = Groups(len(figures))
    why: dict[int, set[str]] = defaultdict(set)
    for key, places in _repeated(figures, speaking, texts, publishers).items():
        ordered = sorted(
            places, key=lambda at: (_number(figures[at]), day_of(figures[at].published) or dt.date.min, at)
        )
        for a, b in pairwise(ordered):
            if _one(figures[a], figures[b], by_day=key[0] == "voice"):
                groups.join(a, b)
                why[a].add(key[1])
                why[b].add(key[1])
    found = []
    for some in groups.sets(range(len(figures))):
        evidence = sorted({reason for at in some for reason in why[at]})
        first = figures[some[0]]
        name = f"{speaking[first.id].name}: {first.figure.span.text}"
        found.append(_origin("statement", name, [figures[at] for at in some], evidence or ["stated once"]))
    return found


def _repeated(
    figures: Sequence[Reported],
    speaking: Mapping[str, Voice],
    texts: Mapping[str, str],
    publishers: Mapping[str, Publisher],
) -> Mapping[tuple[str, str], list[int]]:
    """What may make figures one statement -> their places: a voice, a text, a publisher's own word, quoted words."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    reports = Counter(text for text in {f.document: texts[f.document] for f in figures}.values())
    for at, figure in enumerate(figures):
        text = texts[figure.document]
        told = (
            f"in copies of one text ({text[:12]})" if reports[text] > 1 else f"told twice in one report ({text[:12]})"
        )
        voice = speaking[figure.id]
        found["text", told].append(at)
        if voice.known:
            found["voice", f"the same speaker, number and day: {voice.name}"].append(at)
        elif figure.speaker is None:
            name = publishers[figure.document].name
            found["voice", f"the same publisher's own word, number and day: {name}"].append(at)
        for words in _quotations(figure):
            found["words", f"the same quoted words: “{words}”"].append(at)
    return found


def _one(a: Reported, b: Reported, *, by_day: bool) -> bool:
    """Whether two figures that share a voice, a text or quoted words are of one statement."""
    first, second = _range(a), _range(b)
    if (a.figure.unit, a.figure.denied) != (b.figure.unit, b.figure.denied):
        return False
    same = (first.low, first.high) == (second.low, second.high) or alike(_said(first), _said(second))
    if not by_day:
        return same
    one, other = day_of(a.published), day_of(b.published)
    return same and (one is None or other is None or abs(one - other) <= _DAY)


def _quotations(figure: Reported) -> list[str]:
    """The longer runs of quoted words in the statement, in lower case and without punctuation."""
    text = " ".join(s.text for s in figure.statement)
    runs = (" ".join(_WORDS.findall(m[1].casefold())) for m in _QUOTED.finditer(text))
    return [run for run in runs if run.count(" ") >= _RUN - 1]


def _range(figure: Reported) -> Range:
    return Range(figure.figure.low, figure.figure.high, approx=figure.figure.approx, vague=figure.figure.vague)


def _said(range_: Range) -> float | None:
    return range_.mark if range_.mark is not None else range_.low


def _number(figure: Reported) -> float:
    return float(_said(_range(figure)) or 0)


def _by(figures: Sequence[Reported], keys: Sequence[str]) -> list[list[Reported]]:
    found: dict[str, list[Reported]] = defaultdict(list)
    for figure, key in zip(figures, keys, strict=True):
        found[key].append(figure)
    return list(found.values())


def _copied(some: Sequence[Reported], texts: Mapping[str, str], copied: Mapping[str, Copy]) -> list[str]:
    first = texts[some[0].document]
    others = sorted({f.document for f in some} - {first})
    lines = [f"{d[:12]} shares {copied[d].shared:.0%} of the words in a row with {first[:12]}" for d in others]
    return lines or ["no copy of it is known"]


def _published(some: Sequence[Reported], publishers: Mapping[str, Publisher]) -> list[str]:
    return sorted({publishers[f.document].evidence for f in some})


def _title(some: Sequence[Reported]) -> str:
    return next((f.title for f in some if f.title), some[0].document[:12])


def _origin(level: Level, name: str, some: Sequence[Reported], evidence: Sequence[str]) -> Origin:
    return Origin(
        level=level,
        name=name,
        figures=tuple(sorted(f.id for f in some)),
        documents=tuple(sorted({f.document for f in some})),
        evidence=tuple(evidence),
    )
