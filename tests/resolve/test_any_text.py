"""What must hold of `resolve` for any text and any attributions in it, and how its work grows."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.records import Attribution, Document, Ledger, Reading, Span
from accordingto.resolve import resolve
from tests.report.hand_made import READER

PARTS = [
    "Ann Bell", "Bell", "Mr. Bell", "al-Tarn", "President", "the general", "The president", "a source", "he", "she",
    "they", "We", "I", "who", "which", "said", "told", "Reuters", "Paris", "French", "the report", "published a report",
    "police", "Rovan and Sorel", "of", "and", "by", "in an interview with", "(HWU)", "Harbour Workers Union",
    "’s", "'s",
    ",", ".", "?", "\n", "\n\n", '"', "“", "”", "(", ")", "-", "—", "\xa0", "\u200f", "ﬁ", "İ", "ß", "é", "Ω",
    "١", "_",
    "Dr.", "J.", "Jr.", "al-", "d’", "’", "1,000", "🚀",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=40).map(" ".join),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=40).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120),
)


@st.composite
def statements(draw: st.DrawFn) -> tuple[str, tuple[Attribution, ...]]:
    """A text, and attributions anywhere in it, some within others, even in circles."""
    text = draw(TEXTS)

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span.of(text, start, draw(st.integers(start + 1, min(len(text), start + 30))))

    number = draw(st.integers(1, 6))
    found = []
    for i in range(number):
        outer = draw(st.sampled_from([None, *(j for j in range(number) if j != i)]))
        found.append(
            Attribution(
                id=f"a{i}",
                source=span() if draw(st.booleans()) else None,
                cue=span() if draw(st.booleans()) else None,
                content=(span(),),
                manner="indirect",
                stance="asserts",
                within=None if outer is None else f"a{outer}",
                confidence=1.0,
            )
        )
    return text, tuple(found)


@settings(max_examples=150)
@given(statements())
def test_the_ledger_holds(given_: tuple[str, tuple[Attribution, ...]]) -> None:
    """Spans quote the text, ids lead somewhere, who is named as source has a speaker, and no source is idle."""
    text, attributions = given_
    document = Document(id="0" * 64, media_type="text/plain", text=text)
    sources, resolved = resolve(document, Reading(), attributions)
    ledger = Ledger(document=document, sources=sources, attributions=resolved, reader=READER)
    assert [a.id for a in ledger.attributions] == [a.id for a in attributions]
    assert all(a.speaker for a in ledger.attributions if a.source is not None)
    assert [s.id for s in sources] == [f"s{n}" for n in range(1, len(sources) + 1)]
    assert {s.id for s in sources} == {key for a in resolved for key in (a.speaker, a.to) if key is not None}
    assert all(s.name.strip() for s in sources)
    for attribution in resolved:
        if attribution.source is not None:
            assert attribution.source in next(s for s in sources if s.id == attribution.speaker).mentions


@given(statements())
def test_nothing_else_changes(given_: tuple[str, tuple[Attribution, ...]]) -> None:
    """Of an attribution only `speaker` and `to` are filled in, and the answer is the same each time."""
    text, attributions = given_
    document = Document(id="0" * 64, media_type="text/plain", text=text)
    first, second = (resolve(document, Reading(), attributions) for _ in range(2))
    assert first == second
    for before, after in zip(attributions, first[1], strict=True):
        for name in set(Attribution.__struct_fields__) - {"speaker", "to"}:
            assert getattr(before, name) == getattr(after, name)


def inquiry(statements_: int) -> tuple[Document, tuple[Attribution, ...]]:
    """A long text on one line, in which surnames, bodies and documents return."""
    text, found = "", []
    for i in range(statements_):
        name = f"{'Ann' if i % 2 else 'Peter'} Rovan{'abcdefghij'[i % 10]}"
        for source in (f"{name}, an officer of the Harbour Workers Union", "he", "The report", "the union"):
            start = len(text)
            text += f"{source} said that the bridge was shut. "
            at = start + len(source)
            found.append(
                Attribution(
                    id=f"a{len(found)}",
                    source=Span.of(text, start, at),
                    cue=Span.of(text, at + 1, at + 5),
                    content=(Span.of(text, at + 6, len(text) - 2),),
                    manner="indirect",
                    stance="asserts",
                    confidence=1.0,
                )
            )
    return Document(id="0" * 64, media_type="text/plain", text=text), tuple(found)


def seconds(statements_: int) -> float:
    """The least time of two that resolving such a text takes."""
    document, attributions = inquiry(statements_)
    times = []
    for _ in range(2):
        start = time.process_time()
        resolve(document, Reading(), attributions)
        times.append(time.process_time() - start)
    return min(times)


def test_the_work_grows_with_the_text() -> None:
    """Four times the text takes about four times the time, far from the sixteen of comparing all with all."""
    seconds(20)
    assert seconds(160) < 8 * seconds(40)
