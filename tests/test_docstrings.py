"""The examples in docstrings give what they say.

Not by pytest's own collection of doctests: that would import the modules a second time from src/, beside the installed
package that all other tests use.
"""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import accordingto

NOT_IMPORTED = ("__main__", "migrations.env")
"""These run when they are imported: the program itself, and what Alembic runs to move a casebook's tables on."""
MODULES = sorted(
    m.name for m in pkgutil.walk_packages(accordingto.__path__, "accordingto.") if not m.name.endswith(NOT_IMPORTED)
)


def examples(name: str) -> list[doctest.DocTest]:
    # The root package is asked for by its spec: `accordingto.read` is a function there, a package here.
    module = importlib.import_module(name)
    return [test for test in doctest.DocTestFinder().find(module, name) if test.examples]


@pytest.mark.parametrize("name", ["accordingto", *MODULES])
def test_examples_run(name):
    """Every example of a module gives what its docstring says."""
    said: list[str] = []
    for test in examples(name):
        doctest.DocTestRunner().run(test, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize(
    "name", ["accordingto", "accordingto.pipeline", "accordingto.read", "accordingto.records.span"]
)
def test_there_are_examples(name):
    """What users call first has an example."""
    assert examples(name)
