"""Ledger* -> File*

Ledgers for other programs: tables, a database for Datasette, linked data, and tasks for annotators. docs/export.md
tells every column. Nothing is written here, and nothing fetched.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from accordingto.records import Contest, Decision, Ledger
from accordingto.report.export.file import File

Format = Literal["csv", "parquet", "sqlite", "web-annotation", "claim", "ucdp", "hxl", "brat", "label-studio"]

__all__ = ["File", "Format", "export"]


def export(
    ledgers: Sequence[Ledger],
    *,
    form: Format,
    contests: Sequence[Contest] = (),
    decisions: Sequence[Decision] = (),
    accepted: Collection[str] = (),
) -> tuple[File, ...]:
    """The files of an export, each report once. `contests` and `decisions` have tables of their own.

    `accepted` are the statements and figures that a person has accepted (`<16 digits>/<id>`), which annotators see.
    Raises MissingExtra where Parquet is asked for without pyarrow.
    """
    once = tuple({ledger.document.id: ledger for ledger in reversed(ledgers)}.values())[::-1]
    if form in {"csv", "parquet", "sqlite"}:
        return _tables(once, form, contests, decisions)
    if form in {"brat", "label-studio"}:
        return _for_annotators(once, form, accepted)
    from accordingto.report.export.claims import claim_files  # noqa: PLC0415  only what is asked for is loaded
    from accordingto.report.export.conflict import hxl_files, ucdp_files  # noqa: PLC0415
    from accordingto.report.export.web_annotation import web_annotation_files  # noqa: PLC0415

    ways = {"web-annotation": web_annotation_files, "claim": claim_files, "ucdp": ucdp_files, "hxl": hxl_files}
    return ways[form](once)


def _tables(
    ledgers: Sequence[Ledger], form: Format, contests: Sequence[Contest], decisions: Sequence[Decision]
) -> tuple[File, ...]:
    from accordingto.report.export.rows import rows  # noqa: PLC0415
    from accordingto.report.export.tabular import csv_files, parquet_files, sqlite_files  # noqa: PLC0415

    made = {"csv": csv_files, "parquet": parquet_files, "sqlite": sqlite_files}[form]
    return made(rows(ledgers, contests, decisions))


def _for_annotators(ledgers: Sequence[Ledger], form: Format, accepted: Collection[str]) -> tuple[File, ...]:
    import json  # noqa: PLC0415

    from accordingto.report.annotations.brat import brat_configuration, brat_files  # noqa: PLC0415
    from accordingto.report.annotations.label_studio import configuration, task  # noqa: PLC0415
    from accordingto.report.annotations.sheet import sheet  # noqa: PLC0415

    sheets = []
    for ledger in ledgers:
        first = ledger.document.id[:16]
        own = {id_.partition("/")[2] for id_ in accepted if id_.startswith(f"{first}/")}
        sheets.append((sheet(ledger, accepted=own), ledger))
    if form == "brat":
        files = [file for made, one in sheets for file in brat_files(made, one, one.document.id[:16])]
        return (*files, brat_configuration())
    tasks = [task(made, one) for made, one in sheets]
    content = json.dumps(tasks, ensure_ascii=False, indent=1).encode()
    return (File(name="tasks.json", content=content), configuration())
