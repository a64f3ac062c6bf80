"""`python -m docs.generate`: write what the program says about itself into docs and README.md.

docs/cli.md comes from the commands, the tables of docs/export.md from the exporters, README's example from the shipped
report, README's tree from the first line of each package's docstring. `--check` writes nothing and fails where a file
is out of date.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import re
import sys
from importlib import resources
from pathlib import Path

import click

from accordingto.cli.main import commands
from accordingto.cli.read import EXAMPLE
from accordingto.pipeline import Reader
from accordingto.report import terminal
from accordingto.report.export.columns import TABLES
from accordingto.report.export.conflict import HXL, UCDP

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "accordingto"
PIPELINE = (
    "records", "read", "tag", "attribute", "resolve", "date", "count", "check", "register", "casebook", "compare",
    "toll", "report", "review", "language", "gazetteer", "edtf", "models", "examples", "pipeline",
    "contesting", "cli", "serve", "scale",
)  # fmt: skip
"""The packages in the order in which a report meets them; those that are not there yet are left out."""
STATEMENTS, FIGURES = 4, 4
"""So many statements and figures of the example stand in README.md."""
_TYPES = {str: "text", int: "integer", float: "number", bool: "truth"}
_SURENESS = re.compile(r"confidence (?:\w+ )?0\.\d\d|confidence 1\.00|\d+ %")


def cli_page() -> str:
    """docs/cli.md: every command with its help, arguments and options, as the program has them."""
    context = click.Context(commands, info_name="accordingto", **commands.context_settings)
    parts = [
        "# The command line",
        "<!-- Written by `python -m docs.generate`; a test compares it with the program. -->",
        *_command(commands, context),
    ]
    for name in commands.list_commands(context):
        command = commands.commands[name]
        parts += [f"## accordingto {name}", *_command(command, click.Context(command, context, info_name=name))]
    return "\n\n".join(parts) + "\n"


def _command(command: click.Command, context: click.Context) -> list[str]:
    """Usage, help and options of one command as Markdown blocks."""
    usage = command.get_usage(context).removeprefix("Usage: ")
    blocks = [f"```text\n{' '.join(usage.split())}\n```"]
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        # Click's mark for a paragraph that stays as it is.
        raw = paragraph.removeprefix("\b\n")
        blocks.append(paragraph if raw == paragraph else f"```text\n{raw}\n```")
    options = [p for p in command.get_params(context) if isinstance(p, click.Option)]
    rows = [record for p in options if (record := p.get_help_record(context))]
    lines = ["| `{}` | {} |".format(*(" ".join(cell.split()).replace("|", "\\|") for cell in row)) for row in rows]
    return [*blocks, "\n".join(["| option | what it does |", "|---|---|", *lines])]


def example() -> str:
    """The first statements and figures of the example report as the terminal shows them, in a Markdown block."""
    content = resources.files("accordingto.examples").joinpath(EXAMPLE).read_bytes()
    view = terminal(Reader(threads=1).read(content, name=EXAMPLE), width=80, colour=False)
    statements = view.split(f"\n  {STATEMENTS + 1}  ")[0].rstrip()
    figures = re.split(rf"\n ?{FIGURES + 1}  ", view[view.index("\nFigures\n") :])[0].rstrip()
    return f"```text\n$ accordingto read --example\n{statements}\n\n  …\n{figures}\n  …\n```"


def tree() -> str:
    """The packages in the order of the pipeline, each with the first line of its docstring, in a Markdown block."""
    there = {p.name if p.is_dir() else p.stem for p in PACKAGE.iterdir() if not p.name.startswith(("_", "."))}
    there -= {"py", "errors"}
    unknown = there - set(PIPELINE)
    if unknown:
        raise SystemExit(f"docs/generate.py: give {', '.join(sorted(unknown))} a place in PIPELINE")
    rows = [
        (f"{name}/" if (PACKAGE / name).is_dir() else f"{name}.py", _first_line(name))
        for name in PIPELINE
        if name in there
    ]
    width = max(len(name) for name, _ in rows) + 2
    return "\n".join(["```text", *(f"{name:{width}}{line}" for name, line in rows), "```"])


def _first_line(name: str) -> str:
    """The first line of a package's or module's docstring, read without importing it."""
    path = PACKAGE / name / "__init__.py" if (PACKAGE / name).is_dir() else PACKAGE / f"{name}.py"
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if not said:
        raise SystemExit(f"docs/generate.py: {path.relative_to(ROOT)} has no docstring: its first line is wanted")
    return said.splitlines()[0]


def export_page(text: str) -> str:
    """docs/export.md with the columns of every table as they are."""
    parts = []
    for table in TABLES:
        keys = ", ".join(f"`{name}`" for name in table.key)
        parts.append(f"### {table.plural} (in SQLite `{table.name}`)\n\n{table.says} Key: {keys}.\n")
        rows = ["| column | type | what it holds |", "|---|---|---|"]
        for column in table.columns:
            refers = f" → `{column.refers}`" if column.refers else ""
            rows.append(f"| `{column.name}` | {_TYPES[column.type]} | {column.says}{refers} |")
        parts.append("\n".join(rows) + "\n")
    text = placed(text, "tables", "\n".join(parts).rstrip())
    ucdp = ["| column | what it holds |", "|---|---|", *(f"| `{name}` | {says} |" for name, says in UCDP.items())]
    hxl = ["| heading | tag | what it holds |", "|---|---|---|"]
    hxl += [f"| {name} | `{tag}` | {says} |" for name, (tag, says) in HXL.items()]
    return placed(placed(text, "ucdp", "\n".join(ucdp)), "hxl", "\n".join(hxl))


def placed(text: str, mark: str, content: str) -> str:
    """`text` with `content` between `<!-- MARK:begin -->` and `<!-- MARK:end -->`; raises SystemExit without them."""
    begin, end = f"<!-- {mark}:begin -->", f"<!-- {mark}:end -->"
    if text.count(begin) != 1 or text.count(end) != 1:
        raise SystemExit(f"the document needs the marks {begin} and {end}, each once")
    before, _, rest = text.partition(begin)
    return f"{before}{begin}\n{content}\n{end}{rest.partition(end)[2]}"


def pages() -> dict[Path, str]:
    """Every generated file as it should be."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    readme = placed(placed(readme, "example", example()), "tree", tree())
    export = ROOT / "docs" / "export.md"
    return {
        ROOT / "README.md": readme,
        ROOT / "docs" / "cli.md": cli_page(),
        export: export_page(export.read_text(encoding="utf-8")),
    }


def same(one: str, other: str) -> bool:
    """Whether two texts are one but for confidences and shares, whose last digit differs between processors."""
    return _SURENESS.sub("#", one) == _SURENESS.sub("#", other)


def main(argv: list[str] | None = None) -> int:
    """Write the files, or check them; 1 where one is out of date."""
    parser = argparse.ArgumentParser(prog="python -m docs.generate", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file is out of date")
    check = parser.parse_args(argv).check
    late = []
    for path, content in pages().items():
        known = path.read_text(encoding="utf-8") if path.exists() else ""
        if not same(known, content):
            late.append(path.relative_to(ROOT))
            if not check:
                path.write_text(content, encoding="utf-8")
    if check and late:
        print(f"out of date: {', '.join(map(str, late))}; run `python -m docs.generate`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
