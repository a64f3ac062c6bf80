"""The word lists that reading needs, out of language/en/."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of the list `name` in language/en/, without comments (`#`) and blank lines."""
    text = resources.files("accordingto.language").joinpath("en", name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the list `name` in language/en/, one per line, as a set."""
    return frozenset(line.strip() for line in lines(name))


@cache
def pairs(name: str) -> dict[str, str]:
    """The list `name` in language/en/ whose lines are a key, a tab and a value."""
    return {key: value for key, _, value in (line.partition("\t") for line in lines(name))}
