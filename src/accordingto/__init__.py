"""Report -> Ledger

Reads news reports and keeps account of who says what: `accordingto.read("report.html")` gives the ledger of one
report, `accordingto.Reader` reads many with one model in memory. Importing this package does nothing and is quick:
the steps and the model are loaded at the first read.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from accordingto.pipeline import Reader as Reader
    from accordingto.records import Ledger as Ledger

    __version__: str

__all__ = ["Ledger", "Reader", "__version__", "read"]


class _Package(ModuleType):
    """This package. Its function `read` stays in sight when the step of the same name is imported.

    Python binds a submodule to its name in the package at its first import; `accordingto.read(…)` would work once.
    """

    def __setattr__(self, name: str, value: object) -> None:
        """Bind anything but the step `read`, which `from accordingto.read import …` finds all the same."""
        if not (name == "read" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def read(source: str | Path | bytes, *, name: str | None = None) -> Ledger:
    """The ledger of one report.

    `source` is the path of a file (text, HTML or PDF) or the bytes of one; `name` is what messages call it, else the
    path. All offsets of the ledger count Unicode code points of `ledger.document.text`. Each call loads the model
    anew, which takes longer than reading a report: to read many, keep a `Reader`. Raises a ReadError where the report
    cannot be read and a ModelError where the model is damaged (see `accordingto.errors`).

    >>> import accordingto
    >>> ledger = accordingto.read(b"The bridge will stay closed, the mayor said on Monday evening.", name="note")
    >>> [(a.source.text, a.content[0].text) for a in ledger.attributions]
    [('the mayor', 'The bridge will stay closed')]
    """
    from accordingto.pipeline import Reader  # noqa: PLC0415  importing accordingto must not load the steps

    return Reader().read(source, name=name)


def __getattr__(name: str) -> Any:  # noqa: ANN401  one function for names of several types
    """The public names that would make the import slow, fetched when they are first asked for."""
    if name == "Reader":
        from accordingto.pipeline import Reader  # noqa: PLC0415

        return Reader
    if name == "Ledger":
        from accordingto.records import Ledger  # noqa: PLC0415

        return Ledger
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("accordingto")
    raise AttributeError(f"module 'accordingto' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, also those not yet fetched."""
    return sorted({*globals(), *__all__})
