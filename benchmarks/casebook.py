"""`python -m benchmarks.casebook`: what comparing finds of what was planted in made reports, and how long it takes.

Writes benchmarks/casebook.json. Times are processor time of one core: other work on the machine lengthens them less.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import TypeVar

import msgspec

from accordingto.compare import Copy, Text, compare, copies
from accordingto.compare.copies import SHINGLE, THRESHOLD, shared, shingles
from accordingto.records import Contest, Ledger, Reported, reported
from benchmarks.made_reports import Made, Plant, conflicts, make, one_conflict

RESULTS = Path(__file__).with_name("casebook.json")
_T = TypeVar("_T")
SEED = 20030320
_ONE_STATEMENT = frozenset({"same_origin", "misquote"})


class Copies(msgspec.Struct, frozen=True, kw_only=True):
    """Planted copies against those found, as pairs of reports; and the threshold's room on either side.

    `least_copy` is the least part of shingles that a planted copy shares with its original, `most_unrelated` the
    largest that two reports of one event, or of 200,000 pairs drawn from all, share without being copies.
    """

    reports: int
    shingle: int
    threshold: float
    clusters_planted: int
    clusters_found_whole: int
    pairs_planted: int
    pairs_found: int
    pairs_right: int
    least_copy: float
    most_unrelated: float
    seconds: float

    @property
    def precision(self) -> float:
        """The part of the pairs found that were planted."""
        return self.pairs_right / self.pairs_found if self.pairs_found else 1.0

    @property
    def recall(self) -> float:
        """The part of the pairs planted that were found."""
        return self.pairs_right / self.pairs_planted if self.pairs_planted else 1.0


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """Planted pairs of figures against what was found for them.

    `planted` and `right` count by reason (`agree` for none); right is one with its verdict and its reason.
    `conflicts_found` counts all conflicts found between claims, `conflicts_planted_there` those that are in an event
    with a planted one. `mixed` counts contests with figures of two events, `origins_right` events with as many origins
    as were planted.
    """

    figures: int
    planted: dict[str, int]
    right: dict[str, int]
    conflicts_found: int
    conflicts_planted_there: int
    mixed: int
    origins_planted: int
    origins_right: int
    seconds: float


class Growth(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds by number: `figures` of many conflicts, `one_conflict` of a single one, `reports` for finding copies."""

    figures: dict[str, float]
    one_conflict: dict[str, float]
    reports: dict[str, float]


class Casebook(msgspec.Struct, frozen=True, kw_only=True):
    """One measurement."""

    date: str
    copies: Copies
    reasons: Reasons
    growth: Growth | None


def timed(call: Callable[[], _T]) -> tuple[_T, float]:
    """What a call gives, and the seconds of processor time that it took."""
    start = time.process_time()
    given = call()
    return given, round(time.process_time() - start, 2)


def texts(ledgers: Iterable[Ledger]) -> list[Text]:
    """The texts of the reports."""
    return [Text(each.document.id, each.document.text, each.document.published) for each in ledgers]


def figures_of(ledgers: Iterable[Ledger]) -> list[Reported]:
    """The figures of the reports."""
    return [figure for each in ledgers for figure in reported(each)]


def measure_copies(made: Made) -> tuple[Copies, Mapping[str, Copy]]:
    """The copies found among made reports, held against those planted."""
    given = texts(made.ledgers)
    found, seconds = timed(lambda: copies(given))
    planted = _clusters(made.text_of)
    clusters = _clusters({document: copy.of for document, copy in found.items()})
    wanted, had = _pairs(planted), _pairs(clusters)
    words = {t.id: shingles(t.text) for t in given}
    measured = Copies(
        reports=len(given),
        shingle=SHINGLE,
        threshold=THRESHOLD,
        clusters_planted=len(planted),
        clusters_found_whole=len(planted & clusters),
        pairs_planted=len(wanted),
        pairs_found=len(had),
        pairs_right=len(wanted & had),
        least_copy=round(min(shared(words[d], words[of]) for d, of in made.text_of.items()), 3),
        most_unrelated=round(_most_unrelated(made, words), 3),
        seconds=seconds,
    )
    return measured, found


def _most_unrelated(made: Made, words: Mapping[str, frozenset[str]]) -> float:
    """The largest part of shingles that two reports share that are no copies of one text."""
    events: dict[int, list[str]] = defaultdict(list)
    for document, event in made.event_of.items():
        events[event].append(document)
    chance, ids = random.Random(SEED), sorted(words)
    drawn = [tuple(chance.sample(ids, 2)) for _ in range(min(200_000, len(ids) ** 2))]
    pairs = [*drawn, *(pair for some in events.values() for pair in combinations(some, 2))]
    return max(shared(words[a], words[b]) for a, b in pairs if made.text_of[a] != made.text_of[b])


