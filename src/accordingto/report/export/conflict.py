"""Ledger* -> tables as conflict researchers and humanitarians have them: UCDP-like CSV, and CSV with HXL tags."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from accordingto.edtf import InvalidDate, bounds
from accordingto.records import Figure, Ledger, Reported, reported
from accordingto.report.csv_text import Cell, csv_line
from accordingto.report.export.file import File
from accordingto.report.export.rows import whole

UCDP: dict[str, str] = {
    "id": "Identifier of the figure.",
    "date_start": "First day that the deaths may have happened on.",
    "date_end": "Last day.",
    "date_prec": "1 the day is known, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year; else empty.",
    "where_coordinates": "Name of the place.",
    "country": "ISO 3166-1 alpha-2 code (UCDP writes the name).",
    "low": "Lowest number meant; empty where that end is open.",
    "best": "The number, where the report gives one and no range; else empty.",
    "high": "Highest number meant; empty where that end is open.",
    "deaths_a": "Empty: a report does not code sides.",
    "deaths_b": "Empty, likewise.",
    "deaths_civilians": "`best`, where civilians are counted.",
    "deaths_unknown": "`best`, where the report does not tell whom it counts.",
    "number_of_sources": "1: a row is one figure of one report.",
    "source_article": "Outlet, day and title in one.",
    "source_office": "Outlet.",
    "source_date": "When the report was published.",
    "source_headline": "Title.",
    "source_original": "Who the figure is from; empty for the outlet's own.",
    "part_of": "Not UCDP's: the figure that this one is a part of, so that it is not summed with it.",
    "approx": "Not UCDP's: whether the report calls it approximate.",
    "words": "Not UCDP's: the words of the figure.",
}
"""The columns of the UCDP-like table."""
_HARMS = ("killed", "injured", "casualties", "missing", "detained", "displaced", "affected")
_SEXES = {"female": "f", "male": "m"}
HXL: dict[str, tuple[str, str]] = {
    "Figure": ("#meta+id", "Identifier of the figure."),
    "From": ("#date+start", "First day of the period."),
    "To": ("#date+end", "Last day of the period."),
    "As of": ("#date+asof", "Day up to which it was counted, EDTF."),
    "Reported": ("#date+reported", "When the report was published."),
    "Country": ("#country+code+v_iso2", "ISO 3166-1 alpha-2 code."),
    "Place": ("#loc+name", "Name of the place."),
    "Group": ("#group+name", "Nationality or other group, in the report's words."),
    "Source": ("#meta+source+original", "Who the figure is from; empty for the outlet's own."),
    "Outlet": ("#meta+source", "Who published the report."),
    "Address": ("#meta+url", "Address of the report."),
    "Approximate": ("#meta+approx", "Whether the report calls it approximate."),
    "Words": ("#description+words", "The words of the figure."),
}
"""The columns that every HXL table has: heading, tag, and what it holds. Behind them come two for each harm and
population that occurs, `#affected+killed+civilians+min` and `+max`."""


def ucdp_files(ledgers: Iterable[Ledger]) -> tuple[File, ...]:
    """`ucdp.csv`: a row for each number of people killed that nobody denies in the same breath."""
    lines = [csv_line(UCDP)]
    for one in _of_people(ledgers):
        if one.figure.harm == "killed":
            cells = _ucdp(one)
            lines.append(csv_line(cells.get(name) for name in UCDP))
    return (File(name="ucdp.csv", content="".join(lines).encode()),)


def _ucdp(one: Reported) -> dict[str, Cell]:
    figure = one.figure
    start, end = days(figure.period)
    best = whole(figure.low) if figure.low == figure.high else None
    article = ", ".join(part for part in (one.outlet, one.published, one.title) if part)
    return {
        "id": one.id,
        "date_start": start.isoformat() if start else None,
        "date_end": end.isoformat() if end else None,
        "date_prec": precision(start, end),
        "where_coordinates": figure.place.name if figure.place else None,
        "country": figure.place.country if figure.place else None,
        "low": whole(figure.low),
        "best": best,
        "high": whole(figure.high),
        "deaths_civilians": best if figure.who == "civilians" else None,
        "deaths_unknown": best if figure.who is None else None,
        "number_of_sources": 1,
        "source_article": article or None,
        "source_office": one.outlet,
        "source_date": one.published,
        "source_headline": one.title,
        "source_original": one.speaker.name if one.speaker else None,
        "part_of": f"{one.document[:16]}/{figure.part_of}" if figure.part_of else None,
        "approx": figure.approx,
        "words": figure.span.text,
    }


def hxl_files(ledgers: Iterable[Ledger]) -> tuple[File, ...]:
    """`hxl.csv`: a row for each figure of people harmed, the tags in the row below the headings."""
    figures = [one for one in _of_people(ledgers) if one.figure.harm]
    kinds = sorted({_kind(one.figure) for one in figures}, key=lambda k: (_HARMS.index(k[0]), k))
    pairs = [f"#affected+{'+'.join(kind)}+{end}" for kind in kinds for end in ("min", "max")]
    headings = [f"{' '.join(kind)}, {end}" for kind in kinds for end in ("lowest", "highest")]
    # A tag begins with no character that begins a formula, so that marking formulas leaves the tags alone.
    lines = [csv_line([*HXL, *headings]), csv_line([*(tag for tag, _ in HXL.values()), *pairs])]
    for one in figures:
        figure = one.figure
        ends: list[Cell] = [None] * len(pairs)
        at = 2 * kinds.index(_kind(figure))
        ends[at : at + 2] = [figure.low, figure.high]
        lines.append(csv_line([*_hxl(one), *ends]))
    return (File(name="hxl.csv", content="".join(lines).encode()),)


def _hxl(one: Reported) -> list[Cell]:
    figure = one.figure
    start, end = days(figure.period)
    return [
        one.id,
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        figure.as_of,
        one.published,
        figure.place.country if figure.place else None,
        figure.place.name if figure.place else None,
        figure.group,
        one.speaker.name if one.speaker else None,
        one.outlet,
        one.url,
        figure.approx,
        figure.span.text,
    ]


def _kind(figure: Figure) -> tuple[str, ...]:
    """The attributes of a figure's tag: its harm, and whom it counts as far as the report tells."""
    who = figure.who if figure.who != "all" else None
    parts = (figure.harm, who, figure.age, _SEXES.get(figure.sex or ""))
    return tuple(part for part in parts if part)


def _of_people(ledgers: Iterable[Ledger]) -> list[Reported]:
    """Figures of people that their source stands by."""
    return [
        one for ledger in ledgers for one in reported(ledger) if one.figure.unit == "people" and not one.figure.denied
    ]


def days(period: str | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of a period in EDTF; None for an end that is open or not known."""
    if period is None:
        return None, None
    try:
        found = bounds(period)
    except InvalidDate:
        return None, None
    return found.earliest, found.latest


def precision(start: dt.date | None, end: dt.date | None) -> int | None:
    """UCDP's `date_prec` of a range of days; None where it is longer than a year, or has an open end.

    >>> precision(dt.date(2024, 5, 1), dt.date(2024, 5, 31))
    4
    """
    if start is None or end is None:
        return None
    length = (end - start).days + 1
    return next((code for most, code in ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5)) if length <= most), None)
