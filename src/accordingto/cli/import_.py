"""The command `accordingto import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from accordingto.cli.ending import Ending
from accordingto.cli.options import by_option, casebook_argument, open_casebook
from accordingto.cli.saying import say, shown
from accordingto.errors import AnnotationError, UnknownTarget

if TYPE_CHECKING:
    from accordingto.casebook import Casebook
    from accordingto.report.annotations import Returned


@click.command("import")
@casebook_argument
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["brat", "label-studio"]),
    required=True,
    help="brat: an .ann file, or a folder of them, with the .json that was exported beside; label-studio: its JSON.",
)
@click.option("--why", required=True, metavar="TEXT", help="The reason of all the decisions; it stays in the casebook.")
@click.option("--dry-run", is_flag=True, help="Only say what would be decided.")
@by_option
@click.pass_context
def import_(
    context: click.Context,
    casebook: str,
    file: Path,
    *,
    form: Literal["brat", "label-studio"],
    why: str,
    dry_run: bool,
    by: str,
) -> None:
    """Take what annotators corrected in FILE, which `export` began, into CASEBOOK as decisions.

    What they accepted, changed, deleted and added beside what was exported becomes one decision each. What cannot
    become one is listed with its reason, and the exit code is 1 then. The same file a second time decides nothing.
    """
    refused = decided = 0
    with open_casebook(casebook) as opened:
        for one in _returned(opened, file, form):
            made, problems = _take(opened, one, by=None if dry_run else by, why=why)
            decided += made
            refused += len(problems)
            for problem in problems:
                say(f"{one.name}: {problem}")
    verb = "would be made" if dry_run else "made"
    say(f"{decided:,} {'decision' if decided == 1 else 'decisions'} {verb}, {refused:,} refused")
    if refused:
        context.exit(Ending.UNREAD)


def _take(casebook: Casebook, one: Returned, *, by: str | None, why: str) -> tuple[int, list[str]]:
    """Decide what one report's annotations say; gives how many decisions there were, and what was refused and why."""
    from accordingto.report.annotations import corrections  # noqa: PLC0415  `--help` does not need it

    ledger = next(casebook.decided(one.sheet.document))
    first = f"{ledger.document.id[:16]}/"
    accepted = {id_.removeprefix(first) for id_ in casebook.accepted() if id_.startswith(first)}
    made, refused = corrections(one.sheet, ledger, one.exported, accepted=accepted)
    problems = [*one.problems, *(f"{r.what}: {r.why}" for r in refused)]
    count = 0
    for correction in made:
        if by is not None:
            try:
                casebook.decide(correction.target, correction.kind, correction.value, by=by, why=why)
            except UnknownTarget as error:
                problems.append(str(error))
                continue
        count += 1
        fields = ", ".join(sorted(correction.value))
        click.echo(shown(f"{correction.kind} {correction.target}" + (f" ({fields})" if fields else "")))
    return count, problems


def _returned(casebook: Casebook, file: Path, form: Literal["brat", "label-studio"]) -> list[Returned]:
    from accordingto.report.annotations import returned_brat, returned_tasks  # noqa: PLC0415

    def text(document: str) -> str:
        return casebook.ledgers_of(document)[-1].document.text

    if form == "label-studio":
        return returned_tasks(file.name, file.read_bytes(), text)
    paths = sorted(file.glob("*.ann")) if file.is_dir() else [file]
    if not paths:
        raise AnnotationError(f"{file}: no .ann file in it: give the folder that brat keeps")
    found = []
    for path in paths:
        told, beside = path.with_suffix(".json"), path.with_suffix(".txt")
        if not told.is_file():
            raise AnnotationError(f"{told}: is missing: put it back, it says what was exported as {path.name}")
        words = beside.read_bytes() if beside.is_file() else None
        found.append(returned_brat(path.name, path.read_bytes(), told.read_bytes(), words, text))
    return found
