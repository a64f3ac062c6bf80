"""Ledger, Register -> Check*

A report's figures against what the sources that it cites have published. Nothing is found where nobody of the register
is cited, or where it cannot be told which published figure is meant.

| code | finding |
|---|---|
| `matches_record` | the figure is the source's |
| `rounding` | it is the source's, rounded |
| `bound_quoted_as_point` | an end of the source's interval is given as the figure itself |
| `point_quoted_as_bound` | the source's figure itself is given as an end of the range |
| `interval_moved` | one end of the range is the source's, the other is not |
| `different_population`, `nested_population` | the source counts other people, or fewer or more than the report says |
| `different_period` | the source counts another period |
| `different_measure`, `different_definition` | the source counts another harm, or deaths of another definition |
| `corrected_by_source`, `later_as_of` | the source has corrected the figure since, or has counted on |
| `same_origin` | two figures of the report rest on one count |
| `not_in_record` | the source has published no such figure; only where the register promises to hold all of them |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.check import record_wording as say
from accordingto.check.record_people import named_people, others
from accordingto.check.record_periods import other_period
from accordingto.check.record_sources import Citations, Cited, sentence_before
from accordingto.check.record_values import Fit, digits, fit, whole
from accordingto.edtf import InvalidDate, bounds
from accordingto.language.en.accounts import account_pattern, whole_words
from accordingto.language.en.speakers import demonyms
from accordingto.records import Check, Figure, Ledger, Reported, Span, reported
from accordingto.register import Register, Row

_LEAST = 1000
"""Smaller numbers are borne by too many things: they only count where the report names the row's people too."""
_DEATHS = frozenset(("killed", "casualties", "excess_deaths", "remains", "missing"))
"""Measures that a report may call deaths or casualties without speaking of something else."""


@dataclass(frozen=True, slots=True)
class Match:
    """A figure of the report, and the row of the register that it rests on."""

    one: Reported
    row: Row
    fit: Fit
    cited: Cited


def against_record(ledger: Ledger, register: Register) -> Iterator[Check]:
    """What each figure's cited source has published, beside what the report makes of it, in the order of the text."""
    text = ledger.document.text
    places, citations = _Places(text), Citations(text, register)
    matches: list[Match] = []
    for one in reported(ledger):
        if not _can_be_held(one.figure):
            continue
        by = list(citations.of(one))
        match = next(filter(None, (_match(one, b, register, places) for b in by)), None)
        if match is not None:
            matches.append(match)
            yield from _findings(match, text, register)
        elif by:
            yield from _no_such(one, by[0], register)
    yield from _one_origin(matches, register)


def _can_be_held(figure: Figure) -> bool:
    """Whether the figure says how many people came to harm in all, as sources publish it."""
    return (
        figure.unit == "people"
        and not figure.vague
        and not figure.denied
        and figure.per is None
        and not figure.since_last
        and (whole(figure.low) is not None or whole(figure.high) is not None)
    )


