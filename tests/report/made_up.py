"""Ledgers made up by Hypothesis: any text, any spans, any nesting."""

from __future__ import annotations

import itertools

from hypothesis import strategies as st

from accordingto.records import Attribution, Check, Date, Figure, Ledger, Place, Source, Span
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


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9)
BOUNDS = st.none() | st.sampled_from([0, 1, 7, 12.5, 300, 4_550, 10**9]) | st.floats(0, 1e12)
VALUES = st.sampled_from(
    [None, "2003", "2003-03-20/..", "../2006-06~", "201X", "P20Y", "2004-21", "XXXX-10-08", "PT6H"]
)


@st.composite
def figures(draw: st.DrawFn, text: str, place: int, statements: int) -> Figure:
    """Any figure of `text`, with any bounds and meaning."""
    low, high = draw(BOUNDS), draw(BOUNDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    within = st.sampled_from([f"a{n}" for n in range(statements)]) if statements else st.none()
    return Figure(
        id=f"f{place}",
        span=draw(spans(text)),
        low=low,
        high=high,
        approx=draw(st.booleans()),
        vague=draw(st.booleans()),
        unit=draw(st.sampled_from(["people", "percent", "USD", "missile"])),
        counted=draw(st.none() | spans(text)),
        harm=draw(st.sampled_from([None, "killed", "injured", "casualties", "affected"])),
        who=draw(st.sampled_from([None, "civilians", "all"])),
        sex=draw(st.sampled_from([None, "female"])),
        age=draw(st.sampled_from([None, "children"])),
        group=draw(st.none() | WORDS),
        place=draw(st.none() | WORDS.map(lambda name: Place(name=name))),
        period=draw(VALUES),
        part_of=draw(st.sampled_from([None, *(f"f{n}" for n in range(place))])),
        attribution=draw(st.none() | within),
        speaker=draw(st.sampled_from([None, "s0", "s1"])),
        via=draw(st.sampled_from([(), ("s0",), ("s1", "s0")])),
        denied=draw(st.booleans()),
        confidence=draw(st.floats(0, 1)),
    )


@st.composite
def checks(draw: st.DrawFn, text: str, figures: int) -> Check:
    """Any finding on any words of `text` and any of its figures."""
    on = draw(st.sets(st.integers(0, figures - 1))) if figures else ()
    return Check(
        code="two_values",
        message=draw(WORDS),
        spans=tuple(draw(st.lists(spans(text), max_size=3))),
        figures=tuple(f"f{n}" for n in on),
    )


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Any ledger with up to six attributions, two speakers, and a few figures, dates and findings."""
    text = draw(TEXTS)
    count = draw(st.integers(0, 6)) if text else 0
    sources = tuple(
        Source(
            id=f"s{place}", name=draw(WORDS), kind="person", role=draw(st.none() | WORDS), note=draw(st.none() | WORDS),
            mentions=(),
        )
        for place in range(2)
    )  # fmt: skip
    numbers = range(draw(st.integers(0, 4)) if text else 0)
    return ledger(
        text,
        *(draw(attributions(text, place, count)) for place in range(count)),
        sources=sources,
        figures=tuple(draw(figures(text, place, count)) for place in numbers),
        dates=tuple(
            Date(span=draw(spans(text)), value=draw(VALUES), type=draw(st.sampled_from(["date", "interval", "set"])))
            for _ in numbers
        ),
        checks=tuple(draw(checks(text, len(numbers))) for _ in numbers),
    )
