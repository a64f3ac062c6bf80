"""Ledger*, gold -> scores

Measures ledgers on development data, holds the floors and fails the build below them. Not in the wheel.
"""
