"""What each voice says over all reports: its statements and its figures, with the addresses of their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from accordingto.records import Reported, Stated, Voice
from accordingto.report.figure_rows import how_many
from accordingto.report.site.contests import Words, words
from accordingto.report.site.places import Places
from accordingto.report.wording import one_line


class Said(NamedTuple):
    """A statement with the address of its words."""

    href: str
    words: str
    stance: str
    outlet: str
    published: str | None


class Stating(NamedTuple):
    """A figure that a voice gives, with the words it rests on."""

    how_many: str
    counted: str
    words: Words


class Sayings(NamedTuple):
    """All that one voice says, by the day of the report."""

    statements: Sequence[Said]
    figures: Sequence[Stating]


def _counted(figure: Reported) -> str:
    """Whom or what a figure counts, and what befell them."""
    of = one_line(figure.figure.counted.text) if figure.figure.counted else figure.figure.unit
    harm = figure.figure.harm
    return f"{of} {harm}" if harm and harm not in of.casefold() else of


class Speaking:
    """Statements and figures by voice. A source's id here is `<first 16 hex digits of the document>/<its id>`."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        self._voice: dict[str, Voice] = {}
        for voice in voices:
            for spelling in voice.spellings:
                self._voice[spelling.id.removeprefix("source:")] = voice
        self._statements: dict[str, list[Said]] = defaultdict(list)
        self._figures: dict[str, list[Stating]] = defaultdict(list)

    def voice_of(self, source: str) -> Voice | None:
        """The voice that a report's source is, None for a source without a name."""
        return self._voice.get(source)

    def take(self, statements: Iterable[Stated], figures: Iterable[Reported], places: Places) -> None:
        """Lay statements and figures to their voices."""
        for one in statements:
            voice = self.voice_of(f"{one.document[:16]}/{one.speaker.id}") if one.speaker else None
            if voice is not None:
                outlet = one.outlet or one.title or "Untitled report"
                day = one.published[:10] if one.published else None
                href = f"../{places.statement(one.id)}"
                self._statements[voice.id].append(Said(href, one.words, one.attribution.stance, outlet, day))
        for figure in figures:
            voice = self.voice_of(f"{figure.document[:16]}/{figure.speaker.id}") if figure.speaker else None
            if voice is not None:
                said = words(figure, f"../{places.words_of(figure)}")
                self._figures[voice.id].append(Stating(how_many(figure.figure), _counted(figure), said))

    def of(self, voice: Voice) -> Sayings:
        """What a voice says, the earliest first."""
        return Sayings(
            sorted(self._statements.get(voice.id, ()), key=lambda s: s.published or "9999"),
            sorted(self._figures.get(voice.id, ()), key=lambda s: s.words.published or "9999"),
        )
