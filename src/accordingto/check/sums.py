"""Totals and their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accordingto.check.context import Context, quoted, words_of
from accordingto.check.likeness import exact, overlap
from accordingto.check.values import number, total
from accordingto.language.en.checks import check_words
from accordingto.records import Check, Figure

# Classes that leave nobody out: what makes up a whole when each of them is given once.
_WHOLES = ({"civilians", "combatants"}, {"female", "male"}, {"children", "adults"}, {"men", "women", "children"})
_INJURIES = {"killed", "injured"}
_LONGEST_LIST = 4
_LIST = re.compile(r"[^:–—.;()]{0,60}(?::|\s[–—-])\s+")
_PART_BEHIND = re.compile(r"\b(?:includ\w+|of (?:whom|which|them|those)|among (?:them|whom|those))\b", re.IGNORECASE)
_PART_BEFORE = re.compile(r"\s*(?:\w+\s+)?(?:out )?of(?: the| its| their| those| all)?\s*", re.IGNORECASE)


def part_over_total(context: Context) -> Iterator[Check]:
    """A part that is larger than the figure it is a part of."""
    for part in context.figures:
        of = context.by_id.get(part.part_of or "")
        if of is None or (part.unit, part.harm, part.per) != (of.unit, of.harm, of.per) or not of.harm:
            continue
        larger = part.low is not None and of.high is not None and part.low > of.high and not overlap(part, of)
        if larger and _said_part(context, of, part):
            yield Check(
                code="part_over_total",
                message=f"{quoted(part.span)} reads as a part of {quoted(of.span)}, but is larger.",
                spans=(of.span, part.span),
                figures=(of.id, part.id),
            )


def parts_do_not_sum(context: Context) -> Iterator[Check]:
    """Parts that exclude each other and exceed their total, or leave nobody out and give another sum."""
    parts: dict[str, list[Figure]] = {}
    for figure in context.figures:
        if figure.part_of:
            parts.setdefault(figure.part_of, []).append(figure)
    for identifier, members in parts.items():
        yield from _of_people(context, context.by_id[identifier], members)
    for place, figure in enumerate(context.figures):
        if figure.harm == "casualties":
            yield from _of_casualties(context, figure, place)
        if figure.harm and not figure.part_of and figure.id not in parts:
            yield from _of_people(context, figure, _listed(context, figure, place))


def _said_part(context: Context, of: Figure, part: Figure) -> bool:
    """Whether the words between two figures say that the one is a part of the other, and not the other way round."""
    if of.span.start < part.span.start:
        return bool(_PART_BEHIND.search(context.text[of.span.end : part.span.start]))
    return bool(_PART_BEFORE.fullmatch(context.text[part.span.end : of.span.start]))


def _of_people(context: Context, of: Figure, members: Sequence[Figure]) -> Iterator[Check]:
    kinds = _kinds(members)
    given, values = exact(of), [exact(m) for m in members]
    if given is None or None in values or len(members) < 2 or kinds is None:
        return
    if any(m.unit != of.unit or m.harm not in {of.harm, None} or m.denied for m in members):
        return
    whole = kinds in _WHOLES and not _only_some(context, of, members)
    got = total(values)
    if got > given or (whole and got < given):
        yield _differs(of, members, got)


def _listed(context: Context, of: Figure, place: int) -> list[Figure]:
    """The figures that a list gives right behind a total and a colon or a dash, up to the end of the sentence."""
    here = context.sentence(of.span)
    behind = [f for f in context.figures[place + 1 : place + 1 + _LONGEST_LIST] if here.holds(f.span)]
    if not behind or not _LIST.fullmatch(context.text[of.span.end : behind[0].span.start]):
        return []
    return behind


def _kinds(members: Sequence[Figure]) -> set[str] | None:
    """What tells the parts apart, None where two of them may count the same people."""
    for kinds in (
        [m.who for m in members],
        [m.sex for m in members if not m.age],
        [m.age for m in members if not m.sex],
        [_class(m) for m in members],
        [m.group and m.group.casefold() for m in members],
    ):
        told = {kind for kind in kinds if kind is not None}
        if len(told) == len(members):
            return told
    return None


def _class(figure: Figure) -> str | None:
    if figure.age == "children":
        return "children"
    return {"female": "women", "male": "men", None: None}[figure.sex]


def _only_some(context: Context, of: Figure, members: Sequence[Figure]) -> bool:
    """Whether the words between a total and its parts say that these are not all of it."""
    spans = sorted((f.span for f in (of, *members)), key=lambda s: s.start)
    between = context.text[spans[0].end : spans[-1].start]
    return bool(check_words("including") & set(words_of(between)))


def _of_casualties(context: Context, of: Figure, place: int) -> Iterator[Check]:
    """Killed and injured who stand next to the casualties that they make up, in the same sentence."""
    around = context.figures[max(0, place - 2) : place], context.figures[place + 1 : place + 3]
    for members in around:
        given, values = exact(of), [exact(m) for m in members]
        if len(members) != 2 or given is None or None in values or {m.harm for m in members} != _INJURIES:
            continue
        if any(m.denied or m.since_last or (m.unit, m.per) != (of.unit, of.per) for m in members):
            continue
        here = context.sentence(of.span)
        if not all(here.holds(m.span) for m in members) or len({context.voice(m) for m in (of, *members)}) > 1:
            continue
        got = total(values)
        if got > given or (got < given and not _only_some(context, of, members)):
            yield _differs(of, members, got)


def _differs(of: Figure, members: Sequence[Figure], got: float) -> Check:
    told = " and ".join(quoted(m.span) for m in members)
    return Check(
        code="parts_do_not_sum",
        message=f"{told} make {number(got)}; the total beside them is {quoted(of.span)}.",
        spans=(of.span, *(m.span for m in members)),
        figures=(of.id, *(m.id for m in members)),
    )
