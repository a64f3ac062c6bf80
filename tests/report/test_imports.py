import subprocess
import sys

import pytest

import accordingto.report


@pytest.mark.parametrize(("view", "spared"), [("json_text", "rich"), ("json_text", "jinja2"), ("terminal", "jinja2")])
def test_a_view_imports_only_what_it_needs(view, spared):
    """JSON needs neither library, and the terminal does not need the page's templates."""
    code = f"import sys; from accordingto.report import {view}; sys.exit('{spared}' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", accordingto.report.__all__)
def test_public_names_are_functions(name):
    """Each public name is a function of that name."""
    assert getattr(accordingto.report, name).__name__ == name


def test_another_name_is_refused():
    """A name that the package does not have is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="has no attribute 'pages'"):
        accordingto.report.pages  # noqa: B018  the access is what is tested
