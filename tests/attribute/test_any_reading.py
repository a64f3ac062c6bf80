"""Whatever a model reads in a text, what is made of it can stand in a ledger."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.attribute import attribute, narration
from accordingto.records import Document, Ledger, Link, ReaderInfo, Reading, Span, Tagged

PARTS = [
    "he said:",
    "ANN BELL: no",
    '"we went on and on',
    '"',
    "“",
    "”",
    "\n",
    "\n\n",
    " ",
    ", ",
    "Ends",
    ".",
    "Tarn",
    "\t",
]
TEXTS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=14).map("".join)


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, Reading]:
    """A text with spans anywhere in it, and links from cues to sources and content, right or wrong."""
    text = draw(TEXTS)
    offsets = st.integers(0, len(text) - 1)
    spans = []
    for label in draw(st.lists(st.sampled_from(["source", "cue", "content"]), min_size=2, max_size=8)):
        start = draw(offsets)
        end = draw(st.integers(start + 1, min(len(text), start + 30)))
        spans.append(Tagged(span=Span.of(text, start, end), label=label, score=draw(st.floats(0, 1))))
    cues = [i for i, tagged in enumerate(spans) if tagged.label == "cue"]
    parts = [i for i, tagged in enumerate(spans) if tagged.label != "cue"]
    links = draw(st.lists(st.tuples(st.sampled_from(cues), st.sampled_from(parts)))) if cues and parts else []
    return text, Reading(spans=tuple(spans), links=tuple(Link(head=a, tail=b, score=0.5) for a, b in links))


@settings(max_examples=200)
@given(readings())
def test_any_reading_gives_attributions_that_fit_the_text(given_: tuple[str, Reading]) -> None:
    """The ledger checks that spans quote the text, that content is in order, and that `within` leads somewhere."""
    text, reading = given_
    document = Document(id="0" * 64, media_type="text/plain", text=text)
    found = attribute(document, reading)
    own = narration(document, found)
    info = ReaderInfo(version="0", model="made up", model_sha256="0" * 64)
    ledger = Ledger(document=document, attributions=found, narration=own, reader=info)
    assert [a.id for a in ledger.attributions] == [f"a{n}" for n in range(1, len(found) + 1)]
    begins = [min(s.start for s in a.spans) for a in found]
    assert begins == sorted(begins)
    covered = {i for a in found for s in a.spans for i in range(s.start, s.end)}
    told = {i for s in own for i in range(s.start, s.end)}
    assert {i for i, c in enumerate(text) if c.isalnum()} <= covered | told
