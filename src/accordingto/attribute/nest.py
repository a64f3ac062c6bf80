"""Attributions and what was read within them -> all attributions, each with the one that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from accordingto.attribute.assemble import linked, written
from accordingto.attribute.draft import Draft, Offsets
from accordingto.attribute.edges import quotation_at, trimmed
from accordingto.attribute.hearsay import HEARSAY_CHANCE, hearsay
from accordingto.attribute.nesting import nesting
from accordingto.attribute.turns import TURN_CHANCE
from accordingto.language.en import nested_cues, word_class
from accordingto.language.en.lemmas import lemmas, words
from accordingto.language.en.speakers import hearsay_nouns
from accordingto.language.quotations import Quotation, quotations
from accordingto.records import Attribution, Document, Reading, Span

RELEASE_FLOOR = 0.8
"""The chance from which a statement within a press release's is given: it is the report's text as much as any other."""


def nest(
    document: Document, attributions: Sequence[Attribution], inner: Reading, *, floor: float
) -> tuple[Attribution, ...]:
    """All attributions of `document` in the order in which they begin, with ids anew, and `within` for nested ones.

    `attributions` are those of the first reading, `inner` is what the model read in the stretches that `again` names.
    Of that, and of hearsay (`the rumours that`), an attribution is made where the whole of it lies in the content of
    another, its cue is one of speech, thought or intention, is not negated or hypothetical, and what the model read has
    a chance of at least `floor`. The speaker's own "I think" inside quotation marks is none. What the first reading
    found within another statement must have such a cue too; where both found it, the surer one counts.
    """
    text = document.text
    quotes = quotations(text)
    known = [a for a in attributions if a.within is None or a.confidence == TURN_CHANCE]
    drafts = [_draft(a) for a in known]
    before = [_draft(a) for a in attributions if a.within is not None and a.confidence != TURN_CHANCE]
    told = [(d, 0.0) for d in before] + [(d, floor) for d in linked(text, inner, quotes)]
    told = sorted(((d, f) for d, f in told if _speaks(text, d, quotes)), key=lambda pair: -pair[0].chance)
    found = [(d, 0.0) for d in _heard(text, attributions, quotes)] + told
    holders = _nested([*drafts, *(d for d, _ in found)])[len(drafts) :]
    every = drafts + _chosen(text, drafts, found, holders)
    news = [written(text, draft, quotes) for draft in every[len(drafts) :]]
    return _ordered([*known, *news], every)


def _draft(attribution: Attribution) -> Draft:
    """An attribution as offsets."""

    def at(span: Span | None) -> Offsets | None:
        return None if span is None else (span.start, span.end)

    return Draft(
        source=at(attribution.source),
        cue=at(attribution.cue),
        content=tuple((s.start, s.end) for s in attribution.content),
        chance=attribution.confidence,
    )


def _nested(drafts: Sequence[Draft]) -> list[int | None]:
    return nesting([(d.content, (d.spans[0][0], max(e for _, e in d.spans))) for d in drafts])


def _heard(text: str, attributions: Sequence[Attribution], quotes: Sequence[Quotation]) -> Iterator[Draft]:
    """The hearsay in what is said."""
    for start, end in sorted({(s.start, s.end) for a in attributions if a.within is None for s in a.content}):
        for cue, content in hearsay(text, start, end):
            first, last = trimmed(text, *content, quotes)
            if last > first:
                yield Draft(source=None, cue=cue, content=((first, last),), chance=HEARSAY_CHANCE)


def _speaks(text: str, draft: Draft, quotes: Sequence[Quotation]) -> bool:
    """Whether somebody speaks, thinks or intends by these words, and not the speaker around them by "I think"."""
    if draft.cue is None:
        return True
    said = words(text[slice(*draft.cue)])
    forms = {lemma for word in said for lemma in lemmas(word)}
    if forms.isdisjoint(nested_cues()) or not forms.isdisjoint(word_class("unreal")):
        return False
    if draft.source is None:
        return not forms.isdisjoint(hearsay_nouns())
    own = words(text[slice(*draft.source)])[:1]
    return quotation_at(draft.cue[0], quotes) is None or word_class("first_person").isdisjoint(own)


def _chosen(
    text: str, drafts: Sequence[Draft], found: Sequence[tuple[Draft, float]], holders: Sequence[int | None]
) -> list[Draft]:
    """Of `found`, the best first, those that are sure enough and that nothing before them says already.

    `holders` are the places, in `drafts` and `found` together, of what holds each.
    """
    chosen: list[Draft] = []
    contents = {d.content for d in drafts}
    claimed = {i for d in drafts for span in (d.cue, d.source) if span is not None for i in range(*span)}
    for (draft, floor), place in zip(found, holders, strict=True):
        holder = place
        while holder is not None and holder >= len(drafts):
            holder = holders[holder - len(drafts)]
        if holder is None or draft.cue is None or draft.content in contents:
            continue
        needed = min(floor, RELEASE_FLOOR) if _released(text, draft, drafts[holder]) else floor
        cue = set(range(*draft.cue))
        if draft.chance < needed or not cue.isdisjoint(claimed):
            continue
        chosen.append(draft)
        contents.add(draft.content)
        claimed |= cue
    return chosen


def _released(text: str, draft: Draft, holder: Draft) -> bool:
    """Whether the draft lies in paragraphs without quotation marks that `holder` introduces, as press releases do."""
    first = draft.spans[0][0]
    span = next(s for s in holder.content if s[0] <= first < s[1])
    at = span[0]
    while at and text[at - 1] in " \t\u00a0":
        at -= 1
    begins_line = at == 0 or text[at - 1] == "\n"
    return begins_line and text[span[0]] not in "\"“„«'`" and holder.cue is not None and holder.cue[1] < span[0]


def _ordered(attributions: Sequence[Attribution], drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """The attributions in the order in which they begin, numbered, each with what holds it; `drafts` are theirs."""
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].spans[0], drafts[i].spans))
    holders = _nested([drafts[i] for i in order])
    return tuple(
        msgspec.structs.replace(attributions[i], id=f"a{number}", within=None if at is None else f"a{at + 1}")
        for number, (i, at) in enumerate(zip(order, holders, strict=True), 1)
    )
