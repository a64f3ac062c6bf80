"""Ledger, Register -> Check*

What does not fit: inside one report, and against what the sources that it cites have published.
"""
