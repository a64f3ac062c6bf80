"""Files -> Register

Published figures of record: what a source that reports cite has itself published, as data files with a published
schema, and their look-up. Users add files of their own, named in a call or in the environment.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from accordingto.register.load import found, load, shipped
from accordingto.register.lookup import Register
from accordingto.register.names import Named
from accordingto.register.rows import Citation, Complete, Derivation, Measure, Population, Publisher, Row

__all__ = [
    "ENVIRONMENT",
    "Citation",
    "Complete",
    "Derivation",
    "Measure",
    "Named",
    "Population",
    "Publisher",
    "Register",
    "Row",
    "register",
]

ENVIRONMENT = "ACCORDINGTO_REGISTER"
"""The environment variable that names files and folders to add, parted as PATH is."""


def register(files: Iterable[str | Path] = (), *, environment: bool = True) -> Register:
    """The register that comes with the program, and the files or folders that a user adds to it.

    `environment` says whether those that ACCORDINGTO_REGISTER names count too. Raises RegisterError that names file, id
    and field where an entry is wrong.

    >>> [row.id for row in register().find(source="WHO", value=151_000)]
    ['IQ1']
    """
    named = os.environ.get(ENVIRONMENT, "").split(os.pathsep) if environment else []
    added = found([*(n for n in named if n), *files])
    return Register(load([*shipped(), *added])) if added else _shipped()


@cache
def _shipped() -> Register:
    return Register(load(shipped()))
