"""Reported*, Profile -> Toll

What a body that records casualties would make of the figures: a number by cited rules, beside the reported words.
"""

from accordingto.toll.profile import Profile, ProfileRule, profile, profiles
from accordingto.toll.tolls import toll

__all__ = ["Profile", "ProfileRule", "profile", "profiles", "toll"]
