"""Names of files, folders and addresses -> the files among them, and a file's bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from accordingto.errors import AddressGiven, MissingInput, TooLarge

SIZE_LIMIT = 50_000_000
"""A file must have fewer bytes than this. A report of 600 words has about 4,000."""

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".pdf"})
"""The files that are picked up in a folder; a file that is given by its name is always tried."""

# A Path keeps only one slash of "https://".
_ADDRESS = re.compile(r"(?i)(?:https?|ftps?|file)://?(?=[^/])|www\.[^/\s]+\.[a-z]{2,}(?:/|$)")
_FETCHED = re.compile(r"(?i)https?://[^/]")


def is_address(name: Path | str) -> bool:
    """Whether `name` is an address of the web (http or https), and no file's name."""
    return bool(_FETCHED.match(str(name))) and not os.path.exists(name)  # noqa: PTH110  as in `load`


def find(paths: Iterable[Path | str], *, also: tuple[str, ...] = ()) -> Iterator[Path]:
    """The files that `paths` stand for: each file as it was given, and of each folder the reports within, sorted.

    Folders are searched to the bottom; hidden files and folders (`.name`) in them, and files whose suffix is not in
    `SUFFIXES` or an ending in `also`, are passed over, and links to folders are not followed. No file comes twice. A
    folder that cannot be listed, and a path that does not exist, is given back as it is, so that `load` refuses it by
    name and nothing is lost in silence. So is the empty name, which must not stand for the folder that the program
    runs in.
    """
    seen: set[str] = set()
    for given in paths:
        for path in _expand(Path(given), also) if given != "" else (Path(),):
            key = str(path.absolute())
            if key not in seen:
                seen.add(key)
                yield path


def _expand(path: Path, also: tuple[str, ...]) -> Iterator[Path]:
    # os.path, since Path.is_dir raises where access is denied.
    if not os.path.isdir(path):  # noqa: PTH112
        yield path
        return
    unlisted: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=lambda error: unlisted.append(Path(str(error.filename)))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(folder, name)
            for name in sorted(names)
            if not name.startswith(".")
            and (Path(name).suffix.lower() in SUFFIXES or name.lower().endswith(also or "/"))
        )
    yield from unlisted


def load(path: Path | str, *, limit: int = SIZE_LIMIT) -> bytes:
    """The bytes of the file `path`.

    Raises AddressGiven for an address, MissingInput where there is no such file, no permission, or a folder, and
    TooLarge for a file of `limit` bytes or more.
    """
    name = str(path)
    # os.path, since Path.exists raises where access is denied, and for names that are too long.
    if _ADDRESS.match(name) and not os.path.exists(path):  # noqa: PTH110
        address = re.sub(r"^([A-Za-z]+):/(?=[^/])", r"\1://", name)
        raise AddressGiven(address, "is an address, not a file: save the page first, then give the file's name")
    try:
        with Path(path).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            check_size(size, name, limit=limit)
            # Pipes and devices tell no size, so no more is read than is needed to see that it is too much.
            data = file.read(limit)
    except FileNotFoundError:
        raise MissingInput(name, "no such file: check the name and the folder") from None
    except PermissionError:
        raise MissingInput(name, "no permission to read it: change its permissions, or copy it") from None
    except IsADirectoryError:
        raise MissingInput(name, "is a folder, or one that cannot be listed: give the files in it") from None
    except (OSError, ValueError) as error:
        # Of an OSError its reason alone: its text repeats the name.
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise MissingInput(name, f"cannot be opened ({reason}): check the name and the disk") from error
    check_size(len(data), name, limit=limit)
    return data


def check_size(size: int, name: str, *, limit: int = SIZE_LIMIT) -> None:
    """Raises TooLarge where an input of `size` bytes is not under `limit`."""
    if size >= limit:
        # What was cut off at the limit is not known, so its size is "at least".
        found = f"at least {size:,}" if size == limit else f"{size:,}"
        raise TooLarge(name, f"has {found} bytes, and must be under {limit:,}: give one report per file")
