"""Ledger*, Contest*, Decision* -> the rows of each table, in the order of its columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from accordingto.records import Attribution, Check, Contest, Decision, Figure, Ledger, Source, Span
from accordingto.report.csv_text import Cell
from accordingto.report.export.columns import TABLES

Row = tuple[Cell, ...]
_WHOLE = 2**63
"""Integers beyond are not kept as such by Parquet and SQLite."""


def rows(
    ledgers: Iterable[Ledger],
    contests: Iterable[Contest],
    decisions: Iterable[Decision],
    *,
    known: Collection[Cell] = frozenset(),
) -> dict[str, list[Row]]:
    """All rows by the table's name; each report once, the first ledger of it.

    `known` are ids of figures that were exported before, which contests name, too.
    """
    out: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    seen: set[str] = set()
    for ledger in ledgers:
        if ledger.document.id not in seen:
            seen.add(ledger.document.id)
            _ledger(ledger, out)
    figures = {row[0] for row in out["figure"]}
    for contest in contests:
        _contest(contest, figures or known, out)
    for one in decisions:
        value = msgspec.json.encode(one.value, order="sorted").decode()
        out["decision"].append((one.number, one.target, one.kind, value, one.why, one.by, one.at))
    return out


def _ledger(ledger: Ledger, out: dict[str, list[Row]]) -> None:
    document, made = ledger.document, ledger.reader
    out["report"].append(
        (document.id, document.title, document.outlet, document.author, document.published, document.retrieved,
         document.language, document.url, document.media_type, document.text,
         made.version, made.model, made.model_sha256)
    )  # fmt: skip
    ids = _Ids(document.id)
    for source in ledger.sources:
        _source(source, ids, out)
    for attribution in _outer_first(ledger.attributions):
        _statement(attribution, ids, out)
    for figure in _whole_first(ledger.figures):
        _figure(figure, ids, out)
    for number, date in enumerate(ledger.dates, 1):
        out["date"].append((ids.of(f"date{number}"), document.id, *_cells(date.span), date.value, date.type, date.note))
    for number, check in enumerate(ledger.checks, 1):
        _check(check, ids.of(f"check{number}"), ids, out)
    own = {span.start: span for span in reversed(ledger.narration)}
    out["narration"] += [(document.id, *_cells(own[start])) for start in sorted(own)]


class _Ids:
    """Ids of one ledger as they are among those of all reports."""

    def __init__(self, document: str) -> None:
        self.document = document

    def of(self, inner: str) -> str:
        return f"{self.document[:16]}/{inner}"

    def maybe(self, inner: str | None) -> str | None:
        return None if inner is None else self.of(inner)


def _source(source: Source, ids: _Ids, out: dict[str, list[Row]]) -> None:
    id_ = ids.of(source.id)
    out["source"].append(
        (id_, ids.document, source.name, source.kind, source.party, source.role, source.affiliation, source.note)
    )
    out["mention"] += [(id_, *_cells(span)) for span in dict.fromkeys(source.mentions)]


def _statement(one: Attribution, ids: _Ids, out: dict[str, list[Row]]) -> None:
    id_ = ids.of(one.id)
    words = " … ".join(span.text for span in one.content)
    out["statement"].append(
        (id_, ids.document, ids.maybe(one.speaker), ids.maybe(one.to), ids.maybe(one.within), one.manner, one.stance,
         *_cells(one.source), *_cells(one.cue), words, one.confidence)
    )  # fmt: skip
    out["content"] += [(id_, part, *_cells(span)) for part, span in enumerate(one.content, 1)]


def _figure(one: Figure, ids: _Ids, out: dict[str, list[Row]]) -> None:
    id_ = ids.of(one.id)
    place = one.place
    out["figure"].append(
        (id_, ids.document, *_cells(one.span), whole(one.low), whole(one.high), number(one.low), number(one.high),
         one.approx, one.vague, one.unit, one.counted.text if one.counted else None, one.harm, one.who, one.group,
         one.age, one.sex, place.name if place else None, place.country if place else None, one.period, one.as_of,
         one.basis, one.since_last, one.per, ids.maybe(one.part_of), ids.maybe(one.attribution),
         ids.maybe(one.speaker), one.denied, one.confidence)
    )  # fmt: skip
    out["figure_via"] += [(id_, at, ids.of(voice)) for at, voice in enumerate(one.via, 1)]


def _check(one: Check, id_: str, ids: _Ids, out: dict[str, list[Row]]) -> None:
    out["check"].append((id_, ids.document, one.code, one.message, one.register))
    out["check_figure"] += [(id_, ids.of(figure)) for figure in dict.fromkeys(one.figures)]
    out["check_span"] += [(id_, at, *_cells(span)) for at, span in enumerate(one.spans, 1)]


def _contest(one: Contest, known: Collection[Cell], out: dict[str, list[Row]]) -> None:
    """The rows of a contest; its figures are named where they are among the exported."""
    out["contest"].append((one.id, one.subject, one.summary))
    topics = {topic.id for topic in one.topics}
    for topic in one.topics:
        out["topic"].append((f"{one.id}/{topic.id}", one.id, topic.words))
        for claim in topic.claims:
            id_ = f"{one.id}/{claim.id}"
            out["claim"].append(
                (id_, f"{one.id}/{topic.id}", claim.speaker, number(claim.low), number(claim.high), claim.approx,
                 claim.denied, claim.words, claim.first)
            )  # fmt: skip
            out["claim_figure"] += [(id_, figure) for figure in claim.figures if figure in known]
    for place, comparison in enumerate(one.comparisons, 1):
        pair = (f"{one.id}/{comparison.first}", f"{one.id}/{comparison.second}")
        sides = (None, None, *pair) if comparison.first in topics else (*pair, None, None)
        out["comparison"].append(
            (f"{one.id}/{place}", one.id, *sides, comparison.verdict, ",".join(comparison.reasons), comparison.sentence)
        )
    for place, origin in enumerate(one.origins, 1):
        id_ = f"{one.id}/o{place}"
        out["origin"].append((id_, one.id, origin.level, origin.name, "; ".join(origin.evidence) or None))
        out["origin_figure"] += [(id_, figure) for figure in dict.fromkeys(origin.figures) if figure in known]


def _cells(span: Span | None) -> tuple[int | None, int | None, str | None]:
    return (None, None, None) if span is None else (span.start, span.end, span.text)


def whole(value: float | None) -> int | None:
    """The number where it is whole, and small enough to be kept as an integer."""
    if value is None or value != int(value) or abs(value) >= _WHOLE:
        return None
    return int(value)


def number(value: float | None) -> float | None:
    """The number as a float."""
    return None if value is None else float(value)


def _outer_first(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Each statement behind the one it is within, else in their order."""
    by_id = {a.id: a for a in attributions}
    return [by_id[id_] for id_ in _parents_first({a.id: a.within for a in attributions})]


def _whole_first(figures: Sequence[Figure]) -> list[Figure]:
    by_id = {f.id: f for f in figures}
    return [by_id[id_] for id_ in _parents_first({f.id: f.part_of for f in figures})]


def _parents_first(parents: dict[str, str | None]) -> dict[str, None]:
    """The keys, each behind its parent; in a circle, which no text can hold, in the order found."""
    done: dict[str, None] = {}
    for key in parents:
        chain: dict[str, None] = {}
        now: str | None = key
        while now is not None and now not in done and now not in chain:
            chain[now] = None
            now = parents.get(now)
        done.update(dict.fromkeys(reversed(chain)))
    return done
