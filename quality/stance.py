"""Stance and manner with gold spans: how often the rules agree with a reader who saw the same source, cue and content.

Prints, for the gold reports and for each sample of `training/annotations/stance-polnear-dev.jsonl`, the share of
attributions with the right stance (and manner, where it is annotated), and each disagreement with `--errors`.
The samples: `random` of all of PolNeAR's development half, `rare` without its commonest cues, `held-out` drawn like
`rare` but annotated after the lexicon was first written. On first sight the rules got 90.0 % of `held-out`; its errors
then led to additions, so it is held out no longer. Reader and writer of the lexicon are one, which flatters all three.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from accordingto.attribute.manner import manner
from accordingto.attribute.stance import stance
from accordingto.language.quotations import quotations
from accordingto.records import Manner, Stance
from quality.corpora import Bounds, polnear, shared

ANNOTATIONS = Path(__file__).resolve().parent.parent / "training" / "annotations" / "stance-polnear-dev.jsonl"


class Annotated(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of the annotations: a report of PolNeAR's development half, a cue in it, and its stance."""

    report: str
    cue: Bounds
    stance: Stance
    sample: str


class _Quoted(msgspec.Struct, frozen=True):
    text: str
    at: int

    @property
    def bounds(self) -> Bounds:
        return self.at, self.at + len(self.text)


class _Attribution(msgspec.Struct, frozen=True):
    cue: _Quoted | None
    content: tuple[_Quoted, ...]
    manner: Manner
    stance: Stance


class _Report(msgspec.Struct, frozen=True):
    attributions: tuple[_Attribution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An attribution with gold spans, and what a reader says of it; `manner` None where that was not annotated."""

    sample: str
    text: str
    cue: Bounds | None
    content: tuple[Bounds, ...]
    stance: Stance
    manner: Manner | None


def gold_cases(folder: Path) -> Iterator[Case]:
    """The attributions of the gold reports in `folder`."""
    for path in sorted((folder / "reports").glob("*.json")):
        text = (folder / "texts" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        for a in msgspec.json.decode(path.read_bytes(), type=_Report).attributions:
            yield Case(
                sample="gold",
                text=text,
                cue=a.cue.bounds if a.cue else None,
                content=tuple(c.bounds for c in a.content),
                stance=a.stance,
                manner=a.manner,
            )


def polnear_cases(folder: Path, annotations: Path) -> Iterator[Case]:
    """The annotated attributions of PolNeAR's development half; raises ValueError for a cue that is not in it."""
    reports = {report.name: report for report in polnear(folder).reports}
    for number, line in enumerate(annotations.read_bytes().splitlines(), 1):
        one = msgspec.json.decode(line, type=Annotated)
        report = reports[one.report]
        fitting = [m for m in report.marks if m.cue and m.content and (m.cue[0][0], m.cue[-1][1]) == one.cue]
        if not fitting:
            raise ValueError(f"{annotations.name} line {number}: {one.report} has no cue at {one.cue}")
        yield Case(
            sample=one.sample,
            text=report.text,
            cue=one.cue,
            content=tuple(sorted(fitting[0].content)),
            stance=one.stance,
            manner=None,
        )


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--errors", action="store_true", help="show each disagreement")
    show = parser.parse_args().errors
    right: dict[str, list[bool]] = defaultdict(list)
    cases = [*gold_cases(shared() / "gold"), *polnear_cases(shared() / "data/polnear/dev", ANNOTATIONS)]
    for case in cases:
        answers: list[tuple[str, str, str]] = [("stance", case.stance, stance(case.text, case.cue, case.content))]
        if case.manner:
            found = manner(case.text, case.content, quotations(case.text), case.cue)
            answers.append(("manner", case.manner, found))
        for what, gold, found_value in answers:
            right[f"{case.sample} {what}"].append(gold == found_value)
            if show and gold != found_value:
                cue = case.text[slice(*case.cue)] if case.cue else "-"
                print(f"{case.sample}: {gold}, not {found_value}: {cue} | {case.text[slice(*case.content[0])][:80]}")
    for name, hits in right.items():
        print(f"{name:20} {sum(hits):4} of {len(hits):4} {100 * sum(hits) / len(hits):6.1f} %")


if __name__ == "__main__":
    main()
