"""A web archive (WARC, or a WACZ, which holds some) -> Items.

Of each page the record that it came in is kept as its carrier, byte for byte as it stands in the archive.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from accordingto.errors import Damaged, TooLarge
from accordingto.read.inputs import SIZE_LIMIT
from accordingto.read.rows import Mark
from accordingto.records import Item, Rejection

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

SUFFIXES = (".warc", ".warc.gz", ".wacz")
MEDIA_TYPE = "application/warc"
_REPORTS = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def is_warc(head: bytes) -> bool:
    """Whether a file that begins with `head` (some hundred bytes) is a WARC file, plain or gzipped."""
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def archive(path: Path, start: Mark = Mark()) -> Iterator[Item | Rejection]:  # noqa: B008  frozen
    """The pages in the archive `path`: responses with status 200 that are text, HTML or PDF.

    Pictures, scripts, errors and redirects are no reports and are passed over. Where an archive breaks off, a rejection
    says so behind what was read. `start` is where to begin in a WARC, as `marks` tells. Raises OSError where the file
    cannot be opened.
    """
    if path.suffix.lower() != ".wacz":
        with path.open("rb") as file, path.open("rb") as again:
            file.seek(start.offset)
            found = _marked(file, again, str(path), before=start.before)
            yield from (page for _, page in islice(found, start.skip, None))
        return
    try:
        with zipfile.ZipFile(path) as outer:
            inner = [n for n in outer.namelist() if n.startswith("archive/") and n.endswith((".warc", ".warc.gz"))]
            if not inner:
                yield Rejection.of(Damaged(str(path), "is a WACZ without a WARC in its folder archive/: get it anew"))
            for member in inner:
                with outer.open(member) as file, outer.open(member) as again:
                    yield from pages(file, again, name=f"{path}!{member}")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield Rejection.of(Damaged(str(path), f"is no WACZ that can be opened ({error}): get it anew"))


def marks(path: Path) -> Iterator[Mark]:
    """Where each page of a WARC begins: as many marks as `archive` gives pages and rejections."""
    with path.open("rb") as file, path.open("rb") as again:
        yield from (mark for mark, _ in _marked(file, again, str(path)))


def pages(file: IO[bytes], again: IO[bytes], *, name: str, any_type: bool = False) -> Iterator[Item | Rejection]:
    """The pages in the WARC `file`; `again` is the same file, from which each page's record is copied.

    `any_type` takes answers of any media type, for one that was asked for.
    """
    yield from (page for _, page in _marked(file, again, name, any_type=any_type))


def _marked(
    file: IO[bytes], again: IO[bytes], name: str, *, any_type: bool = False, before: int = 0
) -> Iterator[tuple[Mark, Item | Rejection]]:
    """The pages from where `file` stands, `before` records behind its beginning, each with where it begins."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  who reads one report must not wait for it
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    records = ArchiveIterator(file)
    number = before
    end: int | None = None
    last: Mark | None = None
    try:
        for record in records:
            number += 1
            wanted = any_type or _holds_report(record)
            body = _upto(record.content_stream(), SIZE_LIMIT) if wanted else b""
            # Known only when the record was read to its end.
            at, length = records.get_record_offset(), records.get_record_length()
            end = at + length
            # What is left of the length that the record states; a record that is cut off may state none.
            if getattr(record.raw_stream, "limit", None) != 0:
                raise EOFError("its end is missing")
            if not wanted:
                continue
            last = Mark(at, number - 1)
            address = record.rec_headers.get_header("WARC-Target-URI")
            label = f"{name}#{address or number}"
            if len(body) >= SIZE_LIMIT:
                said = f"has at least {SIZE_LIMIT:,} bytes, and must be under them: save and split it"
                yield last, Rejection.of(TooLarge(label, said))
                continue
            again.seek(at)
            page = Item(
                name=label,
                data=body,
                url=address,
                retrieved=record.rec_headers.get_header("WARC-Date"),
                carrier=again.read(length),
                carrier_type=MEDIA_TYPE,
            )
            yield last, page
        if end is not None:
            again.seek(end)
        if again.read(64).strip():
            number += 1
            raise EOFError("no whole record stands behind the last one")
    # The last of these is how warcio takes a record whose headers were cut off.
    except (ArchiveLoadFailed, gzip.BadGzipFile, zlib.error, EOFError, OSError, ValueError, AttributeError) as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        said = f"the archive breaks off at its record {number or 1} ({reason}): get it anew"
        # Where it breaks is not known for sure: so it is what comes behind the last page.
        behind = Mark() if last is None else Mark(last.offset, last.before, 1)
        yield behind, Rejection.of(Damaged(f"{name}#{number or 1}", said))


def _upto(stream: IO[bytes], limit: int) -> bytes:
    """The bytes of `stream`, at most `limit`: one call of its `read` gives what it has in its buffer."""
    parts: list[bytes] = []
    left = limit
    while left > 0 and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _holds_report(record: ArcWarcRecord) -> bool:
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type")
    elif record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return False
        kind = record.http_headers.get_header("Content-Type")
    else:
        return False
    return (kind or "").partition(";")[0].strip().lower() in _REPORTS
