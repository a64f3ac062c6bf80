"""One person or body over many reports, and the sources of reports that are it."""

from __future__ import annotations

from accordingto.records.base import Record


class Spelling(Record, frozen=True, kw_only=True):
    """One source of one report that is part of a voice, and why; `because` is None for the first."""

    id: str
    name: str
    document: str
    role: str | None = None
    affiliation: str | None = None
    because: str | None = None


class Voice(Record, frozen=True, kw_only=True):
    """One person or body over all reports: its commonest name and kind, and the sources of reports that are it."""

    id: str
    name: str
    kind: str
    reports: int
    statements: int
    figures: int
    spellings: tuple[Spelling, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Its different spellings, the commonest first."""
        counts: dict[str, int] = {}
        for spelling in self.spellings:
            counts[spelling.name] = counts.get(spelling.name, 0) + 1
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
