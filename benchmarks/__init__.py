"""Texts, peers -> speed, memory

Measures on one core, side by side in one run with spaCy's small English pipeline and textacy. Not in the wheel.
"""
