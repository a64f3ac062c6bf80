"""Reported* -> a table: for a terminal, as CSV, and as Parquet.

One row per figure and the same columns in CSV and Parquet; docs/casebook.md says what each holds.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from accordingto.errors import MissingExtra
from accordingto.records import Reported, Source
from accordingto.report.csv_text import Cell, csv_line
from accordingto.report.figure_rows import how_many
from accordingto.report.wrapping import text_table

COLUMNS: dict[str, type] = {
    "id": str,
    "document": str,
    "title": str,
    "outlet": str,
    "author": str,
    "published": str,
    "url": str,
    "figure": str,
    "low": float,
    "high": float,
    "approx": bool,
    "vague": bool,
    "unit": str,
    "counted": str,
    "harm": str,
    "who": str,
    "group": str,
    "age": str,
    "sex": str,
    "place": str,
    "country": str,
    "period": str,
    "as_of": str,
    "basis": str,
    "since_last": bool,
    "per": str,
    "denied": bool,
    "speaker": str,
    "speaker_kind": str,
    "speaker_role": str,
    "via": str,
    "sentence": str,
    "start": int,
    "end": int,
    "confidence": float,
}
"""The columns and what they hold; each may be empty where the report does not tell, numbers of spans excepted."""
_CHUNK = 5_000
_NARROW = 110
"""In fewer columns the harm stands beside the number, and the report over its id, so that ids stay whole."""


def figures_csv(figures: Iterable[Reported]) -> Iterator[str]:
    """The figures as lines of CSV (RFC 4180), the header first; what is not known is empty, truth is `true`/`false`.

    What a spreadsheet would take for a formula is marked as `csv_text` says.
    """
    yield csv_line(COLUMNS)
    for one in figures:
        yield csv_line(row(one).values())


def figures_parquet(figures: Iterable[Reported]) -> bytes:
    """The figures as a Parquet file. Raises MissingExtra where pyarrow is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra, which other formats do not need
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise MissingExtra("Parquet needs the library pyarrow: pip install 'accordingto[parquet]'") from None
    types = {str: pa.string(), float: pa.float64(), int: pa.int64(), bool: pa.bool_()}
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    out = io.BytesIO()
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        for rows in _chunks(figures):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    return out.getvalue()


def figures_table(figures: Iterable[Reported], *, width: int) -> str:
    """The figures as a table of at most `width` columns, each with its source, its report and its id."""
    narrow = width < _NARROW
    rows: list[tuple[str, ...]] = []
    for one in figures:
        f = one.figure
        number = f"{how_many(f)}{' — denied' if f.denied else ''}"
        harm = " ".join(part for part in (f.who, f.harm) if part)
        report = [part for part in (one.outlet, (one.published or "")[:10], one.id) if part]
        rest = (f.place.name if f.place else "", f.period or "", _named(one.speaker) or "the outlet")
        if narrow:
            rows.append((f"{number} {harm}".rstrip(), *rest, "\n".join(report)))
        else:
            rows.append((number, harm, *rest, " · ".join(report)))
    headings = ("figure", *(() if narrow else ("harm",)), "place", "period", "who says so", "report")
    return text_table(headings, rows, width=width, whole={len(headings) - 1} if narrow else frozenset())


def row(one: Reported) -> dict[str, Cell]:
    """The cells of one figure by their columns."""
    f = one.figure
    cells: dict[str, Cell] = {
        "id": one.id,
        "document": one.document,
        "title": one.title,
        "outlet": one.outlet,
        "author": one.author,
        "published": one.published,
        "url": one.url,
        "figure": f.span.text,
        "low": None if f.low is None else float(f.low),
        "high": None if f.high is None else float(f.high),
        "counted": f.counted.text if f.counted else None,
        "place": f.place.name if f.place else None,
        "country": f.place.country if f.place else None,
        "speaker": one.speaker.name if one.speaker else None,
        "speaker_kind": one.speaker.kind if one.speaker else None,
        "speaker_role": one.speaker.role if one.speaker else None,
        "via": "; ".join(source.name for source in one.via) or None,
        "sentence": one.sentence.text,
        "start": f.span.start,
        "end": f.span.end,
    }
    # The columns that are called as the figure's own fields.
    return {name: cells[name] if name in cells else getattr(f, name) for name in COLUMNS}


def _chunks(figures: Iterable[Reported]) -> Iterator[list[dict[str, Cell]]]:
    rows: list[dict[str, Cell]] = []
    for one in figures:
        rows.append(row(one))
        if len(rows) == _CHUNK:
            yield rows
            rows = []
    yield rows


def _named(source: Source | None) -> str:
    if source is None:
        return ""
    return f"{source.name} ({source.role})" if source.role else source.name
