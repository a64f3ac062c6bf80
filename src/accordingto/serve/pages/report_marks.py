"""A mark of a report's text, a figure or a statement -> what its panel shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from litestar.exceptions import NotFoundException

from accordingto.casebook import Casebook, StatementFilter, VoiceRow
from accordingto.errors import WrongFilter
from accordingto.records import Attribution, Check, Contest, Decision, Figure, Reported, Span, Stated, reported
from accordingto.report import wording
from accordingto.report.chains import Chains
from accordingto.report.figure_rows import FigureRow, figure_rows
from accordingto.report.page_model import Statement, statements_of
from accordingto.report.site.contests import Words, words
from accordingto.report.voices import Account, account
from accordingto.serve.addresses import figure_href, statement_href
from accordingto.serve.desk import Desk
from accordingto.serve.pages.report_view import Opened

_REVIEWS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}
_MOST = 20
"""So many other places are shown; the contest has all of them."""
_PHRASE = 8
"""So many words that stand together, in the same order, are taken for a quotation of the same words."""


class Part(NamedTuple):
    """One thing that is known of a figure or statement, and the words of the report that it rests on."""

    name: str
    value: str
    rests_on: str = ""


class Link(NamedTuple):
    """An address and its words."""

    href: str
    words: str


class Common(NamedTuple):
    """What figures and statements have alike: how sure the program is, through whom it came, and what was decided.

    `target` is what decisions call it, `place` the id of its words in the text.
    """

    target: str
    place: str
    confidence: str
    chain: tuple[str, ...]
    voice: VoiceRow | None
    review: str | None
    decisions: tuple[Decision, ...]


class FigureMark(NamedTuple):
    """A figure's panel. `elsewhere` are those that go back to the same statement, which `evidence` shows."""

    number: int
    common: Common
    row: FigureRow
    said: Words
    parts: tuple[Part, ...]
    statement: Statement | None
    checks: tuple[Check, ...]
    contest: Link | None
    evidence: tuple[str, ...]
    elsewhere: tuple[Words, ...]
    more: int


class StatementMark(NamedTuple):
    """A statement's panel. `elsewhere` are statements of other reports in the same words."""

    number: int
    common: Common
    statement: Statement
    parts: tuple[Part, ...]
    figures: tuple[FigureRow, ...]
    elsewhere: tuple[Words, ...]
    more: int


Mark = FigureMark | StatementMark


def figure_mark(desk: Desk, found: Opened, which: str) -> FigureMark:
    """The panel of a figure, by its number in the text or its id; raises NotFoundException where there is none."""
    ledger = found.ledger
    the_account, chains = _read(found)
    rows = figure_rows(ledger, the_account, chains)
    row = next((r for r in rows if which in {str(r.number), r.figure.id}), None)
    if row is None:
        raise NotFoundException(_gone("figure", which, len(rows)))
    figure = row.figure
    id_ = f"{found.key}/{figure.id}"
    one = next(r for r in reported(ledger) if r.figure.id == figure.id)
    statements = statements_of(ledger, the_account, chains)
    contest = _contest(desk.casebook, id_)
    evidence, others = _origin(contest, id_)
    return FigureMark(
        number=row.number,
        common=_common(desk.casebook, found, f"figure:{id_}", f"q{row.number}", figure, row.chain),
        row=row,
        said=words(one, f"#q{row.number}"),
        parts=tuple(_figure_parts(row)),
        statement=next((s for s in statements if s.id == figure.attribution), None),
        checks=tuple(check for check in ledger.checks if figure.id in check.figures),
        contest=Link(f"/contests/{contest.id}", wording.capital(contest.subject)) if contest else None,
        evidence=evidence,
        elsewhere=tuple(words(other, figure_href(other.id)) for other in others[:_MOST]),
        more=len(others[_MOST:]),
    )


def statement_mark(desk: Desk, found: Opened, which: str) -> StatementMark:
    """The panel of a statement, by its number in the text or its id; raises NotFoundException where there is none."""
    ledger = found.ledger
    the_account, chains = _read(found)
    statements = statements_of(ledger, the_account, chains)
    one = next((s for s in statements if which in {str(s.number), s.id}), None)
    if one is None:
        raise NotFoundException(_gone("statement", which, len(statements)))
    rows = figure_rows(ledger, the_account, chains)
    others, more = _same_words(desk.casebook, ledger.document.id, one.attribution)
    chain = chains.of_statement(one.attribution)
    return StatementMark(
        number=one.number,
        common=_common(
            desk.casebook, found, f"statement:{found.key}/{one.id}", f"l{one.number}", one.attribution, chain
        ),
        statement=one,
        parts=tuple(_statement_parts(one)),
        figures=tuple(row for row in rows if row.figure.attribution == one.id),
        elsewhere=tuple(_said(other) for other in others),
        more=more,
    )


