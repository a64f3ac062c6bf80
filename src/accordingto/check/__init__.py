"""Ledger -> Check*

What does not fit inside one report, or with what its sources have published. A finding quotes the words and says what a
reader can look at, never what is true.
"""

from accordingto.check.table import RULES, Rule, check

__all__ = ["RULES", "Rule", "check"]
