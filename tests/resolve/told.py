"""Texts with their attributions, written by hand: `<source>`, `{cue}` and `[content]` in the text."""

from __future__ import annotations

import re

from accordingto.records import Attribution, Document, Reading, Source, Span
from accordingto.resolve import resolve

_MARK = re.compile(r"<(?P<source>[^<>]*)>|\{(?P<cue>[^{}]*)\}|\[(?P<content>[^\[\]]*)\]")


def told(marked: str, *, within: dict[int, int] | None = None, **document: str) -> Told:
    """Each `[content]` is one attribution, with the source and cue that stand next to it in its line.

    `within` gives, by the content's number from 1, the number of the attribution that holds it.
    """
    text, marks, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        marks.append((mark.lastgroup, len(text), len(text) + len(mark[mark.lastgroup])))
        text += mark[mark.lastgroup]
        at = mark.end()
    text += marked[at:]
    found: list[Attribution] = []
    left: dict[str, Span] = {}
    for i, (kind, start, end) in enumerate(marks):
        left[kind] = Span.of(text, start, end)
        following = marks[i + 1] if i + 1 < len(marks) else None
        ends = following is None or "\n" in text[end : following[1]] or following[0] in left
        if ends and "content" in left:
            number = len(found) + 1
            outer = (within or {}).get(number)
            found.append(
                Attribution(
                    id=f"a{number}",
                    source=left.get("source"),
                    cue=left.get("cue"),
                    content=(left["content"],),
                    manner="indirect",
                    stance="asserts",
                    within=f"a{outer}" if outer else None,
                    confidence=1.0,
                )
            )
            left = {}
    made = Document(id="0" * 64, media_type="text/plain", text=text, **document)
    return Told(text, *resolve(made, Reading(), found))


class Told:
    """What `resolve` made of a text."""

    def __init__(self, text: str, sources: tuple[Source, ...], attributions: tuple[Attribution, ...]) -> None:
        self.text = text
        self.sources = sources
        self.attributions = attributions
        self._by_id = {s.id: s for s in sources}

    def voice(self, number: int) -> Source | None:
        """The speaker of an attribution, by its number from 1."""
        return self._by_id.get(self.attributions[number - 1].speaker or "")

    def to(self, number: int) -> str | None:
        """The name of the medium spoken to."""
        key = self.attributions[number - 1].to
        return self._by_id[key].name if key else None

    @property
    def names(self) -> list[str | None]:
        """The speakers' names, by attribution."""
        return [v.name if (v := self.voice(i + 1)) else None for i in range(len(self.attributions))]
