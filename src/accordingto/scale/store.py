"""Where a batch keeps what it made: a local folder or an address; each file is there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from accordingto.errors import BatchError
from accordingto.scale.files import filesystem, is_remote

_HIDDEN = ".accordingto-"


class Store:
    """The folder `where`, a path or an address that fsspec knows; `name`s within it have slashes.

    In a local folder a file is written under a hidden name and renamed. An object store shows an object when it is
    complete, so there it is written at once. Raises BatchError for `memory://`.
    """

    def __init__(self, where: str) -> None:
        if where.startswith("memory://"):
            raise BatchError(f"{where} is the memory of one process, which the workers do not see: give a folder")
        self.where = where if is_remote(where) else str(Path(where).absolute())

    def read(self, name: str) -> bytes | None:
        """The content of a file, None where it is not there."""
        try:
            if is_remote(self.where):
                system, path = filesystem(f"{self.where.rstrip('/')}/{name}")
                return bytes(system.cat_file(path))
            return Path(self.where, name).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, name: str, content: bytes | Path) -> None:
        """Write a file: these bytes, or the content of a local file."""
        if is_remote(self.where):
            data = content.read_bytes() if isinstance(content, Path) else content
            system, path = filesystem(f"{self.where.rstrip('/')}/{name}")
            system.makedirs(path.rpartition("/")[0], exist_ok=True)
            system.pipe_file(path, data)
            return
        path_here = Path(self.where, name)
        path_here.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path_here.parent, prefix=_HIDDEN)
        try:
            with os.fdopen(handle, "wb") as file:
                if isinstance(content, Path):
                    with content.open("rb") as source:
                        shutil.copyfileobj(source, file)
                else:
                    file.write(content)
                file.flush()
                os.fsync(file.fileno())
            # mkstemp allows the owner alone, and others may have to read the tables.
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path_here)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
            raise

    def names(self, folder: str) -> set[str]:
        """The names of the files in a folder of it; none where there is no such folder."""
        try:
            if is_remote(self.where):
                system, path = filesystem(f"{self.where.rstrip('/')}/{folder}")
                system.invalidate_cache()
                return {str(one).rpartition("/")[2] for one in system.ls(path, detail=False)}
            return {one.name for one in Path(self.where, folder).iterdir() if not one.name.startswith(".")}
        except FileNotFoundError:
            return set()

    def tidy(self) -> None:
        """Take away the hidden files that a killed run left behind."""
        if not is_remote(self.where):
            for left in Path(self.where).glob(f"**/{_HIDDEN}*"):
                left.unlink(missing_ok=True)
