"""The documents say what the program does: generated parts are current, examples run, links lead somewhere."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import click
import pytest

from accordingto import errors
from accordingto.cli.ending import Ending
from accordingto.cli.main import commands
from docs import generate

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def test_generated_parts_are_current():
    """docs/cli.md, and README's example and tree, are what `python -m docs.generate` writes."""
    assert generate.main(["--check"]) == 0


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_python_examples_run(path):
    """Every Python example in a document gives what it says."""
    text = "\n".join(PYTHON.findall(path.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    said: list[str] = []
    results = doctest.DocTestRunner().run(test, out=said.append)
    assert results.failed == 0, "".join(said)


def test_there_are_python_examples():
    """README has Python examples with prompts, so that the test above has something to run."""
    assert ">>> import accordingto" in "".join(PYTHON.findall((ROOT / "README.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_links_lead_somewhere(path):
    """Every link to a file of the repository leads to one."""
    assert [t for t in LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / t).exists()] == []


def test_every_command_and_option_is_documented():
    """docs/cli.md names every command and each of its options."""
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for name, command in commands.commands.items():
        assert f"## accordingto {name}\n" in page
        section = page.partition(f"## accordingto {name}\n")[2]
        names = [o for p in command.params if isinstance(p, click.Option) for o in (*p.opts, *p.secondary_opts)]
        assert [o for o in names if o not in section] == []


def test_commands_in_the_readme_exist():
    """Every `accordingto …` command that README shows has options that the program knows."""
    shown = re.findall(r"accordingto (read [^#\n]*)", (ROOT / "README.md").read_text(encoding="utf-8"))
    known = {o for p in commands.commands["read"].params for o in (*p.opts, *p.secondary_opts)}
    used = {o for line in shown for o in re.findall(r"--[a-z-]+", line)}
    assert used
    assert used <= known


def test_exit_codes_are_documented():
    """The help names every exit code."""
    assert commands.help is not None
    told = {int(code) for code in re.findall(r"^\s*(\d+)  ", commands.help, re.MULTILINE)}
    assert told == {int(e) for e in Ending}


def reasons(error: type[errors.ReadError]) -> set[str]:
    return {s.code for s in error.__subclasses__()}


def test_reasons_for_rejections_are_documented():
    """docs/evidence.md lists the reason of every ReadError, and `internal`, and no other."""
    rows = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(rows) == reasons(errors.ReadError) | {"internal"}


def test_the_error_tree_is_drawn_in_full():
    """The tree atop errors.py names every error, under its parent."""
    assert errors.__doc__ is not None
    drawn = re.findall(r"^[│├└─ ]*(\w+)", errors.__doc__.partition("\n\n")[2].partition("\n\n")[0], re.MULTILINE)
    there = [n for n, e in vars(errors).items() if isinstance(e, type) and issubclass(e, errors.AccordingtoError)]
    assert sorted(drawn) == sorted(there)


def test_a_late_document_is_noticed(tmp_path, monkeypatch, capsys):
    """Where a generated part is out of date, `--check` fails and writes nothing; without it the part is written."""
    late = tmp_path / "cli.md"
    late.write_text("old\n")
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    monkeypatch.setattr(generate, "pages", lambda: {late: "new\n"})
    assert generate.main(["--check"]) == 1
    assert late.read_text() == "old\n"
    assert "cli.md" in capsys.readouterr().err
    assert generate.main([]) == 0
    assert late.read_text() == "new\n"


def test_confidences_may_differ_in_documents():
    """A confidence's digits are no difference, since processors round apart; a word is one."""
    assert generate.same("cue “said” · confidence high 0.91", "cue “said” · confidence moderate 0.79")
    assert not generate.same("cue “said” · confidence high 0.91", "cue “told” · confidence high 0.91")
