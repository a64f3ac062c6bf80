"""Spans and links -> attributions: each cue with its source and its content."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from accordingto.attribute.apposed import with_apposed
from accordingto.attribute.blocks import block, continued
from accordingto.attribute.draft import Draft, Offsets
from accordingto.attribute.edges import trimmed, whole_words
from accordingto.attribute.free import FREE_CHANCE, free_quotations
from accordingto.attribute.manner import manner
from accordingto.attribute.nesting import nesting
from accordingto.attribute.phrases import with_noun
from accordingto.attribute.reach import within_reach
from accordingto.attribute.reckoned import reckoned
from accordingto.attribute.stance import known_cue, stance
from accordingto.attribute.subjects import names_only, with_speaker
from accordingto.attribute.tallies import tallies
from accordingto.attribute.turns import TURN_CHANCE, turns
from accordingto.attribute.undivided import undivided
from accordingto.language.en import word_class
from accordingto.language.quotations import Quotation, quotations
from accordingto.records import Attribution, Document, Reading, Span

DOUBTFUL = 0.65
"""The chance below which a cue that the lexicon does not know makes no attribution of unquoted words: of those on
PolNeAR's development half three in ten were right, of those with a known cue and no better chance, more than half."""

_NOBODY = frozenset({"nobody", "no one", "no-one"})
"""What nobody says is no statement of anybody's: `nobody agrees on how many died`."""
_DATE_END = re.compile(r"(?<=\d[-/.])\d{1,4}\s+")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 4
"""So many words on, a noun for a number is still what is given."""


def attribute(document: Document, reading: Reading) -> tuple[Attribution, ...]:
    """The attributions of `document`, in the order in which they begin, with ids `a1`, `a2` and so on.

    A cue and the source and content linked to it are one attribution; its confidence is the cue's score; one that is
    doubtful (see DOUBTFUL) is left out. A body or document that counts or gives a number states it. A line of a
    transcript has its speaker's name as source and the colon as cue. A paragraph that is all quotation and that nothing
    claims is a free direct quotation, without source and cue. `speaker` and `to` stay None: who a source is, is told by
    `resolve`.
    """
    text = document.text
    quotes = quotations(text)
    told = [d for d in linked(text, reading, quotes) if not _doubtful(text, d, quotes) and not names_only(text, d)]
    drafts = list(_whole(text, undivided(told, quotes), quotes))
    drafts += [
        Draft(source=source, cue=cue, content=_content(text, [content], quotes), chance=TURN_CHANCE)
        for source, cue, content in turns(text, [d.source for d in drafts if d.source is not None])
    ]
    drafts += tallies(text, drafts)
    drafts += reckoned(text, drafts)
    drafts += [
        Draft(source=None, cue=None, content=content, chance=FREE_CHANCE)
        for content in free_quotations(text, quotes, _taken(drafts))
    ]
    drafts.sort(key=lambda d: (d.spans[0], d.spans))
    outer = nesting([(d.content, (d.spans[0][0], max(e for _, e in d.spans))) for d in drafts])
    return tuple(
        msgspec.structs.replace(
            written(text, draft, quotes), id=f"a{number}", within=None if within is None else f"a{within + 1}"
        )
        for number, (draft, within) in enumerate(zip(drafts, outer, strict=True), 1)
    )


def _doubtful(text: str, draft: Draft, quotes: Sequence[Quotation]) -> bool:
    """Whether neither the model, nor the lexicon of cues, nor quotation marks say that this is a statement."""
    return (
        draft.cue is not None
        and draft.chance < DOUBTFUL
        and not known_cue(text[slice(*draft.cue)])
        and not _gives_number(text, draft)
        and manner(text, draft.content, quotes, draft.cue) == "indirect"
    )


def _gives_number(text: str, draft: Draft) -> bool:
    """Whether somebody gives numbers: `the ministry | gave | a lower figure`, `hospitals | put | the toll at 40`."""
    if draft.cue is None or draft.source is None:
        return False
    cue, said = _WORD.findall(text[slice(*draft.cue)].lower()), _WORD.findall(text[slice(*draft.content[0])].lower())
    gives = bool(cue) and cue[-1] in word_class("gives_number")
    return gives and any(word in word_class("number_noun") for word in said[:_NEAR])


