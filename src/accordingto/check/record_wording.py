"""Findings against the record -> plain sentences that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.check.record_people import Others
from accordingto.check.record_values import Fit
from accordingto.records import Reported
from accordingto.register import Register, Row
from accordingto.register.wording import counted, kind_of_interval, numbers
from accordingto.register.wording import period as period_words


def published(row: Row, register: Register) -> str:
    """Who published what: `Iraq Family Health Survey published 151,000 [104,000–223,000] (95% uncertainty): …`."""
    kind = kind_of_interval(row)
    first, *rest = (register.publishers[p].name for p in row.publishers)
    names = f"{first} (also cited as {', '.join(rest)})" if rest else first
    return f"{names} published {numbers(row)}{f' ({kind})' if kind else ''}: {counted(row)} [{row.id}]"


def matches(one: Reported, row: Row, register: Register) -> str:
    """The figure is the source's."""
    return f"“{one.figure.span.text}” is what the source published. {published(row, register)}."


def number(one: Reported, row: Row, found: Fit, register: Register) -> str:
    """The figure rests on the source's, but is another: rounded, or with an end and the point confused."""
    said = f"“{one.figure.span.text}”"
    record = f"{published(row, register)}."
    point = f"{row.point:,}" if row.point is not None else numbers(row)
    if found.relation == "rounding":
        return f"{said} is the source's figure, rounded. {record}"
    if found.relation == "bound_quoted_as_point":
        return f"{said} gives the {found.end} end of the source's range as its figure. {record}"
    if found.relation == "interval_moved":
        return f"{said} has one end of the source's range; the {found.end} end is not as the source gave it. {record}"
    rounded = "" if found.exact else "rounded "
    return f"{said} takes the source's {rounded}figure {point} for the {found.end} end of a range. {record}"


def population(one: Reported, row: Row, others: Others, register: Register) -> str:
    """The source counts other people than the report says."""
    said = f"the report speaks of “{' '.join(others.said.split())}”"
    who = row.population.group or row.population.who or "others"
    who = "civilians and combatants" if who == "all" else who
    everybody = others.beside is not None and others.beside.population.who == "all"
    alone = f"the source's figure counts {who}" + (
        " alone" if others.code == "nested_population" and others.beside else ""
    )
    apart = ""
    if others.beside is not None:
        other = others.beside
        them = "everybody" if everybody else other.population.group or other.population.who
        apart = f" It counts {them} apart: {numbers(other)} [{other.id}]."
    return f"“{one.figure.span.text}”: {said}, but {alone}. {published(row, register)}.{apart}"


def period(one: Reported, row: Row, register: Register) -> str:
    """The source counts another period."""
    words = one.figure.period_words.text if one.figure.period_words else one.figure.period
    return (
        f"“{one.figure.span.text}”: the report says “{words}”, the source's figure is for {period_words(row.period)}. "
        f"{published(row, register)}."
    )


def measure(one: Reported, row: Row, register: Register) -> str:
    """The source counts another harm."""
    return f"“{one.figure.span.text}”: the report says {one.figure.harm}. {published(row, register)}."


def definition(one: Reported, row: Row, register: Register) -> str:
    """The source counts excess deaths, the report speaks of people killed."""
    words = one.figure.harm_words.text if one.figure.harm_words else "killed"
    return (
        f"“{one.figure.span.text}”: the report says “{words}”, the source counts all deaths above a baseline, "
        f"of which violence is a part. {published(row, register)}."
    )


def overtaken(row: Row, latest: Row, register: Register) -> str:
    """The source has corrected or continued the figure since."""
    how = "has corrected it since" if latest.supersedes_as == "correction" else "has counted on since"
    return f"{numbers(row)} is not the source's latest figure; it {how}. {published(latest, register)}."


def no_such(one: Reported, publisher: str, rows: Sequence[Row], register: Register) -> str:
    """The source has published no such figure."""
    there = "; ".join(f"{numbers(r)} [{r.id}]" for r in rows if r.on)
    name = register.publishers[publisher].name
    return f"“{one.figure.span.text}”: {name} has published no such figure for {rows[0].place.name}. It has: {there}."


def origin(row: Row, other: Row, publisher: str, register: Register) -> str:
    """Two figures rest on one count."""
    name = register.publishers[publisher].name
    return (
        f"{numbers(row)} [{row.id}] and {numbers(other)} [{other.id}] both rest on the count of {name}: "
        "they are one origin, and that they are near each other confirms nothing."
    )
