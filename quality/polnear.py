"""Ledgers against PolNeAR: token, overlap, exact and source scores (Newell et al. 2018; Pareti 2015).

Token scores count each token that a role covers anywhere in a report. Content overlap pairs attributions one to one at
a Jaccard of at least 0.5 over content tokens; "overlap and source" asks that the sources meet too. All in per cent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from accordingto.records import Attribution, Ledger
from quality.corpora import Corpus, Marked, Report
from quality.overlap import TOKEN, WORD, Pair, Tokenised, f1, pairs, percent, source_right

# The four measures that the model is held to, by their names in `score`.
MAIN = ("content overlap F1", "overlap and source F1", "content exact F1", "quoted: overlap and source F1")

_ROLES = ("source", "cue", "content")
_QUOTATION_MARK = re.compile(r"[\"“”„«»‘]|``|''")


class Matched(NamedTuple):
    """How one report's predictions meet its gold: the pairs, and for each whether the sources agree."""

    pairs: list[Pair]
    source_right: list[bool]


def marked(attribution: Attribution) -> Marked:
    """An attribution of a ledger as bounds."""
    source, cue = attribution.source, attribution.cue
    return Marked(
        source=((source.start, source.end),) if source else (),
        cue=((cue.start, cue.end),) if cue else (),
        content=tuple((s.start, s.end) for s in attribution.content),
    )


def predictions(report: Report[tuple[Marked, ...]], ledger: Ledger | None) -> tuple[Marked, ...]:
    """The attributions of a report's ledger, none where there is no ledger.

    Raises ValueError if the ledger is of another text: its offsets would score by chance.
    """
    if ledger is None:
        return ()
    if ledger.document.text != report.text:
        raise ValueError(f"the ledger of {report.name} has another text than the report: read the report again")
    return tuple(marked(a) for a in ledger.attributions)


def match(text: str, gold: Sequence[Marked], pred: Sequence[Marked]) -> Matched:
    """Pair predictions with gold by content, and compare the sources of each pair."""
    tokens = Tokenised(text, TOKEN)
    found = pairs([tokens.touched(a.content) for a in gold], [tokens.touched(a.content) for a in pred])
    right = [source_right(tokens.touched(gold[i].source), tokens.touched(pred[j].source)) for i, j in found]
    return Matched(found, right)


def score(corpus: Corpus[tuple[Marked, ...]], ledgers: Mapping[str, Ledger]) -> dict[str, float]:
    """All measures over `corpus`, by name; `quoted:` ones count only attributions with quotation marks in the content.

    A report without a ledger counts as one in which nothing was found.
    """
    everything: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    for report in corpus.reports:
        pred = predictions(report, ledgers.get(report.name))
        everything += _counted(report.text, report.marks, pred)
        quoted += _counted(
            report.text,
            [a for a in report.marks if _is_quoted(report.text, a)],
            [a for a in pred if _is_quoted(report.text, a)],
        )
    return _measures(everything) | {f"quoted: {name}": value for name, value in _measures(quoted).items()}


def _is_quoted(text: str, attribution: Marked) -> bool:
    return any(_QUOTATION_MARK.search(text[s:e]) for s, e in attribution.content)


def _counted(text: str, gold: Sequence[Marked], pred: Sequence[Marked]) -> Counter[str]:
    c: Counter[str] = Counter({"gold": len(gold), "pred": len(pred)})
    tokens, words = Tokenised(text, TOKEN), Tokenised(text, WORD)
    for role in _ROLES:
        g = tokens.touched(s for a in gold for s in getattr(a, role))
        p = tokens.touched(s for a in pred for s in getattr(a, role))
        c += Counter({f"{role} tokens right": len(g & p), f"{role} tokens pred": len(p), f"{role} tokens gold": len(g)})
    exact_gold = Counter(words.touched(a.content) for a in gold)
    exact_pred = Counter(words.touched(a.content) for a in pred)
    c["exact"] = (exact_gold & exact_pred).total()
    found = match(text, gold, pred)
    c["overlap"] = len(found.pairs)
    c["source right"] = sum(found.source_right)
    named = [right for (i, _), right in zip(*found, strict=True) if tokens.touched(gold[i].source)]
    c["named"], c["named right"] = len(named), sum(named)
    return c


def _measures(c: Counter[str]) -> dict[str, float]:
    out: dict[str, float] = {}
    for role in _ROLES:
        out |= _three(f"{role} tokens", *(c[f"{role} tokens {part}"] for part in ("right", "pred", "gold")))
    out |= _three("content overlap", c["overlap"], c["pred"], c["gold"])
    out |= _three("content exact", c["exact"], c["pred"], c["gold"])
    out |= _three("overlap and source", c["source right"], c["pred"], c["gold"])
    out["source accuracy"] = percent(c["source right"], c["overlap"])
    out["source accuracy where gold names one"] = percent(c["named right"], c["named"])
    return out


def _three(name: str, right: int, pred: int, gold: int) -> dict[str, float]:
    return {
        f"{name} precision": percent(right, pred),
        f"{name} recall": percent(right, gold),
        f"{name} F1": f1(right, pred, gold),
    }
