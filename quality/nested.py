"""Statements within statements against what readers judged of them: how many that were judged are right. In per cent.

PolNeAR marks only outermost statements, so its marks say nothing of these. `training/annotations/` holds judgements of
nested statements in its development reports, as offsets: a source, a cue, content, and whether that is right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from accordingto.records import Attribution, Ledger
from quality.corpora import Bounds
from quality.overlap import percent

JUDGED = Path(__file__).resolve().parent.parent / "training" / "annotations" / "nested-polnear-dev.jsonl"
SAME = 0.5  # the share of code points, intersection over union, from which two contents are one


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A nested statement that was found in a report, and whether a reader held it to be right."""

    report: str
    source: Bounds | None
    cue: Bounds
    content: tuple[Bounds, ...]
    right: bool


def judgements(path: Path) -> dict[str, tuple[Judgement, ...]]:
    """The judgements of a file by the name of the report."""
    by_report: dict[str, list[Judgement]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        one = msgspec.json.decode(line, type=Judgement)
        by_report.setdefault(one.report, []).append(one)
    return {name: tuple(some) for name, some in by_report.items()}


def judge(attribution: Attribution, known: Sequence[Judgement]) -> bool | None:
    """What was judged of `attribution`: of a statement with the same cue and content; None where nothing was."""
    cue = attribution.cue
    if cue is None:
        return None
    own = {i for s in attribution.content for i in range(s.start, s.end)}
    for one in known:
        content = {i for start, end in one.content for i in range(start, end)}
        meets = one.cue[0] < cue.end and cue.start < one.cue[1]
        if meets and len(own & content) >= SAME * len(own | content):
            return one.right
    return None


def score(known: Mapping[str, Sequence[Judgement]], ledgers: Mapping[str, Ledger]) -> dict[str, float]:
    """How many nested statements in `ledgers`, of those judged, are right, and how many of the right ones are found.

    Statements that nobody judged count for neither.
    """
    verdicts = [
        verdict
        for name, some in known.items()
        if name in ledgers
        for a in ledgers[name].attributions
        if a.within is not None and (verdict := judge(a, some)) is not None
    ]
    right = sum(one.right for some in known.values() for one in some)
    return {
        "nested, judged: precision": percent(sum(verdicts), len(verdicts)),
        "nested, judged: recall": percent(sum(verdicts), right),
    }
