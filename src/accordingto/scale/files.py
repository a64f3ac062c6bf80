"""Names of files, folders and addresses -> the files among them; and a file laid plain on the local disk.

An address is one that fsspec knows, such as `s3://archive/2024/`. What is compressed or not local is copied, unpacked,
into a folder of the worker.
"""

from __future__ import annotations

import bz2
import gzip
import hashlib
import lzma
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from accordingto.errors import BatchError, MissingExtra
from accordingto.read.delimited import SUFFIXES as DELIMITED
from accordingto.read.inputs import SIZE_LIMIT, SUFFIXES, find
from accordingto.read.items import CONTAINERS
from accordingto.records.base import Record

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

PACKED = (".gz", ".bz2", ".xz", ".zst")
PARQUET = (".parquet",)
WARC_GZ = ".warc.gz"
_PLAIN = (*SUFFIXES, *CONTAINERS, *DELIMITED, *PARQUET)
ENDINGS = tuple(sorted({plain + packed for plain in _PLAIN for packed in ("", *PACKED)}))
"""The files that are picked up in a folder; a file that is given by its name is always tried."""
_CHUNK = 1 << 20


class File(Record, frozen=True, kw_only=True):
    """One file of the input: its name as messages give it, where it is, and what shows that it is still the same.

    `address` is absolute. `mark` is the time of its last change or what else its store tells of a version; `size`
    counts bytes. Both are None for a file that is not there, which is rejected by name.
    """

    name: str
    address: str
    size: int | None = None
    mark: str | None = None

    @property
    def single(self) -> bool:
        """Whether its name says that it is one report; of others it is seen when they are opened."""
        return Path(unpacked(self.name)).suffix.lower() in SUFFIXES


def unpacked(name: str) -> str:
    """The name without the ending of a compression that is undone here; a web archive is read as it is.

    >>> unpacked("news.jsonl.zst"), unpacked("crawl.warc.gz")
    ('news.jsonl', 'crawl.warc.gz')
    """
    lower = name.lower()
    if lower.endswith(WARC_GZ):
        return name
    return next((name[: -len(packed)] for packed in PACKED if lower.endswith(packed)), name)


def is_remote(name: str) -> bool:
    """Whether the name is an address, and no path."""
    return "://" in name


def files(given: Iterable[str]) -> Iterator[File]:
    """The files that the names stand for, in order; of a folder those with an ending of `ENDINGS`, sorted.

    No file comes twice. One that is not there comes without size. Raises BatchError for an address of the web.
    """
    seen: set[str] = set()
    for one in given:
        for file in _remote(one) if is_remote(one) else map(_local, find([one], also=ENDINGS)):
            if file.address not in seen:
                seen.add(file.address)
                yield file


def again(file: File) -> File:
    """The file as it is now."""
    return next(_remote(file.address)) if is_remote(file.address) else _local(Path(file.address), name=file.name)


def filesystem(address: str) -> tuple[AbstractFileSystem, str]:
    """What opens the address, and its path there; raises MissingExtra, or BatchError where it is of no known kind."""
    try:
        import fsspec  # noqa: PLC0415  an extra, which local files do not need
    except ImportError:
        raise MissingExtra(f"{address} needs the library fsspec: pip install 'accordingto[batch]'") from None
    if address.lower().startswith(("http://", "https://")):
        raise BatchError(f"{address} is an address of the web: `accordingto add` fetches such, with care for its site")
    try:
        system, path = fsspec.core.url_to_fs(address)
    except (ValueError, ImportError) as error:
        raise BatchError(f"{address} cannot be opened ({error}): check its scheme, or install what it needs") from None
    return cast("AbstractFileSystem", system), str(path)


def _local(path: Path, name: str | None = None) -> File:
    name, address = name or str(path), str(path.absolute())
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return File(name=name, address=address)
    return File(name=name, address=address, size=stat.st_size, mark=str(stat.st_mtime_ns))