def _read(found: Opened) -> tuple[Account, Chains]:
    the_account = account(found.ledger)
    return the_account, Chains(found.ledger, the_account)


def _gone(what: str, which: str, count: int) -> str:
    return (
        f"This report has no {what} {which}, but {wording.counted(count, what)}: a decision may have rejected it; "
        "the report's page lists what was"
    )


def _common(
    casebook: Casebook, found: Opened, target: str, place: str, marked: Figure | Attribution, chain: tuple[str, ...]
) -> Common:
    decisions = casebook.decisions(target)
    reviews = [_REVIEWS[d.kind] for d in decisions if d.kind in _REVIEWS]
    return Common(
        target=target,
        place=place,
        confidence=f"{wording.confidence(marked.confidence)} ({marked.confidence:.2f})",
        chain=chain,
        voice=found.voices.get(marked.speaker) if marked.speaker else None,
        review=reviews[-1] if reviews else None,
        decisions=decisions,
    )


def _figure_parts(row: FigureRow) -> Iterator[Part]:
    figure = row.figure
    yield Part("How many", row.how_many)
    yield Part("Of whom or what", row.of_whom, _quoted(figure.counted))
    yield Part("Harm", row.harm or "none told", _quoted(figure.harm_words))
    yield Part("Where", row.where or "not told", _quoted(figure.place_words))
    yield Part("When", row.when or "not told", _quoted(figure.period_words))
    yield Part("In the text", f"characters {wording.offsets([figure.span])}")


def _statement_parts(one: Statement) -> Iterator[Part]:
    attribution = one.attribution
    yield Part("Source", _quoted(attribution.source) or "nobody named")
    yield Part("Cue", _quoted(attribution.cue) or "none")
    yield Part("Stance", attribution.stance)
    yield Part("Manner", attribution.manner)
    if one.to:
        yield Part("To", one.to)
    for outer in one.chain:
        yield Part("Within", f"statement {outer.number}, {outer.name} ({outer.stance})")
    yield Part("In the text", f"characters {one.offsets}")


def _quoted(span: Span | None) -> str:
    return f"“{wording.one_line(span.text)}”" if span else ""


def _contest(casebook: Casebook, id_: str) -> Contest | None:
    """The contest that a figure is in, None where it is in none."""
    found = casebook.contests_of([id_]).get(id_)
    return None if found is None else casebook.contest(found)


def _origin(contest: Contest | None, id_: str) -> tuple[tuple[str, ...], list[Reported]]:
    """What shows that a figure goes back to one statement with others, and these."""
    for origin in contest.origins if contest else ():
        if contest and origin.level == "statement" and id_ in origin.figures:
            others = [f for f in contest.figures if f.id in origin.figures and f.id != id_]
            return origin.evidence, sorted(others, key=lambda f: (f.published or "9999", f.id))
    return (), []


def _same_words(casebook: Casebook, document: str, attribution: Attribution) -> tuple[list[Stated], int]:
    """Statements of other reports that hold the first words of this one, as they stand together; how many more."""
    said = max(attribution.content, key=lambda span: len(span.text)).text.split()
    if len(said) < _PHRASE:
        return [], 0
    phrase = " ".join(said[:_PHRASE]).translate(str.maketrans("", "", '"“”'))
    wanted = StatementFilter(about=f'"{phrase}"')
    try:
        found = casebook.statements_page(wanted, sort="published", limit=2 * _MOST)
    except WrongFilter:  # eight words without a letter
        return [], 0
    others = [row.statement for row in found.items if row.statement.document != document]
    return others[:_MOST], len(others[_MOST:]) + found.total - len(found.items)


def _said(one: Stated) -> Words:
    return Words(
        href=statement_href(one.id),
        before="",
        words=wording.one_line(one.words),
        behind="",
        outlet=one.outlet or one.title or "Untitled report",
        published=one.published[:10] if one.published else None,
        says=wording.one_line(one.speaker.name) if one.speaker else "nobody named",
    )
