"""Words that somebody looks for -> a search of the full text, in each database's own way.

All words must be there, in any order and form (`killed` finds `kill`); "words in quotation marks" stand together; a
word after a minus must not be there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, bindparam, column, func, literal_column, select, table, text

from accordingto.casebook.schema import STATEMENT
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


def about(connection: Connection, query: str) -> ColumnElement[bool]:
    """The condition on STATEMENT that its words are about `query`."""
    found = parts(query)
    if connection.dialect.name == "sqlite":
        match = " AND ".join(_quoted(part) for part in found if not part.absent)
        match = "".join([f"({match})", *(f" NOT {_quoted(part)}" for part in found if part.absent)])
        full = table("statement_text", column("rowid"))
        return STATEMENT.c.number.in_(
            select(full.c.rowid).where(text("statement_text MATCH :about").bindparams(bindparam("about", match)))
        )
    config: ColumnElement[str] = literal_column("'casebook'::regconfig")
    whole: ColumnElement[bool] | None = None
    for part in found:
        one = func.phraseto_tsquery(config, " ".join(part.words))
        one = func.tsquery_not(one) if part.absent else one
        whole = one if whole is None else func.tsquery_and(whole, one)
    vector = func.to_tsvector(config, STATEMENT.c.words)
    return vector.op("@@")(whole)


def _quoted(part: Part) -> str:
    return f'"{" ".join(part.words)}"'
