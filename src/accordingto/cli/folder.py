"""A folder of ledgers: written whole or not at all, none lost to another, so that a batch can be taken up again."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from accordingto.errors import ReadError
from accordingto.records import Ledger, ReaderInfo, Rejection

if TYPE_CHECKING:
    from accordingto.pipeline import Reader

REJECTIONS = "rejections.jsonl"
_STEM = 200
"""So many bytes of a report's name are kept: with the id and `.json` a file name must not have more than 255."""


class _Id(msgspec.Struct, frozen=True):
    id: str


class _Header(msgspec.Struct, frozen=True):
    """What tells whose ledger a file is and who made it; the rest of the file is not looked at."""

    document: _Id
    reader: ReaderInfo


@dataclass(frozen=True, slots=True)
class There:
    """A report that was passed over, since its ledger is there."""

    path: Path


class Folder:
    """The folder `path`, which is made where it is missing.

    A ledger's file is `STEM.json`, after its report. Where that name holds anything but a ledger of the very same
    bytes, the file is `STEM-ID.json`, ID being the first twelve digits of the document's id; so two reports of one
    name stand side by side, and nothing is replaced except by a newer ledger of the same report. A stem of more than
    200 bytes is cut, since a file name has at most 255.
    """

    def __init__(self, path: Path, info: ReaderInfo, *, again: bool, indent: int | None) -> None:
        with _named(path):
            path.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._info = info
        self._again = again
        self._indent = indent

    def take(self, stem: str, name: str, content: Callable[[], bytes], reader: Reader) -> Ledger | Rejection | There:
        """Read a report and write its ledger, unless one by the same program and model is there."""
        from accordingto.pipeline import document_id  # noqa: PLC0415
        from accordingto.report import json_text  # noqa: PLC0415

        try:
            data = content()
        except ReadError as error:
            return Rejection.of(error)
        path, made_by = self._place(_shortened(stem), document_id(data))
        if made_by == self._info and not self._again:
            return There(path)
        result = reader.attempt(data, name=name)
        if isinstance(result, Ledger):
            write(path, json_text(result, indent=self._indent) + "\n")
        return result

    def note_rejections(self, rejections: list[Rejection]) -> None:
        """Say in `rejections.jsonl` what this run could not read; where all was read there is no such file."""
        path = self.path / REJECTIONS
        if rejections:
            write(path, "".join(_line(rejection) for rejection in rejections))
        else:
            with _named(path):
                path.unlink(missing_ok=True)

    def _place(self, stem: str, id_: str) -> tuple[Path, ReaderInfo | None]:
        """Where the ledger of this document belongs, and who made the one that is there."""
        path = self.path / f"{stem}.json"
        if not os.path.lexists(path):
            return path, None
        header = _header(path)
        if header is None or header.document.id != id_:
            path = self.path / f"{stem}-{id_[:12]}.json"
            header = _header(path)
        return path, header.reader if header is not None and header.document.id == id_ else None


def write(path: Path, content: str | bytes) -> None:
    """Write a file so that at no moment a half-written one stands under its name; raises an OSError that names it."""
    with _named(path):
        _write(path, content)


def _write(path: Path, content: str | bytes) -> None:
    # A hidden file in the same folder: renaming is atomic only within one file system.
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".accordingto-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
            file.flush()
            os.fsync(file.fileno())
        # mkstemp allows the owner alone; a new file has the rights that the user's mask leaves.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _shortened(stem: str) -> str:
    """The stem with no more than `_STEM` bytes, cut between characters."""
    while len(os.fsencode(stem)) > _STEM:
        stem = stem[:-1]
    return stem


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    """Makes an OSError speak of `path`, not of the hidden file that becomes it, and say what to do."""
    try:
        yield
    except OSError as error:
        said = f"cannot be written ({error.strerror or error}): give a place that is there, with room and permission"
        raise OSError(error.errno, said, str(path)) from error


def _line(rejection: Rejection) -> str:
    r"""A rejection as one line of JSON; a byte of its name that is no UTF-8 is written `\xff`, as JSON has none."""
    name = os.fsencode(rejection.name).decode("utf-8", "backslashreplace")
    return msgspec.json.encode(msgspec.structs.replace(rejection, name=name)).decode() + "\n"


def _header(path: Path) -> _Header | None:
    """Whose ledger `path` is; None where it is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Header)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None