def written(text: str, draft: Draft, quotes: Sequence[Quotation]) -> Attribution:
    """The attribution that a draft stands for, with manner and stance; who orders it sets its id and `within`."""
    return Attribution(
        id="a",
        source=_span(text, draft.source),
        cue=_span(text, draft.cue),
        content=tuple(Span.of(text, s, e) for s, e in draft.content),
        manner=manner(text, draft.content, quotes, draft.cue),
        stance=stance(text, draft.cue, draft.content),
        confidence=round(draft.chance, 3),
    )


def _taken(drafts: Iterable[Draft]) -> list[Offsets]:
    return [span for draft in drafts for span in draft.content]


def linked(text: str, reading: Reading, quotes: Sequence[Quotation]) -> Iterable[Draft]:
    """Each cue of `reading` with its source and its content; `quotes` are the text's, in order."""
    parts: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for link in reading.links:
        parts[link.head].append((link.score, link.tail))
    for head, linked in parts.items():
        cue = reading.spans[head]
        by_label: dict[str, list[tuple[float, Offsets]]] = defaultdict(list)
        for score, tail in linked:
            tagged = reading.spans[tail]
            by_label[tagged.label].append((score, whole_words(text, tagged.span.start, tagged.span.end)))
        at = whole_words(text, cue.span.start, cue.span.end)
        content = _content(text, [part for _, part in by_label["content"]], quotes, at)
        if content:
            source = max(by_label["source"])[1] if by_label["source"] else None
            named = with_noun(text, _name(text, source, at))
            if named is not None and text[slice(*named)].casefold() in _NOBODY:
                continue
            draft = Draft(source=named, cue=at, content=content, chance=cue.score)
            yield with_speaker(text, with_apposed(text, draft, quotes), quotes)


def _name(text: str, source: Offsets | None, cue: Offsets) -> Offsets | None:
    """A source without loose punctuation, the end of a date before it, and what stands on another line than the cue."""
    if source is None:
        return None
    start, end = source
    if end <= cue[0]:
        start = max(start, text.rfind("\n", start, end) + 1)
    elif "\n" in text[start:end]:
        end = text.index("\n", start, end)
    date = _DATE_END.match(text, start, end)
    start = date.end() if date else start
    while start < end and not text[start].isalnum() and text[start] not in "@#$£€":
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-("):
        end -= 1
    return (start, end) if start < end else None


def _whole(text: str, drafts: Sequence[Draft], quotes: Sequence[Quotation]) -> Iterable[Draft]:
    """The drafts with what their statements have in further paragraphs."""
    sources = sorted(d.source for d in drafts if d.source is not None)
    taken = {start for start, _ in _taken(drafts)}
    for draft in drafts:
        more = continued(text, draft.content, quotes, taken)
        taken.update(start for start, _ in more)
        content = [*draft.content, *more]
        release = block(text, draft.source, draft.cue, sources) if draft.cue is not None else None
        if release is not None:
            content.append(release)
        yield replace(draft, content=_content(text, content, quotes))


def _content(
    text: str, spans: Iterable[Offsets], quotes: Sequence[Quotation], cue: Offsets | None = None
) -> tuple[Offsets, ...]:
    """Trimmed spans in order; what touches, or is parted by nothing but white space on one line, becomes one."""
    out: list[Offsets] = []
    for s, e in sorted(trimmed(text, *within_reach(text, span, cue, quotes), quotes) for span in spans):
        if s == e or not any(c.isalnum() for c in text[s:e]):
            continue
        between = text[out[-1][1] : s] if out else ""
        if out and (s <= out[-1][1] or (not between.strip() and "\n" not in between)):
            out[-1] = (out[-1][0], max(e, out[-1][1]))
        else:
            out.append((s, e))
    return tuple(out)


def _span(text: str, at: Offsets | None) -> Span | None:
    return None if at is None else Span.of(text, *at)
