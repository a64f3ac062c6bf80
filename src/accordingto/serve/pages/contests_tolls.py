"""A contest -> what each coding profile would record of it, by which rule, with where the rule is written."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from accordingto.records import Contest, Harm, Toll
from accordingto.toll import profiles, toll
from accordingto.toll.profile import Profile


class ByProfile(NamedTuple):
    """What a body would record, and its rules."""

    profile: Profile
    toll: Toll


def harms_of(contest: Contest) -> list[Harm]:
    """The harms that a contest's figures tell of, the commonest first."""
    return [harm for harm, _ in Counter(f.figure.harm for f in contest.figures if f.figure.harm).most_common()]


def tolls_of(contest: Contest) -> list[ByProfile]:
    """The toll of a contest's commonest harm by every profile that comes with the program; none without a harm."""
    harms = harms_of(contest)
    return [ByProfile(p, toll(contest.figures, p, harm=harms[0])) for p in profiles().values()] if harms else []
