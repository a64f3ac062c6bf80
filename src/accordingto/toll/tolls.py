"""Reported*, Profile -> Toll, for the incident that the reports are about."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.edtf import InvalidDate, bounds
from accordingto.language.en.accounts import account_pattern
from accordingto.records import Grade, Harm, Reported, Responsible, Toll
from accordingto.toll.amounts import Amount
from accordingto.toll.combine import Numbers, combine
from accordingto.toll.incident import Chosen, chosen
from accordingto.toll.profile import Profile

_DAYS = 31
"""A figure for more days than these is not divided among them."""


def toll(figures: Sequence[Reported], profile: Profile, *, harm: Harm) -> Toll:
    """The toll of the incident that the reports are about, by the profile's rules.

    `figures` are those of one report, or of several on one incident. The choice is told in `rule` and `notes`. Numbers
    are None where the reports give none, or the profile leaves them blank: the report may tell of a death in words.
    """
    choice = chosen(figures, harm)
    made = combine(choice.amounts, profile)
    if not choice.amounts and harm == "killed" and profile.casualties is not None:
        made = _casualties_alone(figures, profile, choice) or made
    used = made.used
    grade, responsible = _grades(used) if profile.grade else (None, None)
    per_day = _per_day(made, used) if profile.divide else ()
    notes = [*made.notes, *choice.notes]
    if per_day:
        notes.insert(0, f"divided among {len(per_day)} days, the remainder on the first")
    return Toll(
        profile=profile.name,
        harm=harm,
        low=made.low,
        high=made.high,
        best=made.best,
        grade=grade,
        responsible=responsible,
        figures=tuple(p.id for a in used for p in a.parts),
        words=tuple(p.figure.span.text for a in used for p in a.parts),
        per_day=per_day,
        rule=f"{profile.name}: {made.rule}{_why_these(used)}",
        notes=tuple(dict.fromkeys(notes)),
    )


def _casualties_alone(figures: Sequence[Reported], profile: Profile, choice: Chosen) -> Numbers | None:
    """The profile's number of deaths where only casualties are told."""
    told = chosen(figures, "casualties")
    if not told.amounts:
        return None
    choice.notes += told.notes
    number = profile.casualties
    rule = "casualties alone: the word means injuries, deaths or both"
    return Numbers(low=number, high=number, best=number, used=told.amounts, rule=rule)


def _why_these(used: Sequence[Amount]) -> str:
    if not used:
        return ""
    added = any(len(a.parts) > 1 or a.singles for a in used)
    called = any(account_pattern("total").search(a.first.sentence.text) for a in used)
    why = "called the toll or total" if called else "the first total that the report gives"
    return f"; {why}{', its members added up' if added else ''}"


def _grades(used: Sequence[Amount]) -> tuple[Grade | None, Responsible | None]:
    """Whether it happened, by the sources that report it, and whether a belligerent accepts having done it."""
    if not used:
        return None, None
    accepted = any(
        a.party in ("military", "armed_group") and account_pattern("acknowledgement").search(a.first.sentence.text)
        for a in used
    )
    if accepted:
        return "confirmed", "accepted"
    return ("fair" if len({a.origin for a in used}) > 1 else "weak"), None


def _per_day(made: Numbers, used: Sequence[Amount]) -> tuple[int, ...]:
    """The number for each day of the figure's period, where it has several; the remainder goes to the first."""
    period = used[0].first.figure.period if len(used) == 1 else None
    if made.best is None or period is None:
        return ()
    try:
        span = bounds(period)
    except InvalidDate:
        return ()
    if span.earliest is None or span.latest is None or "/" not in period or span.approximate:
        return ()
    days = (span.latest - span.earliest).days + 1
    if not 1 < days <= _DAYS:
        return ()
    share, rest = divmod(made.best, days)
    return (share + rest, *[share] * (days - 1))
