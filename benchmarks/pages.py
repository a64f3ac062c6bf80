"""`python -m benchmarks.pages`: how long each look-up of a page takes in a casebook of many reports.

`--make` fills a new casebook with made-up reports of events (see `event_reports`) and keeps their contests. Of more
than `--true` reports the rest are copies, made inside the database: of the same wording, but with documents, days,
towns' numbers and contests of their own. No entries lead to these, so such a casebook is for measuring look-ups and
nothing else: `verify` finds fault with it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from accordingto.casebook import (
    Casebook,
    ContestFilter,
    FigureFilter,
    ReportFilter,
    StatementFilter,
    VoiceFilter,
)
from accordingto.contesting import contests_up_to_date
from benchmarks.event_reports import event_reports
from benchmarks.many_times import multiply
from benchmarks.plain_reports import MadeUpReader

REPEATS = 7
TRUE = 500
_AT_ONCE = 500
Look = Callable[[Casebook], object]


def look_ups(casebook: Casebook) -> dict[str, Look]:
    """Each look-up that is timed, by what it asks for."""
    who = casebook.voices_page(VoiceFilter(name="World Health Organization")).items[0].id
    figure = casebook.figures_page(limit=1).items[0].figure
    contest = casebook.contests_page(sort="-figures").items[0].id
    last = casebook.head().number
    return {
        "reports, last added first": lambda c: c.reports_page(),
        "reports by day, page 100": lambda c: c.reports_page(sort="-published", offset=4_950),
        "reports by number of figures": lambda c: c.reports_page(sort="-figures"),
        "reports about 'killed' (all)": lambda c: c.reports_page(ReportFilter(text="killed"), sort="-published"),
        "reports about 'Mosul market'": lambda c: c.reports_page(ReportFilter(text="Mosul market"), sort="-published"),
        "reports with killed in Iraq by WHO": lambda c: c.reports_page(
            ReportFilter(harm="killed", place="Iraq", speaker="World Health Organization"), sort="title"
        ),
        "reports of an outlet in 2010/2012": lambda c: c.reports_page(
            ReportFilter(outlet="Hill Gazette of Kher", published_from="2010", published_to="2012"), sort="published"
        ),
        "reports in Mosul": lambda c: c.reports_page(ReportFilter(place="Mosul"), sort="-published"),
        "facets of all": lambda c: c.facets(),
        "facets of killed in Iraq": lambda c: c.facets(ReportFilter(harm="killed", place="Iraq")),
        "facets of 'Mosul market'": lambda c: c.facets(ReportFilter(text="Mosul market")),
        "figures, first added": lambda c: c.figures_page(),
        "figures by number": lambda c: c.figures_page(sort="-number"),
        "figures by number, page 200": lambda c: c.figures_page(sort="-number", offset=9_950),
        "killed, by day": lambda c: c.figures_page(FigureFilter(harm="killed"), sort="-published"),
        "killed in Iraq 2005/2006, by number": lambda c: c.figures_page(
            FigureFilter(harm="killed", place="Iraq", period="2005/2006"), sort="-number"
        ),
        "missing in Mosul, by speaker": lambda c: c.figures_page(
            FigureFilter(harm="missing", place="Mosul"), sort="speaker"
        ),
        "figures by WHO, by period": lambda c: c.figures_page(
            FigureFilter(speaker="World Health Organization"), sort="period"
        ),
        "figures from 3,990 to 4,000": lambda c: c.figures_page(FigureFilter(low=3_990, high=4_000), sort="outlet"),
        "figures, low confidence": lambda c: c.figures_page(FigureFilter(review="none"), sort="confidence"),
        "rejected figures": lambda c: c.figures_page(FigureFilter(review="rejected"), sort="-published"),
        "figures of a report": lambda c: c.figures_page(FigureFilter(document=figure.document)),
        "statements about 'killed' (most)": lambda c: c.statements_page(
            StatementFilter(about="killed"), sort="-published"
        ),
        "statements about '\"in Mosul\" missing'": lambda c: c.statements_page(
            StatementFilter(about='"in Mosul" missing'), sort="-published"
        ),
        "statements of a voice": lambda c: c.statements_page(StatementFilter(voice=who), sort="-published"),
        "voices": lambda c: c.voices_page(),
        "voices by name": lambda c: c.voices_page(sort="name", offset=100),
        "voices named Marrant": lambda c: c.voices_page(VoiceFilter(name="Marrant")),
        "a voice": lambda c: c.voice(who),
        "its roles": lambda c: c.roles_page(who, sort="-published"),
        "decisions": lambda c: c.decisions_page(),
        "rejections": lambda c: c.rejections_page(),
        "contests by conflicts": lambda c: c.contests_page(),
        "contests by widest gap, killed, Iraq": lambda c: c.contests_page(
            ContestFilter(harm="killed", country="IQ", conflicts=1), sort="-widest"
        ),
        "contests in Mosul by day": lambda c: c.contests_page(ContestFilter(subject="Mosul"), sort="-latest"),
        "the largest contest": lambda c: c.contest(contest),
        "the contest of a figure": lambda c: c.contests_of([figure.id]),
        "since 100 entries ago": lambda c: c.since(last - 100),
        "head": lambda c: c.head(),
    }


def measured(where: str) -> dict[str, float]:
    """For each look-up the median of processor time in milliseconds, after one that is not counted.

    Nothing is waited for but the disk, of which the first look-up tells: other work on the machine lengthens it less.
    """
    found = {}
    with Casebook.open(where, make=False) as casebook:
        for name, look in look_ups(casebook).items():
            times = []
            for _ in range(REPEATS + 1):
                started = time.process_time()
                look(casebook)
                times.append(1000 * (time.process_time() - started))
            found[name] = statistics.median(times[1:])
            print(f"  {name:42} {found[name]:8.1f} ms  (first {times[0]:.1f})", flush=True)
    return found


def fill(where: Path, reports: int, *, true: int) -> None:
    """Make a casebook of so many reports, of which `true` have entries, and all are looked up alike."""
    base = min(reports, true)
    reader = MadeUpReader()
    with Casebook.open(where) as casebook:
        items = list(event_reports(base, seed=20030320))
        for at in range(0, base, _AT_ONCE):
            pairs = [(reader.attempt(item), item) for item in items[at : at + _AT_ONCE]]
            casebook.add_ledgers([(one, item) for one, item in pairs if not hasattr(one, "reason")], by="benchmark")
        contests_up_to_date(casebook)
    multiply(where, -(-reports // base))


def main(argv: list[str] | None = None) -> int:
    """Fill a casebook where that is asked for, and print the times."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("casebook", type=Path, help="the casebook's file")
    parser.add_argument("--make", type=int, metavar="N", help="make it first, with N reports")
    parser.add_argument("--true", type=int, default=TRUE, metavar="N", help="so many have entries; the rest are copies")
    given = parser.parse_args(argv)
    if given.make:
        started = time.perf_counter()
        fill(given.casebook, given.make, true=given.true)
        print(f"{given.make:,} reports made in {time.perf_counter() - started:.0f} s")
    slowest = max(measured(str(given.casebook)).values())
    print(f"slowest: {slowest:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