def measure_reasons(made: Made, copied: Mapping[str, Copy]) -> Reasons:
    """The verdicts and reasons found for planted pairs of figures, held against those planted."""
    figures = figures_of(made.ledgers)
    contests, seconds = timed(lambda: compare(figures, copies=copied))
    of = {figure.id: contest for contest in contests for figure in contest.figures}
    planted = Counter(plant.reason or "agree" for plant in made.plants)
    right = Counter(plant.reason or "agree" for plant in made.plants if _right(plant, of))
    events = {figure.id: made.event_of[figure.document] for figure in figures}
    conflict = {events[p.first] for p in made.plants if p.verdict == "conflict"}
    found = [event for contest in contests for event in _conflicts(contest, events)]
    origins = [_origins_right(plant, of) for plant in made.plants]
    return Reasons(
        figures=len(figures),
        planted=dict(sorted(planted.items())),
        right=dict(sorted(right.items())),
        conflicts_found=len(found),
        conflicts_planted_there=sum(event in conflict for event in found),
        mixed=sum(len({events[f.id] for f in contest.figures}) > 1 for contest in contests),
        origins_planted=len(origins),
        origins_right=sum(origins),
        seconds=seconds,
    )


def _right(plant: Plant, of: Mapping[str, Contest]) -> bool:
    """Whether the two figures are in one contest, with the verdict and the reason that were planted."""
    contest = of.get(plant.first)
    if contest is None or contest is not of.get(plant.second):
        return False
    found = contest.between(plant.first, plant.second)
    if found is None or found.verdict != plant.verdict:
        return False
    return plant.reason in found.reasons if plant.reason else not found.reasons


def _origins_right(plant: Plant, of: Mapping[str, Contest]) -> bool:
    """Whether the contest has one origin for one statement and two for two."""
    contest = of.get(plant.first)
    found = sum(o.level == "statement" for o in contest.origins) if contest else 0
    return found == (1 if plant.reason in _ONE_STATEMENT else 2)


def _conflicts(contest: Contest, events: Mapping[str, int]) -> list[int]:
    """The event of each conflict of a contest."""
    first = {c.id: c.figures[0] for topic in contest.topics for c in topic.claims}
    return [events[first[c.first]] for c in contest.comparisons if c.verdict == "conflict"]


def _clusters(of: Mapping[str, str]) -> set[frozenset[str]]:
    """The sets of two and more documents that are one text."""
    found: dict[str, set[str]] = defaultdict(set)
    for document, first in of.items():
        found[first].add(document)
    return {frozenset(some) for some in found.values() if len(some) > 1}


def _pairs(clusters: Iterable[frozenset[str]]) -> set[tuple[str, str]]:
    return {pair for some in clusters for pair in combinations(sorted(some), 2)}


def growth(figures: Sequence[int], one: Sequence[int], reports: Sequence[int]) -> Growth:
    """Times at growing numbers."""

    def comparing(ledgers: Iterable[Ledger]) -> float:
        given = figures_of(ledgers)
        return timed(lambda: compare(given))[1]

    def finding(number: int) -> float:
        given = texts(make(number, seed=SEED).ledgers)
        return timed(lambda: copies(given))[1]

    return Growth(
        figures={f"{n:,}": comparing(conflicts(n, seed=SEED)) for n in figures},
        one_conflict={f"{n:,}": comparing(one_conflict(n, seed=SEED)) for n in one},
        reports={f"{n:,}": finding(n) for n in reports},
    )


def main(arguments: list[str] | None = None) -> int:
    """Measure, say it and write it down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--small", action="store_true", help="leave out the growth, write nothing")
    given = parser.parse_args(arguments)
    made = make(given.reports, seed=SEED)
    found, copied = measure_copies(made)
    grown = None
    if not given.small:
        grown = growth((1_000, 10_000, 100_000), (1_000, 2_000, 10_000), (1_000, 10_000))
    result = Casebook(date=time.strftime("%Y-%m-%d"), copies=found, reasons=measure_reasons(made, copied), growth=grown)
    written = msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n"
    print(written.decode(), end="")
    print(f"copies: precision {found.precision:.4f}, recall {found.recall:.4f}")
    if not given.small:
        RESULTS.write_bytes(written)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
