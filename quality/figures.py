"""The figures of short passages: two thirds of them to work on, the third one of every three held back.

The passages are sorted by name; those at places 2, 5, 8 and so on, counted from 0, are the held ones. Nobody reads them
or changes a rule for them: what is measured there is what the rules are worth on text that they were not made on.
"""

from __future__ import annotations

import msgspec

from accordingto.records import Ledger
from quality import gold
from quality.calibration import calibration_error, reliability
from quality.corpora import Corpus, GoldMarks, Report

EVERY = 3
_MEASURES = "figure"


def halves(corpus: Corpus[GoldMarks]) -> tuple[Corpus[GoldMarks], Corpus[GoldMarks]]:
    """The tuned and the held part of the passages, as corpora of their own with the digest of the whole."""
    held = corpus.reports[EVERY - 1 :: EVERY]
    tuned = tuple(r for i, r in enumerate(corpus.reports) if i % EVERY != EVERY - 1)
    return (
        Corpus(name="figures-tuned", digest=corpus.digest, reports=tuned),
        Corpus(name="figures-held", digest=corpus.digest, reports=held),
    )


def score(corpus: Corpus[GoldMarks], ledgers: dict[str, Ledger]) -> dict[str, float]:
    """The measures of figures over passages, by name, and how well their confidence tells what is right."""
    found = gold.score(corpus, ledgers)
    return {name: value for name, value in found.items() if name.startswith(_MEASURES)} | {
        "figure: 100 - calibration error": 100 - 100 * calibration_error(reliability(outcomes(corpus, ledgers)))
    }


def outcomes(corpus: Corpus[GoldMarks], ledgers: dict[str, Ledger]) -> list[tuple[float, bool]]:
    """Each predicted figure's confidence, and whether it was right."""
    out = []
    for report in corpus.reports:
        ledger = ledgers.get(report.name)
        if ledger is not None:
            right = gold.found_figures(report, ledger)
            out += [(f.confidence, j in right) for j, f in enumerate(ledger.figures)]
    return out


def detail(corpus: Corpus[GoldMarks], ledgers: dict[str, Ledger], name: str) -> dict[str, float]:
    """How many figures of harm of one report have value, harm, speaker and period right; empty without the report."""
    counts = [_all_right(r, ledgers.get(r.name)) for r in corpus.reports if r.name == name]
    return {f"{name}: figures right in all, of {of} (count)": float(right) for right, of in counts}


def _all_right(report: Report[GoldMarks], ledger: Ledger | None) -> tuple[int, int]:
    """The figures of harm right in all, and how many the report has: asked one by one."""
    right = of = 0
    for figure in report.marks.figures:
        if figure.harm is not None:
            marks = msgspec.structs.replace(report.marks, attributions=(), figures=(figure,), dates=())
            one = gold.count(Report(name=report.name, path=report.path, text=report.text, marks=marks), ledger)
            right += one["harm all"] and one["harm period"]
            of += 1
    return right, of
