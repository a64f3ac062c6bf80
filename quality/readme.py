"""`python -m quality.readme`: the measurements in README.md, written from the committed results.

Between the two marks of README.md stands what quality/results.json and benchmarks/results.json say. `--check` fails
where it does not.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from benchmarks.results import RESULTS as SPEED_RESULTS
from benchmarks.results import Speed, Subject
from quality.polnear import MAIN
from quality.results import DETAIL, RESULTS, Results

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- measurements:begin -->", "<!-- measurements:end -->"

# Citron retrained on the same corpus, and two trained people against each other; both on PolNeAR's test half.
_PEERS = dict(zip(MAIN, ((59.7, 79.4), (54.8, 75.4), (42.5, 69.1), (66.4, 94.2)), strict=True))
GOLD = (
    "content overlap F1",
    "overlap and source F1",
    "overlap and speaker F1",
    "of matched: kind right",
    "of matched: manner right",
    "of matched: stance right",
    "of matched nested: nested",
    "figure: value F1",
    "figure of harm: harm and value F1",
    "figure of harm: harm, value and speaker F1",
    "date: value F1",
)
ELSEWHERE = {
    "figures-held": ("figure: found F1", "figure of harm: harm and value F1"),
    "wikiwars": ("TIMEX: found (relaxed) F1", "TIMEX: value F1"),
    "gum": ("speakers B-cubed F1",),
}
"""Measures of other corpora: passages on which no rule was tuned, histories with TIMEX3, news and interviews of GUM."""


_PROGRAMS = {
    "accordingto": "accordingto, the library call",
    "spacy": "spaCy 3.6 with en_core_web_sm alone",
    "textacy": "textacy's quotations on top of it",
}


def block(quality: Results, speed: Speed) -> str:
    """The Markdown between the marks, without them."""
    return "\n\n".join((_polnear(quality), _gold(quality), _elsewhere(quality), _speed(speed)))


def placed(readme: str, content: str) -> str:
    """`readme` with `content` between its marks; raises ValueError unless each mark stands there once, in order."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in rest or END in after:
        raise ValueError(f"README.md needs the marks {BEGIN} and {END}, each once and in this order")
    return f"{before}{BEGIN}\n{content}\n{END}{after}"


def main(argv: list[str] | None = None) -> int:
    """Write README.md anew, or check it; 1 if it does not say what the results say."""
    parser = argparse.ArgumentParser(prog="python -m quality.readme", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--check", action="store_true", help="write nothing; fail where README.md is out of date")
    parser.add_argument("--readme", type=Path, default=README)
    parser.add_argument("--quality", type=Path, default=RESULTS)
    parser.add_argument("--speed", type=Path, default=SPEED_RESULTS)
    args = parser.parse_args(argv)
    old = args.readme.read_text(encoding="utf-8")
    new = placed(
        old,
        block(
            msgspec.json.decode(args.quality.read_bytes(), type=Results),
            msgspec.json.decode(args.speed.read_bytes(), type=Speed),
        ),
    )
    if old == new:
        return 0
    if args.check:
        print("README.md is out of date: run python -m quality.readme", file=sys.stderr)
        return 1
    args.readme.write_text(new, encoding="utf-8")
    return 0


def _polnear(quality: Results) -> str:
    measures, corpus = quality.measures["polnear-dev"], quality.corpora["polnear-dev"]
    intro = (
        f"Quality, by `python -m quality.score` on {quality.date} with the model `{quality.reader.model}` "
        f"(sha256 `{quality.reader.model_sha256[:12]}`), in per cent, on the {corpus.reports} reports of PolNeAR's "
        "development half. Citron, retrained on the same corpus, and the two people were measured on the test half."
    )
    lines = [intro, "", "| measure | accordingto | BBC Citron | two trained people |", "|---|---:|---:|---:|"]
    lines += [f"| {name} | {measures[name]:.1f} | {_PEERS[name][0]} | {_PEERS[name][1]} |" for name in MAIN]
    lines += ["", f"Expected calibration error of an attribution's confidence: {quality.calibration_error:.3f}."]
    return "\n".join(lines)


def _gold(quality: Results) -> str:
    measures, corpus = quality.measures["gold"], quality.corpora["gold"]
    lines = [
        f"On {corpus.reports} gold reports of other outlets and years:",
        "",
        "| measure | accordingto |",
        "|---|---:|",
    ]
    lines += [f"| {name} | {measures[name]:.1f} |" for name in GOLD]
    lines += [f"| {n.removesuffix(' (count)')} | {v:.0f} |" for n, v in measures.items() if n.startswith(DETAIL)]
    return "\n".join(lines)


def _elsewhere(quality: Results) -> str:
    intro = (
        "The rules for speakers, figures and dates were made with the gold reports at hand. Beside them: passages held "
        "back from tuning, eleven histories (HeidelTime: 92.2 found, 83.2 value), and who speaks in GUM's news and "
        "interviews:"
    )
    lines = [intro, "", "| corpus | measure | accordingto |", "|---|---|---:|"]
    lines += [
        f"| {corpus}, {quality.corpora[corpus].reports} texts | {name} | {quality.measures[corpus][name]:.1f} |"
        for corpus, names in ELSEWHERE.items()
        for name in names
    ]
    return "\n".join(lines)


def _speed(speed: Speed) -> str:
    intro = (
        f"Speed, by `python -m benchmarks.speed` on {speed.date}, on one core of {speed.machine.processor} with "
        f"Python {speed.machine.python}: medians of {speed.repeats} rounds over {speed.texts} reports "
        f"({speed.words:,} words), all programs in turns. Ratios by wall time, and in brackets by processor time."
    )
    lines = [
        intro,
        "",
        "| program | words per second | of spaCy's speed | peak memory | a report from a cold start |",
        "|---|---:|---:|---:|---:|",
    ]
    lines += [_row(name, one) for name, one in speed.subjects.items()]
    wheel = "" if speed.wheel_mb is None else f" The wheel: {speed.wheel_mb:.1f} MB."
    command = (
        f"The whole command `accordingto read` on a report of {speed.command.words} words: "
        f"{speed.command.seconds:.2f} s and {speed.command.peak_mb:.0f} MB. "
        f"`import accordingto`: {speed.import_seconds:.3f} s.{wheel}"
    )
    return "\n".join([*lines, "", command])


def _row(name: str, one: Subject) -> str:
    failed = f" (failed on {one.failed})" if one.failed else ""
    cells = (
        f"{_PROGRAMS[name]}{failed}",
        f"{one.words_per_second:,.0f}",
        f"{one.ratio_to_spacy:.2f} ({one.cpu_ratio_to_spacy:.2f})",
        f"{one.peak_mb:.0f} MB",
        f"{one.cold_seconds:.2f} s",
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    raise SystemExit(main())
