"""What must hold of figures for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.count import count
from accordingto.records import Attribution, Date, Ledger, ReaderInfo, Reading, Span
from tests.count.told import document

_PIECES = st.sampled_from(
    (
        *("12", "3", "1,000", "1.000", "1,000,000", "2½", "3-5", "4–7", "$5", "£", "%", "3rd", "2003", "911", "NO"),
        *("one", "two", "dozen", "hundred", "thousand", "million", "half", "a", "third", "dozens", "hundreds"),
        *("several", "no", "none", "nobody", "both", "another", "double", "that", "number", "of", "them", "whom"),
        *("more", "about", "over", "at", "least", "up", "to", "between", "and", "or", "including", "among", "per"),
        *(",", ".", ":", ";", "-", "–", "(", ")", "[", "]", '"', "'", "'s", "\n", "\n\n", "the", "TWO"),
        *("killed", "wounded", "dead", "missing", "fled", "deaths", "toll", "were", "was", "have", "who", "said"),
        *("people", "men", "soldiers", "children", "Iraqis", "city", "Oslo", "Norway's", "May", "since", "still"),
        *("in", "near", "from", "launched", "day"),
    )
)
ENGLISH_LIKE = st.lists(_PIECES, max_size=60).map(" ".join)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def around(text: str, bounds: list[int]) -> tuple[tuple[Attribution, ...], tuple[Date, ...]]:
    """An attribution and two dates at offsets by chance, where the text is long enough."""
    if len(text) < 4:
        return (), ()
    a, b, c = sorted({min(x, len(text) - 1) for x in bounds} | {0, 1, 2})[:3]
    said = Attribution(
        id="a1",
        source=None,
        cue=Span.of(text, a, b),
        content=(Span.of(text, b, len(text)),),
        manner="indirect",
        stance="denies",
        confidence=0.5,
    )
    return (said,), (
        Date(span=Span.of(text, b, c), value="2003-03", type="date"),
        Date(span=Span.of(text, c, len(text)), value=None, type="interval"),
    )


@pytest.mark.parametrize("texts", [ANY_TEXT, ENGLISH_LIKE], ids=["any", "english"])
def test_spans_quote_and_ids_lead_somewhere(texts):
    """Any text with any attribution and dates gives figures that a ledger takes and JSON gives back."""

    @given(texts, st.lists(st.integers(0, 300), min_size=3, max_size=3))
    def holds(text: str, bounds: list[int]) -> None:
        own = document(text)
        attributions, dates = around(text, bounds)
        found = count(own, Reading(), attributions, dates)
        assert [f.span.start for f in found] == sorted(f.span.start for f in found)
        ledger = Ledger(
            document=own,
            attributions=attributions,
            figures=found,
            dates=dates,
            reader=ReaderInfo(version="0", model="none", model_sha256="0" * 64),
        )
        assert Ledger.from_json(ledger.to_json()) == ledger

    holds()


@pytest.mark.parametrize(
    "unit",
    ["5 people were killed and ", "killed 3 men, ", "one of 3 of 5 of ", "1, 111, ", "including 5 boys, ", "in Oslo "],
)
def test_time_grows_with_the_text(unit):
    """Four times the text, all in one sentence, takes about four times as long."""

    def seconds(times: int) -> float:
        text = unit * times
        dates = tuple(
            Date(span=Span.of(text, i, i + 1), value="2003-03-01", type="date")
            for i in range(0, len(text), 90)
            if text[i].strip()
        )
        start = time.process_time()
        count(document(text), Reading(), (), dates)
        return time.process_time() - start

    seconds(20)
    assert seconds(800) < 4 * 2.5 * max(seconds(200), 0.004)
