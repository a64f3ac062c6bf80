"""Whether the subject of a cue is who speaks: `the mayor was accused` names nobody who accuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accordingto.attribute.draft import Draft, Offsets
from accordingto.attribute.edges import quotation_at
from accordingto.language.en import adverbs, word_class
from accordingto.language.en.lemmas import words
from accordingto.language.quotations import Quotation

_BY = re.compile(r"\bby\s*(?:the\s+)?\Z", re.IGNORECASE)
_NAMED = re.compile(r"\A(?:the |an? )?[A-Z0-9][^\"“”]*\Z")
_APART = re.compile(r"\A\w+(?: \w+)? from (?:\w+ )?\w+\Z")
_LONGEST = 12
"""A subject taken for content has no more words than that."""
_NAMES = 6
_BEFORE = 4


def with_speaker(text: str, draft: Draft, quotes: Sequence[Quotation]) -> Draft:
    """The draft with its source set right where grammar tells that the model took the wrong noun phrase for it.

    The subject of a passive cue of accusing, naming or expecting is whom it is said of: it goes to the content, and so
    nobody is named unless by "by". The subject of an active cue that stands alone before it is who speaks.
    """
    if draft.cue is None:
        return draft
    if _passive(text, draft.cue):
        return _without_patient(text, draft, draft.cue)
    if draft.source is None and len(draft.content) > 1 and _subject(text, draft.content[0], draft.cue, quotes):
        return replace(draft, source=draft.content[0], content=draft.content[1:])
    return draft


def names_only(text: str, draft: Draft) -> bool:
    """Whether the cue only gives a name (`a team known as the Gulls`) or tells things apart (`tell one from two`)."""
    if draft.cue is None:
        return False
    said = words(text[slice(*draft.cue)])
    content = [text[s:e] for s, e in draft.content if s >= draft.cue[1]]
    if not said or not content:
        return False
    if any(w in {"tell", "tells", "told"} for w in said) and _APART.match(content[0]):
        return True
    naming = said[1:] if said[0] in word_class("be_form") else said
    names = draft.source is None and bool(naming) and naming[0] in word_class("gives_name")
    return names and _NAMED.match(content[0]) is not None and len(words(content[0])) <= _NAMES


def _passive(text: str, cue: Offsets) -> bool:
    """Whether a cue is a passive of a verb whose subject is whom something is said of."""
    said = [w for w in words(text[slice(*cue)]) if w not in adverbs() and not w.endswith("ly")]
    while said and said[0] in {"has", "have", "had", "will", "also", "not"}:
        said = said[1:]
    return len(said) > 1 and said[0] in word_class("be_form") and said[1] in word_class("said_of_subject")


def _without_patient(text: str, draft: Draft, cue: Offsets) -> Draft:
    source = draft.source
    if source is None:
        return draft
    if source[1] <= cue[0]:
        last = text[slice(*source)].rsplit(maxsplit=1)[-1].casefold()
        patient = () if last in word_class("relative_pronoun") else (source,)
        return replace(draft, source=None, content=tuple(sorted((*patient, *draft.content))))
    by = text[slice(*source)].casefold().startswith("by ") or _BY.search(text, cue[0], source[0])
    return draft if by else replace(draft, source=None)


def _subject(text: str, content: Offsets, cue: Offsets, quotes: Sequence[Quotation]) -> bool:
    """Whether content is the noun phrase that begins the sentence and ends right before an active cue."""
    start, end = content
    if end > cue[0] or text[end : cue[0]].strip() or not text[start].isupper():
        return False
    said = words(text[slice(*cue)])
    auxiliary = not said or said[0] in word_class("be_form") or "been" in said or text[start:end] in {"It", "There"}
    begins = not start or text[max(0, start - _BEFORE) : start].rstrip(" \t")[-1:] in {"", ".", "\n", "?", "!"}
    return not auxiliary and begins and quotation_at(start, quotes) is None and len(words(text[start:end])) <= _LONGEST
