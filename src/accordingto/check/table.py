"""All checks inside one report in one table, and the step that runs them and those against the register."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from accordingto.check import days, percentages, repeats, sourcing, sums, wording
from accordingto.check.context import Context
from accordingto.check.record import against_record
from accordingto.records import Check, Ledger
from accordingto.register import Register


class Rule(NamedTuple):
    """A check: its code, the function that finds it, and what a finding of that code says."""

    code: str
    find: Callable[[Context], Iterator[Check]]
    says: str


RULES = (
    Rule("part_over_total", sums.part_over_total, "A part is larger than the total that it is a part of."),
    Rule("parts_do_not_sum", sums.parts_do_not_sum, "Parts that make up a total give another sum."),
    Rule("percent_misfit", percentages.percent_misfit, "A percentage is not what its two numbers give."),
    Rule(
        "percent_turned_round",
        percentages.percent_turned_round,
        "A percentage more or less fits only when the other number is taken as its base.",
    ),
    Rule("two_values", repeats.two_values, "One voice gives two values for what seems to be one thing."),
    Rule("headline_differs", repeats.headline_differs, "The headline's number stands nowhere in the text below it."),
    Rule(
        "casualties_as_deaths",
        wording.casualties_as_deaths,
        "One number is given as casualties in one place and as deaths in another.",
    ),
    Rule("vague_and_exact", wording.vague_and_exact, "One voice is given a vague number here and an exact one there."),
    Rule(
        "approximator_drift",
        wording.approximator_drift,
        "One number is a least here, a most or a rough one there.",
    ),
    Rule("no_source", sourcing.no_source, "Figures of harm stand in the outlet's own words without a source."),
    Rule("range_reversed", days.range_reversed, "A range or a period ends before it begins."),
    Rule("date_after_report", days.date_after_report, "Something told as past is dated after the report."),
    Rule("weekday_misfit", days.weekday_misfit, "A day of the week and a date do not go together."),
    Rule("no_such_day", days.no_such_day, "A date names a day that its month does not have."),
)


def check(ledger: Ledger, *, register: Register | None = None) -> tuple[Check, ...]:
    """What does not fit in the report of `ledger`, in the order of the text. Checks that it holds play no part.

    With a register of record, its figures are also held against what the sources that it cites have published.
    """
    context = Context(ledger)
    found = [finding for rule in RULES for finding in rule.find(context)]
    if register is not None:
        found += against_record(ledger, register)
    return tuple(sorted(found, key=lambda c: (c.spans[0].start if c.spans else 0, c.code, c.message)))
