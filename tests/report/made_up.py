"""Ledgers made up by Hypothesis: any text, any spans, any nesting."""

from __future__ import annotations

import itertools

from hypothesis import strategies as st

from accordingto.records import Attribution, Ledger, Source, Span
from tests.report.hand_made import ledger

# Surrogates cannot be in a Document; all else can, and what is most likely to break a page comes often.
HARD = st.sampled_from(
    ["<", ">", "&", '"', "'", "\r\n", "\r", "\n", "\n\n", "\t", "\x00", "\x1b[2J", "\x85", "\u2028", "\u202e", "\u200f",
     "</script>", "<!--", "]]>", "{{ 1 }}", "e\u0301", "🇺🇦", "مرحبا", " ", "said he", "”", "\u2066"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(HARD, st.text(st.characters(exclude_categories=["Cs"]), max_size=8)), max_size=20).map(
    "".join
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Any span of `text`, which has at least one character."""
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def attributions(draw: st.DrawFn, text: str, place: int, count: int) -> Attribution:
    """Any attribution of `text`; it may lie within any other one, in circles too."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    content = tuple(Span.of(text, start, end) for start, end in list(itertools.pairwise(cuts))[::2])
    within = draw(st.sampled_from([None, *(f"a{other}" for other in range(count) if other != place)]))
    return Attribution(
        id=f"a{place}",
        source=draw(st.none() | spans(text)),
        cue=draw(st.none() | spans(text)),
        content=content,
        manner=draw(st.sampled_from(["direct", "indirect", "mixed"])),
        stance=draw(st.sampled_from(["asserts", "denies", "asks"])),
        speaker=draw(st.sampled_from([None, "s0", "s1"])),
        within=within,
        confidence=draw(st.floats(0, 1)),
    )


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Any ledger with up to six attributions and two speakers."""
    text = draw(TEXTS)
    count = draw(st.integers(0, 6)) if text else 0
    sources = tuple(
        Source(id=f"s{place}", name=draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9)),
               kind="person", mentions=())
        for place in range(2)
    )  # fmt: skip
    return ledger(text, *(draw(attributions(text, place, count)) for place in range(count)), sources=sources)
