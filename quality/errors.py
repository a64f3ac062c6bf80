"""`python -m quality.errors`: what was missed, what is spurious and where the source is wrong, with the words around.

Prints only; for whoever works on the model or the rules.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from quality.corpora import Corpus, GoldMarks, Marked, Report, gold, gold_bounds, polnear, shared
from quality.polnear import marked, match
from quality.reading import maker, read_all

Fault = Literal["missed", "spurious", "source"]
_AROUND = 100


class Found(NamedTuple):
    """One fault: the attribution as it is in gold and as it was predicted, None where a side has none."""

    fault: Fault
    report: str
    gold: Marked | None
    pred: Marked | None
    confidence: float | None


def faults(name: str, text: str, gold: Sequence[Marked], pred: Sequence[tuple[Marked, float]]) -> Iterator[Found]:
    """The faults of one report, by kind."""
    found = match(text, gold, [a for a, _ in pred])
    hit, used = {p.gold for p in found.pairs}, {p.pred for p in found.pairs}
    yield from (Found("missed", name, a, None, None) for i, a in enumerate(gold) if i not in hit)
    yield from (Found("spurious", name, None, a, c) for j, (a, c) in enumerate(pred) if j not in used)
    for (i, j), right in zip(*found, strict=True):
        if not right:
            yield Found("source", name, gold[i], *pred[j])


def show(found: Found, text: str) -> str:
    """A fault as lines to read: each side's roles, then the words around."""
    lines = [
        f"{found.fault.upper()}  {found.report}" + ("" if found.confidence is None else f"  {found.confidence:.2f}")
    ]
    for side, a in (("gold", found.gold), ("here", found.pred)):
        if a is not None:
            lines += [
                f"  {side} {role:8}" + " … ".join(_line(text[s:e]) for s, e in getattr(a, role))
                for role in ("source", "cue", "content")
            ]
    spans = [b for a in (found.gold, found.pred) if a for b in (*a.source, *a.cue, *a.content)]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    lines.append(f"  around  {_line(text[max(0, start - _AROUND) : end + _AROUND])}")
    return "\n".join(lines)


def marks(report: Report[tuple[Marked, ...]] | Report[GoldMarks]) -> tuple[Marked, ...]:
    """The gold attributions of a report of either corpus; a gold report's cues are left out."""
    if isinstance(report.marks, tuple):
        return report.marks
    return tuple(
        Marked(source=gold_bounds(a.source), cue=(), content=tuple(b for s in a.content for b in gold_bounds(s)))
        for a in report.marks.attributions
    )


def main(argv: list[str] | None = None) -> int:
    """Read a corpus and print its faults."""
    parser = argparse.ArgumentParser(prog="python -m quality.errors", description=(__doc__ or "").split(": ", 1)[1])
    parser.add_argument("--corpus", choices=("polnear", "gold"), default="polnear")
    parser.add_argument("--fault", choices=get_args(Fault), help="one kind only")
    parser.add_argument("--report", help="only reports whose name has this in it")
    parser.add_argument("--model", help="a model folder, or the name of a model in the package")
    args = parser.parse_args(argv)
    corpus: Corpus[tuple[Marked, ...]] | Corpus[GoldMarks] = (
        gold(shared() / "gold") if args.corpus == "gold" else polnear(shared() / "data" / "polnear" / "dev")
    )
    reports = [r for r in corpus.reports if args.report is None or args.report in r.name]
    ledgers = read_all(reports, maker(args.model))
    for report in reports:
        text = ledgers[report.name].document.text
        pred = [(marked(a), a.confidence) for a in ledgers[report.name].attributions]
        for found in faults(report.name, text, marks(report), pred):
            if args.fault in (None, found.fault):
                print(show(found, text), end="\n\n")
    return 0


def _line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    raise SystemExit(main())