class _Places:
    """Which places a text names; each is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[tuple[str, ...], bool] = {}

    def names(self, row: Row) -> bool:
        """Whether the text names the row's place, or its country's people."""
        names = (row.place.name, *row.place_names)
        if names not in self._known:
            people = (p for p, country in demonyms().items() if country == row.place.country)
            pattern = whole_words(frozenset((*names, *(p + end for p in people for end in ("", "s")))))
            self._known[names] = pattern.search(self._text) is not None
        return self._known[names]


def _match(one: Reported, by: Cited, register: Register, places: _Places) -> Match | None:
    """The row that the figure rests on: the one that fits best; None where two that differ fit alike."""
    figure = one.figure
    fits = []
    for row in register.find(publishers=by.publishers):
        found = fit(figure, row) if _comparable(one, row, places) else None
        if found is not None and _telling(one, by, row, found):
            fits.append(
                ((found.rank, row.measure != figure.harm, other_period(figure, row, one.published)), row, found)
            )
    if not fits:
        return None
    fits.sort(key=lambda f: f[0])
    best = [f for f in fits if f[0] == fits[0][0]]
    if len({f[1].conflict for f in best}) > 1 or (len(best) > 1 and not best[0][2].exact):
        return None
    return Match(one, best[-1][1], best[-1][2], by)


def _comparable(one: Reported, row: Row, places: _Places) -> bool:
    """Whether the row can be what is meant: of the same place, and of harm to people at all."""
    figure = one.figure
    # A name whose country nobody knows may be no place at all, and where it was said may be taken for where it was.
    if figure.place is not None and figure.place.country is not None and not row.is_at(figure.place):
        abroad = figure.place.country != row.place.country and row.population.nationality is not None
        if not (abroad and named_people(one, row)):
            return False
    if (figure.place is None or not row.is_at(figure.place)) and not places.names(row):
        return False
    if row.measure == "remains":
        return figure.harm in (None, "killed")
    return True


def _telling(one: Reported, by: Cited, row: Row, found: Fit) -> bool:
    """Whether the number is so much the row's own that it cannot well be another's."""
    figure = one.figure
    numbers = [n for n in (whole(figure.low), whole(figure.high)) if n is not None]
    same_harm = figure.harm in (None, row.measure) or {figure.harm, row.measure} <= _DEATHS
    if max(numbers) < _LEAST:
        return by.said and found.relation == "matches_record" and same_harm and named_people(one, row)
    if not same_harm:
        return found.exact and digits(max(numbers)) >= 4
    if found.exact and len(set(numbers)) > 1:
        return True
    enough = max(digits(n) for n in numbers) >= 3
    return enough or by.said if found.exact else by.said or found.relation == "point_quoted_as_bound"


def _findings(match: Match, text: str, register: Register) -> Iterator[Check]:
    """What differs between the figure and its row; that it matches, where nothing does."""
    one, row = match.one, match.row
    differences = [*_differences(match, text, register), *_overtaken(match, register)]
    if match.fit.relation != "matches_record":
        yield _check(match.fit.relation, say.number(one, row, match.fit, register), one, row)
    elif all(check.code in ("corrected_by_source", "later_as_of") for check in differences):
        yield _check("matches_record", say.matches(one, row, register), one, row)
    yield from differences


def _differences(match: Match, text: str, register: Register) -> Iterator[Check]:
    one, row, figure = match.one, match.row, match.one.figure
    if not match.fit.exact and not match.cited.said:
        return
    if figure.harm in ("killed", "injured") and row.measure in ("killed", "injured", "casualties") and (
        figure.harm != row.measure
    ):  # fmt: skip
        yield _check("different_measure", say.measure(one, row, register), one, row, figure.harm_words)
        return
    if (
        row.measure == "excess_deaths"
        and figure.harm_words
        and account_pattern("violent").search(figure.harm_words.text)
    ):
        yield _check("different_definition", say.definition(one, row, register), one, row, figure.harm_words)
    people = others(one, sentence_before(text, one.sentence), row, register)
    if people is not None:
        yield _check(people.code, say.population(one, row, people, register), one, row, people.words)
    if other_period(figure, row, one.published):
        yield _check("different_period", say.period(one, row, register), one, row, figure.period_words)


def _overtaken(match: Match, register: Register) -> Iterator[Check]:
    """That the source had replaced the figure before the report was published."""
    latest, at = match.row, register.latest(match.row)
    day = _day(match.one.published)
    while at is not latest:
        since = _day(at.published or at.as_of)
        if day is not None and since is not None and since < day:
            latest = at
            break
        at = register[at.supersedes] if at.supersedes else latest
    if latest is not match.row:
        code = "corrected_by_source" if latest.supersedes_as == "correction" else "later_as_of"
        yield _check(code, say.overtaken(match.row, latest, register), match.one, latest)


def _day(edtf: str | None) -> str | None:
    """The last day that a date may mean, as text that sorts; None where it is not known."""
    if edtf is None:
        return None
    try:
        last = bounds(edtf).latest
    except InvalidDate:
        return None
    return last.isoformat() if last else None


def _no_such(one: Reported, by: Cited, register: Register) -> Iterator[Check]:
    """That the source cited published no such figure, where the register promises to hold all of its figures."""
    figure = one.figure
    number = whole(figure.low) if figure.low is not None else whole(figure.high)
    if not by.said or figure.harm != "killed" or figure.place is None or number is None or figure.part_of:
        return
    for publisher in sorted(by.publishers):
        rows = [r for r in register.find(publishers=[publisher], off=True) if r.is_at(figure.place)]
        conflicts = {r.conflict for r in rows}
        promise = register.promises(publisher, "killed", conflicts.pop()) if len(conflicts) == 1 else None
        if promise is not None and number >= promise.at_least and not any(fit(figure, r) for r in rows):
            yield _check("not_in_record", say.no_such(one, publisher, rows, register), one, None)
            return


def _one_origin(matches: list[Match], register: Register) -> Iterator[Check]:
    """That two figures of the report, of two publishers, rest on one count: that they agree is no confirmation."""
    by_row = {m.row.id: m for m in matches}
    seen = list(by_row.values())
    for place, match in enumerate(seen):
        for other in seen[place + 1 :]:
            origin = register.derived(match.row, other.row)
            if origin is not None and match.row.conflict == other.row.conflict:
                yield Check(
                    code="same_origin",
                    message=say.origin(match.row, other.row, origin, register),
                    spans=(match.one.figure.span, other.one.figure.span),
                    figures=(match.one.figure.id, other.one.figure.id),
                    register=match.row.id if match.row.derived_from else other.row.id,
                )


def _check(code: str, message: str, one: Reported, row: Row | None, words: Span | None = None) -> Check:
    spans = (one.figure.span,) if words is None or words == one.figure.span else (one.figure.span, words)
    return Check(code=code, message=message, spans=spans, figures=(one.figure.id,), register=row.id if row else None)
