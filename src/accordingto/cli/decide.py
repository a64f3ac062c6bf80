"""The command `accordingto decide`."""

from __future__ import annotations

from typing import Any, get_args

import click

from accordingto.cli.options import by_option, casebook_argument, open_casebook
from accordingto.cli.saying import shown
from accordingto.records import DecisionKind

# What a report lacks has too many fields for a command line: `import` brings it in.
_KINDS = [kind for kind in get_args(DecisionKind) if kind != "add"]


@click.command()
@casebook_argument
@click.argument("kind", type=click.Choice(_KINDS), metavar="KIND")
@click.argument("target", metavar="TARGET")
@click.argument("others", nargs=-1, metavar="[OTHER]...")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="FIELD=VALUE",
    help="With correct: a field's new value, as JSON or plain words; null for unknown. Can be given several times.",
)
@click.option("--grade", metavar="GRADE", help="With grade: the grade, such as confirmed, fair, weak or contested.")
@click.option("--why", required=True, metavar="REASON", help="The reason; it stays in the casebook.")
@by_option
def decide(
    casebook: str,
    *,
    kind: DecisionKind,
    target: str,
    others: tuple[str, ...],
    settings: tuple[str, ...],
    grade: str | None,
    why: str,
    by: str,
) -> None:
    """Decide something about TARGET in CASEBOOK. Nothing is overwritten: a decision is an entry of its own.

    \b
    accept, reject, correct   a figure or statement (figure:…, statement:…)
    merge                     TARGET and OTHERs are one person or body (source:…)
    split                     TARGET and OTHERs are not who they were joined with (source:…)
    join, part                figures or contests that do or do not speak of the same thing (contest:…)
    grade                     how well something is borne out

    The ids are shown by `accordingto figures`, `statements`, `sources` and `compare`.
    """  # noqa: D301  \b is click's mark for a paragraph that stays as it is
    value = _value(kind, others, settings, grade)
    with open_casebook(casebook) as opened:
        if any(one.startswith("contest:") for one in (target, *others)):
            from accordingto.contesting import contests_up_to_date  # noqa: PLC0415  `--help` does not need it

            contests_up_to_date(opened)  # So that the decision can hold the figures which the contest has now.
        decision = opened.decide(target, kind, value, by=by, why=why)
    click.echo(shown(f"decision {decision.number}: {decision.kind} {decision.target}, by {decision.by}"))


def _value(kind: str, others: tuple[str, ...], settings: tuple[str, ...], grade: str | None) -> dict[str, Any]:
    if settings and kind != "correct":
        raise click.UsageError("--set goes with `correct`")
    if grade is not None and kind != "grade":
        raise click.UsageError("--grade goes with `grade`")
    if others and kind in {"accept", "reject", "correct"}:
        raise click.UsageError(f"`{kind}` takes one target, here are {len(others) + 1}: decide each by itself")
    if kind == "correct":
        return dict(_setting(one) for one in settings)
    if kind == "grade":
        if grade is None:
            raise click.UsageError("`grade` needs --grade GRADE")
        return {"grade": grade, **({"with": list(others)} if others else {})}
    return {"with": list(others)} if others or kind in {"merge", "split"} else {}


def _setting(given: str) -> tuple[str, Any]:
    import msgspec  # noqa: PLC0415  `--help` does not need it

    field, equals, value = given.partition("=")
    if not equals:
        raise click.UsageError(f"--set {given}: write FIELD=VALUE, such as low=12")
    try:
        return field.strip(), msgspec.json.decode(value)
    except msgspec.DecodeError:
        return field.strip(), _in_words(field.strip(), value)


def _in_words(field: str, value: str) -> object:
    """A value that is no JSON: a place or a speaker by name, else the words themselves."""
    if field == "place":
        from accordingto.gazetteer import find  # noqa: PLC0415  `--help` does not need it

        place = find(value)
        return {"name": value, "country": place.country if place else None}
    return {"name": value} if field == "speaker" else value
