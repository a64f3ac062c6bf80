"""Content, name -> a file to keep."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from litestar.response import Response, Stream

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_PART = 1 << 16


def as_file(name: str) -> dict[str, str]:
    """The header by which a browser keeps what it gets under that name."""
    return {"Content-Disposition": f'attachment; filename="{_UNSAFE.sub("-", name)}"'}


def kept(content: bytes | str, name: str, media_type: str) -> Response[bytes]:
    """A file that is made already."""
    data = content.encode() if isinstance(content, str) else content
    return Response(data, media_type=media_type, headers=as_file(name))


def streamed(parts: Iterable[bytes], name: str, media_type: str) -> Stream:
    """A file that is made while it is sent, in another thread than the one that answers."""
    return Stream(_larger(parts), media_type=media_type, headers=as_file(name))


def zipped(files: Iterable[tuple[str, bytes | Path]]) -> Iterator[bytes]:
    """Files by their names, from memory or from the disk, as a zip archive; the same files give the same bytes."""
    out = _Drained()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            source = content.open("rb") if isinstance(content, Path) else io.BytesIO(content)
            with source, archive.open(info, "w", force_zip64=True) as entry:
                while part := source.read(_PART):
                    entry.write(part)
                    yield out.taken()
    yield out.taken()


class _Drained(io.RawIOBase):
    """What an archive is written to, and taken from as it grows."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        """It is; it cannot be read or moved about in."""
        return True

    def write(self, data: Any, /) -> int:  # noqa: ANN401  whatever has a buffer
        """Take the bytes in."""
        self._held += data
        return len(data)

    def taken(self) -> bytes:
        """What was written since it was last taken."""
        part = bytes(self._held)
        self._held.clear()
        return part


def json_list(items: Iterable[bytes]) -> Iterator[bytes]:
    """Encoded items as one list in JSON, each on a line of its own."""
    before = b"[\n"
    for item in items:
        yield before + item
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _larger(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer parts: each costs a change of threads."""
    held = bytearray()
    for part in parts:
        held += part
        if len(held) >= _PART:
            yield bytes(held)
            held.clear()
    yield bytes(held)
