"""Content, name -> a file to keep."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
