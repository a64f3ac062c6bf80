"""What a command is given -> ledgers: those of a casebook, those that were written before, and reports read now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from accordingto.cli.given import casebook_of
from accordingto.errors import InvalidRecord, ReadError
from accordingto.records import Decision, Ledger, Rejection
from accordingto.records.base import Record

_LEDGERS = frozenset({".json", ".jsonl"})


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
    found = list(_read(inputs, threads))
    return Given(
        ledgers=tuple(one for one in found if isinstance(one, Ledger)),
        rejections=tuple(one for one in found if isinstance(one, Rejection)),
    )


def _read(inputs: tuple[str, ...], threads: int | None) -> Iterator[Ledger | Rejection]:
    from accordingto.pipeline import Reader  # noqa: PLC0415  loads the model's library, which `--help` does not need

    reader = Reader(threads=threads)
    for name in inputs:
        path = Path(name)
        if path.suffix in _LEDGERS and not path.is_dir():
            yield from _written(path)
            continue
        if path.is_dir():
            for file in sorted(p for p in path.rglob("*") if p.suffix in _LEDGERS):
                yield from _written(file)
        yield from reader.read_all([name])


def _written(path: Path) -> Iterator[Ledger | Rejection]:
    """The ledgers in a file of JSON, one or one a line; a rejection for a line that is none."""
    try:
        content = path.read_bytes()
    except OSError as error:
        yield Rejection.of(ReadError(str(path), f"cannot be opened ({error.strerror}): check its name and permissions"))
        return
    lines = content.splitlines() if path.suffix == ".jsonl" else [content]
    for number, line in enumerate(lines, 1):
        if line.strip():
            name = f"{path}:{number}" if len(lines) > 1 else str(path)
            try:
                yield Ledger.from_json(line)
            except InvalidRecord as error:
                yield Rejection.of(ReadError(name, f"{error}: give a ledger that `accordingto read` wrote"))
