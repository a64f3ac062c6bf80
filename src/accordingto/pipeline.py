"""Report -> Ledger

The order of the steps; the only place that knows it. A `Reader` owns what outlives a report: the model and options.
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import msgspec

from accordingto.attribute import again, attribute, narration, nest
from accordingto.check import check
from accordingto.count import count
from accordingto.date import date
from accordingto.errors import ModelError, ReadError, RegisterError
from accordingto.read import find, load, read_item
from accordingto.read import read as read_bytes
from accordingto.read import read_text as read_string
from accordingto.records import Document, Item, Ledger, ReaderInfo, Rejection
from accordingto.register import Register, register
from accordingto.resolve import resolve
from accordingto.tag import DEFAULT_MODEL, Device, Tagger


class Reader:
    """Reads reports with one model, which is loaded at the first read and then kept.

    `model` is a name of `accordingto.models.MODELS` or a model's folder, `threads` how many cores one report may use,
    None for all, `device` where the model is worked. `register` names files or folders of published figures to add to
    those that come with the program. The same bytes read with the same model, device and register give the same
    ledger. Raises ValueError where `threads` is under 1.

    >>> reader = Reader(threads=1)
    >>> ledger = reader.read_text('"We will not leave," the spokeswoman told reporters in the harbour on Friday.')
    >>> ledger.attributions[0].source.text
    'the spokeswoman'
    """

    def __init__(
        self,
        model: str | Path = DEFAULT_MODEL,
        threads: int | None = None,
        *,
        register: Iterable[str | Path] = (),
        device: Device = "cpu",
    ) -> None:
        if threads is not None and threads < 1:
            raise ValueError(f"threads is {threads}, and must be 1 or more, or None for all cores")
        self._model = model
        self._threads = threads
        self._device: Device = device
        self._register_files = tuple(register)

    @cached_property
    def _tagger(self) -> Tagger:
        return Tagger(self._model, self._threads, self._device)

    @cached_property
    def _register(self) -> Register:
        return register(self._register_files)

    @cached_property
    def info(self) -> ReaderInfo:
        """This program's version, its model's name and sha256; raises ModelError where the model is damaged."""
        return ReaderInfo(version=version("accordingto"), model=self._tagger.name, model_sha256=self._tagger.sha256)

    def read(self, source: str | Path | bytes | Item, *, name: str | None = None) -> Ledger:
        """The ledger of one report: the path of a file, the bytes of one (text, HTML or PDF), or an item.

        `name` is what messages call the report, else its path. Raises the ReadError that says why a report cannot be
        read, ModelError where the model is damaged, and RegisterError where a file of the register has a mistake.
        """
        if isinstance(source, Item):
            return self.read_document(read_item(source))
        if isinstance(source, bytes):
            return self.read_document(read_bytes(source, name=name or "bytes"))
        return self.read_document(read_bytes(load(source), name=name or str(source)))

    def read_text(self, text: str, *, name: str = "text") -> Ledger:
        """The ledger of a report that is at hand as a string, which stays as it is, character for character.

        A string is plain text, whatever it looks like. Its document's id is the sha256 of its UTF-8 bytes. Raises
        NotText for a lone surrogate, and the other ReadErrors as `read` does.
        """
        return self.read_document(read_string(text, name=name))

    def read_document(self, document: Document) -> Ledger:
        """The ledger of a document that was read before. Never raises on its text; else as `read` does."""
        reading = self._tagger.tag(document)
        attributions = attribute(document, reading)
        inner = self._tagger.tag(document, within=again(document, attributions))
        attributions = nest(document, attributions, inner, floor=self._tagger.nested_floor)
        sources, attributions = resolve(document, reading, attributions)
        dates = date(document)
        figures = count(document, reading, attributions, dates)
        own = narration(document, attributions)
        ledger = Ledger(
            document=document,
            sources=sources,
            attributions=attributions,
            figures=figures,
            dates=dates,
            narration=own,
            reader=self.info,
        )
        return msgspec.structs.replace(ledger, checks=check(ledger, register=self._register))

    def read_all(self, paths: Iterable[str | Path]) -> Iterator[Ledger | Rejection]:
        """A ledger or a rejection for each report, in order: what goes in is what comes out.

        A folder stands for the reports in it. No report ends the batch; raises ModelError and RegisterError as `read`
        does, and TypeError for a single string, whose letters would be taken for paths.
        """
        if isinstance(paths, str):
            raise TypeError(f"read_all takes several paths, here is one: give [{paths!r}]")
        return self._all(paths)

    def _all(self, paths: Iterable[str | Path]) -> Iterator[Ledger | Rejection]:
        for path in find(paths):
            yield self.attempt(path)

    def attempt(self, source: str | Path | bytes | Item, *, name: str | None = None) -> Ledger | Rejection:
        """The ledger of one report, or why there is none; takes the same as `read`, raises Model- and RegisterErrors.

        A fault of this program becomes a Rejection too, with the reason `internal`: one report must not cost a batch.
        """
        if name is None:
            name = source.name if isinstance(source, Item) else "bytes" if isinstance(source, bytes) else str(source)
        try:
            return self.read(source, name=name)
        except ReadError as error:
            return Rejection.of(error)
        except (ModelError, RegisterError):
            raise
        except Exception as error:  # noqa: BLE001  any fault at all must be counted and named, and the batch go on
            return _internal(name, error)


def document_id(data: bytes) -> str:
    """The id of the document that these bytes hold: their sha256 in hex."""
    return hashlib.sha256(data).hexdigest()


def _internal(name: str, error: Exception) -> Rejection:
    """The rejection for a fault of this program, with what its authors need to find it."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return Rejection(
        name=name,
        reason="internal",
        message=f"a fault of accordingto, not of the report ({said}; {Path(at.filename).name}, line {at.lineno}): "
        "please report it with this line",
    )
