"""A report's rows -> its traits, the counts of all reports by trait, and the voices with what they said.

A trait is what reports are chosen and counted by: outlet, month, harm, country, place, voice, and a voice's name. Of a
report that changed, only what differs is added to or taken from the counts, so that adding costs the same however many
reports there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from accordingto.casebook.names import loose_words, search_words
from accordingto.casebook.readings import order_key
from accordingto.casebook.schema import (
    FACET,
    FIGURE,
    REPORT,
    REPORT_WORDS,
    SOURCE,
    STATEMENT,
    TRAIT,
    VOICE,
    VOICE_WORD,
)

_Trait = tuple[str, str]
_LONGEST = 200
"""Of longer names of outlets, places and people so many characters are looked at."""
_AT_ONCE = 500


@dataclass(slots=True)
class _Traits:
    """What reports are chosen by: for each trait the statements and figures (of a voice), and whether outdated."""

    outdated: bool
    found: dict[_Trait, tuple[int, int]] = field(default_factory=dict)

    def seen(self, trait: _Trait) -> tuple[object, ...] | None:
        """What is kept of a trait, None where the report has not got it."""
        return (self.outdated, *self.found[trait]) if trait in self.found else None


def count_report(connection: Connection, document: str) -> None:
    """Bring up to date what is counted of one report, whose rows have changed."""
    report = connection.execute(select(REPORT).where(REPORT.c.document == document)).one()
    there = connection.execute(select(TRAIT).where(TRAIT.c.report == report.number)).all()
    before = {(row.kind, row.value): row for row in there}
    after = _traits(connection, report)
    changed = {
        trait
        for trait in before.keys() | after.found.keys()
        if trait not in before or after.seen(trait) != _row(before[trait])
    }
    _store(connection, report.number, after, changed, gone=changed & before.keys())
    counts: dict[_Trait, list[int]] = {trait: [0, 0, 0, 0] for trait in sorted(changed)}
    for trait in changed:
        if trait in before:
            row = before[trait]
            _add(counts[trait], -1, outdated=row.outdated, said=(row.statements, row.figures))
        if trait in after.found:
            _add(counts[trait], 1, outdated=after.outdated, said=after.found[trait])
    _facets(connection, counts)
    renamed = {int(value.split(" ", 1)[0]) for kind, value in changed if kind == "name"}
    # All of its voices: a report that was read anew may no longer hold the first source of one.
    for voice in sorted({int(value) for kind, value in before.keys() | after.found.keys() if kind == "voice"}):
        more = counts.get(("voice", str(voice)), [0, 0, 0, 0])
        _voice(connection, voice, more, renamed=voice in renamed)


def count_all(connection: Connection) -> None:
    """Make all that is counted, of which there is nothing yet."""
    facets: dict[_Trait, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    numbers = [row.number for row in connection.execute(select(REPORT.c.number).order_by(REPORT.c.number))]
    for at in range(0, len(numbers), _AT_ONCE):
        some = connection.execute(select(REPORT).where(REPORT.c.number.in_(numbers[at : at + _AT_ONCE]))).all()
        for report in some:
            found = _traits(connection, report)
            _store(connection, report.number, found, set(found.found), gone=set())
            for trait, said in found.found.items():
                _add(facets[trait], 1, outdated=found.outdated, said=said)
    _facets(connection, facets)
    for (kind, value), some_more in facets.items():
        if kind == "voice":
            _voice(connection, int(value), some_more, renamed=True)


def names_of(connection: Connection, voice: int) -> list[tuple[str, str, int]]:
    """The kind, the name and the number of reports of each spelling of a voice, the commonest first."""
    column = FACET.c
    rows = connection.execute(
        select(column.value, column.reports + column.outdated).where(
            # A space is less than any digit, and `!` follows it.
            column.kind == "name", column.value >= f"{voice} ", column.value < f"{voice}!"
        )
    )  # fmt: skip
    found = ((*value.split(" ", 2)[1:], int(reports)) for value, reports in rows)
    return sorted(found, key=lambda one: (-one[2], one[1], one[0]))


def _row(row: Row[Any]) -> tuple[object, ...]:
    return (row.outdated, row.statements, row.figures)


def _add(counts: list[int], by: int, *, outdated: bool, said: tuple[int, int]) -> None:
    counts[1 if outdated else 0] += by
    counts[2] += by * said[0]
    counts[3] += by * said[1]


def _traits(connection: Connection, report: Row[Any]) -> _Traits:
    """The traits of a report by its rows as they are; its own counts and words are brought up to date, too."""
    document = report.document
    statements = connection.execute(
        select(STATEMENT.c.voice, STATEMENT.c.review, STATEMENT.c.words)
        .where(STATEMENT.c.document == document)
        .order_by(STATEMENT.c.start, STATEMENT.c.number)
    ).all()
    figures = connection.execute(
        select(FIGURE.c.voice, FIGURE.c.review, FIGURE.c.harm, FIGURE.c.country, FIGURE.c.place).where(
            FIGURE.c.document == document
        )
    ).all()
    sources = connection.execute(
        select(SOURCE.c.voice, SOURCE.c.kind, SOURCE.c.name).where(SOURCE.c.document == document)
    ).all()
    _own(connection, report, statements, sum(f.review != "rejected" for f in figures))
    found = _Traits(outdated=bool(report.outdated))
    said, counted = Counter(s.voice for s in statements), Counter(f.voice for f in figures)
    plain = {*_of_report(report), *_of_figures(figures)}
    plain |= {("name", f"{s.voice} {s.kind} {s.name[:_LONGEST]}") for s in sources}
    found.found = dict.fromkeys(sorted(plain), (0, 0))
    for voice in sorted({s.voice for s in sources}):
        found.found["voice", str(voice)] = said[voice], counted[voice]
    return found


def _of_report(report: Row[Any]) -> Iterator[_Trait]:
    if report.outlet_key:
        yield "outlet", report.outlet_key[:_LONGEST]
    if report.day:
        yield "month", report.day[:7]


def _of_figures(figures: Iterable[Any]) -> Iterator[_Trait]:
    for figure in figures:
        if figure.place:
            # One that was rejected is found by its place, too, where rejected ones are asked for.
            yield "place", f"{figure.country or '-'} {figure.place[:_LONGEST]}"
        if figure.review != "rejected":
            if figure.harm:
                yield "harm", figure.harm
            if figure.country:
                yield "country", figure.country


def _own(connection: Connection, report: Row[Any], statements: Iterable[Any], figures: int) -> None:
    """The counts and the words of a report itself."""
    right = [s.words for s in statements if s.review != "rejected"]
    if (report.statements, report.figures) != (len(right), figures):
        values = {"statements": len(right), "figures": figures}
        connection.execute(update(REPORT).where(REPORT.c.number == report.number).values(values))
    words = "\n".join([*(w for w in (report.title, report.outlet, report.name) if w), *right])
    there = connection.execute(select(REPORT_WORDS.c.words).where(REPORT_WORDS.c.number == report.number)).scalar()
    if there is None:
        connection.execute(insert(REPORT_WORDS).values(number=report.number, words=words))
    elif there != words:
        connection.execute(update(REPORT_WORDS).where(REPORT_WORDS.c.number == report.number).values(words=words))


def _store(connection: Connection, report: int, found: _Traits, changed: set[_Trait], *, gone: set[_Trait]) -> None:
    """Replace the traits that changed."""
    for kind, value in sorted(gone):
        connection.execute(delete(TRAIT).where(TRAIT.c.kind == kind, TRAIT.c.value == value, TRAIT.c.report == report))
    rows = [
        {
            "kind": kind,
            "value": value,
            "report": report,
            "outdated": found.outdated,
            "statements": found.found[kind, value][0],
            "figures": found.found[kind, value][1],
        }
        for kind, value in sorted(changed)
        if (kind, value) in found.found
    ]
    if rows:
        connection.execute(insert(TRAIT), rows)


def _facets(connection: Connection, counts: Mapping[_Trait, list[int]]) -> None:
    """Add to the numbers of reports by trait; what no report has any more is taken away."""
    rows: list[dict[str, Any]] = [
        {"kind": kind, "value": value, "reports": some[0], "outdated": some[1]}
        for (kind, value), some in counts.items()
        if some[0] or some[1]
    ]
    if not rows:
        return
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    adding = dialect.insert(FACET)
    more = {name: FACET.c[name] + adding.excluded[name] for name in ("reports", "outdated")}
    connection.execute(adding.on_conflict_do_update(index_elements=["kind", "value"], set_=more), rows)
    if any(row["reports"] < 0 or row["outdated"] < 0 for row in rows):
        for kind in sorted({row["kind"] for row in rows}):
            connection.execute(delete(FACET).where(FACET.c.kind == kind, FACET.c.reports == 0, FACET.c.outdated == 0))


def _voice(connection: Connection, voice: int, more: list[int], *, renamed: bool) -> None:
    """Bring a voice up to date: `more` are the reports, outdated ones, statements and figures that it has more."""
    first = connection.execute(
        select(SOURCE.c.id, SOURCE.c.kind, SOURCE.c.key)
        .where(SOURCE.c.voice == voice)
        .order_by(SOURCE.c.number)
        .limit(1)
    ).first()
    there = connection.execute(select(VOICE).where(VOICE.c.number == voice)).first()
    if first is None:
        connection.execute(delete(VOICE).where(VOICE.c.number == voice))
        connection.execute(delete(VOICE_WORD).where(VOICE_WORD.c.voice == voice))
        return
    spellings = names_of(connection, voice)
    values = {
        "id": f"source:{first.id}",
        "name": spellings[0][1],
        "name_order": order_key(spellings[0][1]),
        "kind": first.kind,
        "named": bool(first.key) or _named(connection, voice),
        "reports": more[0] + more[1] + (there.reports if there else 0),
        "statements": more[2] + (there.statements if there else 0),
        "figures": more[3] + (there.figures if there else 0),
    }
    if there is None:
        connection.execute(insert(VOICE).values(number=voice, **values))
    else:
        connection.execute(update(VOICE).where(VOICE.c.number == voice).values(values))
    if renamed or there is None:
        _words(connection, voice, spellings)


def _named(connection: Connection, voice: int) -> bool:
    """Whether a source of the voice has a name that names somebody wherever it stands."""
    query = select(SOURCE.c.number).where(SOURCE.c.voice == voice, SOURCE.c.key != "").limit(1)
    return connection.execute(query).first() is not None


def _words(connection: Connection, voice: int, spellings: Iterable[tuple[str, str, int]]) -> None:
    """The words that a voice is found by, in any of its spellings."""
    words: set[str] = set()
    for kind, name, _ in spellings:
        words |= search_words(name) | (loose_words(name) if kind == "person" else frozenset())
    there = {r.word for r in connection.execute(select(VOICE_WORD.c.word).where(VOICE_WORD.c.voice == voice))}
    if there - words:
        gone = VOICE_WORD.c.word.in_(sorted(there - words))
        connection.execute(delete(VOICE_WORD).where(VOICE_WORD.c.voice == voice, gone))
    if words - there:
        connection.execute(insert(VOICE_WORD), [{"word": word, "voice": voice} for word in sorted(words - there)])
