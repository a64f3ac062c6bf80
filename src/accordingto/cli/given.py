"""What a command was given: a casebook, or reports and ledgers; and the figures and texts in either."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli.ledgers import each
from accordingto.records import Decision, Ledger, Rejection
from accordingto.records.base import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from accordingto.casebook import Casebook
    from accordingto.compare import Copy
    from accordingto.records import Contest, Reported

_SQLITE = b"SQLite format 3\x00"


def casebook_of(inputs: Sequence[str]) -> str | None:
    """The one input where it is a casebook (a SQLite file or a database's address), None where there is none.

    Raises UsageError for a casebook among other inputs: its reports and they would be counted twice.
    """
    found = [one for one in inputs if is_casebook(one)]
    if found and len(inputs) > 1:
        raise click.UsageError(f"{found[0]} is a casebook: give it alone, and add what else there is to it")
    return found[0] if found else None


def is_casebook(given: str) -> bool:
    """Whether an argument names a database: an address of PostgreSQL, or a file that begins as SQLite's do."""
    if given.startswith(("postgresql://", "postgresql+")):
        return True
    try:
        with Path(given).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


def contests_of(casebook: Casebook, figures: Sequence[Reported]) -> tuple[Contest, ...]:
    """The contests among figures of a casebook, as decided, copies among their reports known by the texts."""
    from accordingto.contesting import contests_among  # noqa: PLC0415  not needed to show the help

    return contests_among(casebook, figures)


def copies_of(casebook: Casebook, figures: Sequence[Reported]) -> dict[str, Copy]:
    """Which reports of the figures are copies of one text."""
    from accordingto.contesting import copies_among  # noqa: PLC0415  not needed to show the help

    return dict(copies_among(casebook, {figure.document for figure in figures}))


class Given(Record, frozen=True, kw_only=True):
    """Ledgers, the decisions that were made about them (applied in them), what was accepted, and what was rejected."""

    ledgers: tuple[Ledger, ...]
    decisions: tuple[Decision, ...] = ()
    accepted: frozenset[str] = frozenset()
    rejections: tuple[Rejection, ...] = ()


def given(inputs: tuple[str, ...], *, threads: int | None, outdated: bool = False) -> Given:
    """All that the inputs stand for: one casebook, or any number of reports, ledgers and folders of them."""
    casebook = casebook_of(inputs)
    if casebook is not None:
        from accordingto.cli.options import open_casebook  # noqa: PLC0415  loads the database's library

        with open_casebook(casebook) as opened:
            return Given(
                ledgers=tuple(opened.decided(outdated=outdated)),
                decisions=opened.decisions(),
                accepted=opened.accepted(),
            )
    found = list(each(inputs, threads))
    return Given(
        ledgers=tuple(one for one in found if isinstance(one, Ledger)),
        rejections=tuple(one for one in found if isinstance(one, Rejection)),
    )
