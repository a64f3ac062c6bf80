"""Words that somebody looks for -> a search of the full text, in each database's own way.

All words must be there, in any order and form (`killed` finds `kill`); "words in quotation marks" stand together; a
word after a minus must not be there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Column, ColumnElement, Connection, bindparam, column, func, literal_column, select, table, text

from accordingto.casebook.schema import REPORT_WORDS, STATEMENT
from accordingto.errors import WrongFilter

_PART = re.compile(r'(?P<minus>-)?(?:["“](?P<phrase>[^"”]*)["”]?|(?P<word>[^\s"“”]+))')
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together, and whether they must not be there."""

    words: tuple[str, ...]
    absent: bool


def parts(query: str) -> tuple[Part, ...]:
    """What is looked for; raises WrongFilter where there is no word that must be there.

    >>> [(p.words, p.absent) for p in parts('grain "sea route" -minister')]
    [(('grain',), False), (('sea', 'route'), False), (('minister',), True)]
    """
    found = []
    for match in _PART.finditer(query):
        words = tuple(_LETTERS.findall(match["phrase"] or match["word"] or ""))
        if words:
            found.append(Part(words, bool(match["minus"])))
    if all(part.absent for part in found):
        raise WrongFilter(f"{query!r} has no word to look for: give one that must be there")
    return tuple(found)


def about(connection: Connection, query: str, number: Column[int] = STATEMENT.c.number) -> ColumnElement[bool]:
    """The condition that the words of a row are about `query`; the row is a statement's, or a whole report's."""
    if connection.dialect.name == "sqlite":
        rowid, found = _matched(query, number)
        return number.in_(select(rowid).where(found))
    return _by_vector(query, number)


def about_each(connection: Connection, query: str, number: Column[int] = STATEMENT.c.number) -> ColumnElement[bool]:
    """As `about`, for when most rows are about it: each is looked at by itself, in the order that is asked for."""
    if connection.dialect.name == "sqlite":
        rowid, found = _matched(query, number)
        return select(rowid).where(found, rowid == number).exists()
    return _by_vector(query, number)


def _matched(query: str, number: Column[int]) -> tuple[ColumnElement[int], ColumnElement[bool]]:
    """The number in the index that SQLite keeps, and the condition on it."""
    found = parts(query)
    match = " AND ".join(_quoted(part) for part in found if not part.absent)
    match = "".join([f"({match})", *(f" NOT {_quoted(part)}" for part in found if part.absent)])
    name = "statement_text" if number.table is STATEMENT else "report_text"
    full = table(name, column("rowid"))
    condition = text(f"{name} MATCH :{name}").bindparams(bindparam(name, match))
    return cast("ColumnElement[int]", full.c.rowid), cast("ColumnElement[bool]", condition)


def _by_vector(query: str, number: Column[int]) -> ColumnElement[bool]:
    config: ColumnElement[str] = literal_column("'casebook'::regconfig")
    whole: ColumnElement[bool] | None = None
    for part in parts(query):
        one = func.phraseto_tsquery(config, " ".join(part.words))
        one = func.tsquery_not(one) if part.absent else one
        whole = one if whole is None else func.tsquery_and(whole, one)
    words = STATEMENT.c.words if number.table is STATEMENT else REPORT_WORDS.c.words
    condition: ColumnElement[bool] = func.to_tsvector(config, words).op("@@")(whole)
    if number.table is STATEMENT:
        return condition
    return number.in_(select(REPORT_WORDS.c.number).where(condition))


def _quoted(part: Part) -> str:
    return f'"{" ".join(part.words)}"'