def _remote(address: str) -> Iterator[File]:
    system, path = filesystem(address)
    scheme = address.partition("://")[0]
    within = system.isdir(path)
    for one in map(str, sorted(system.find(path)) if within else [path]):
        if not within or _wanted(one, path):
            yield _there(system, one, f"{scheme}://{one if scheme == 'file' else one.lstrip('/')}")


def _wanted(path: str, root: str) -> bool:
    parts = path.removeprefix(root).strip("/").split("/")
    return path.lower().endswith(ENDINGS) and not any(part.startswith(".") for part in parts)


def _there(system: AbstractFileSystem, path: str, address: str) -> File:
    try:
        info: dict[str, Any] = system.info(path)
    except FileNotFoundError:
        return File(name=address, address=address)
    told = [
        str(info[key]) for key in ("ETag", "etag", "mtime", "LastModified", "last_modified", "created") if key in info
    ]
    return File(name=address, address=address, size=info.get("size"), mark="; ".join(told) or None)


class Laid:
    """Lays files plain into `folder`, one at a time: the one before goes when the next one comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last: tuple[File, Path, str | None] | None = None

    def lay(self, file: File) -> tuple[Path, str | None]:
        """Where the file lies plain, and in words what was wrong with its compression, so that it ends early.

        Raises OSError where it cannot be read, MissingExtra for zstd without its library.
        """
        if not is_remote(file.address) and unpacked(file.address) == file.address:
            return Path(file.address), None
        if self._last is None or self._last[0] != file:
            if self._last is not None:
                self._last[1].unlink(missing_ok=True)
            name = Path(unpacked(file.address)).name
            # The name's end tells the kind; its beginning may be too long beside the mark of its place.
            path = self._folder / f"{hashlib.sha256(file.address.encode()).hexdigest()[:16]}-{name[-100:]}"
            limit = SIZE_LIMIT + 1 if file.single else None
            self._last = (file, path, _copy(file, path, limit))
        return self._last[1], self._last[2]


def _copy(file: File, to: Path, limit: int | None) -> str | None:
    packed = file.address.removeprefix(unpacked(file.address)).lower()
    with _opened(file) as raw, to.open("wb") as out:
        try:
            plain = _plain(raw, packed)
            while (limit is None or out.tell() < limit) and (chunk := plain.read(_CHUNK)):
                out.write(chunk)
        except _damage(packed) as error:
            return " ".join(str(error).split()) or type(error).__name__
        except OSError as error:
            if error.errno is not None:  # bz2 raises a bare OSError for damage
                raise
            return str(error)
    return None


def _opened(file: File) -> IO[bytes]:
    if not is_remote(file.address):
        return Path(file.address).open("rb")
    system, path = filesystem(file.address)
    return cast("IO[bytes]", system.open(path, "rb"))


def _plain(raw: IO[bytes], packed: str) -> IO[bytes]:
    if packed == ".gz":
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))
    if packed == ".bz2":
        return bz2.BZ2File(raw)
    if packed == ".xz":
        return lzma.LZMAFile(raw)
    if packed == ".zst":
        return cast("IO[bytes]", _zstd().ZstdDecompressor().stream_reader(raw, read_across_frames=True))
    return raw


def _damage(packed: str) -> tuple[type[Exception], ...]:
    """The errors by which a decompressor says that what it reads is damaged."""
    zstd: tuple[type[Exception], ...] = (_zstd().ZstdError,) if packed == ".zst" else ()
    return (gzip.BadGzipFile, lzma.LZMAError, zlib.error, EOFError, *zstd)


def _zstd() -> Any:  # noqa: ANN401  a module
    try:
        import zstandard  # noqa: PLC0415  an extra, which other compressions do not need
    except ImportError:
        raise MissingExtra("*.zst needs the library zstandard: pip install 'accordingto[batch]'") from None
    return zstandard
