"""Ledger -> text for a terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Literal

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from accordingto.errors import InvalidRecord
from accordingto.records import Attribution, Ledger
from accordingto.report.chains import Chains, drawn
from accordingto.report.figure_rows import figure_rows
from accordingto.report.terminal_tables import (
    NARROWEST_TABLE,
    dated_lines,
    figure_chains,
    figure_lines,
    figure_table,
)
from accordingto.report.timeline import timeline
from accordingto.report.voices import Account, Voice, account, in_text_order
from accordingto.report.wording import (
    confidence,
    counted,
    heading,
    offsets,
    one_line,
    percent,
    quoted_name,
    visible_controls,
    what,
    who_is,
)

NARROWEST = 40
_STYLES = ("cyan", "yellow", "green", "magenta", "blue", "red")
_QUIET = "dim"
_EIGHTHS = " ▏▎▍▌▋▊▉"
_LINE_END = re.compile(r" +((?:\x1b\[[0-9;]*m)*)$", re.MULTILINE)
_SPACE = re.compile(r"[ \t]*(?:\r\n|[\r\n])[ \t]*")


def terminal(ledger: Ledger, *, width: int = 80, colour: bool, by: Literal["text", "speaker"] = "text") -> str:
    """The ledger as lines of at most `width` columns, each ended by a line break.

    Statements stand in text order, or under their voices for `by="speaker"`; one that stands within another is
    indented under it where both are shown together. With `colour`, ANSI codes of the terminal's own palette colour
    the voices; without, the text is plain. Words of the report are quoted whole. Raises InvalidRecord for a width
    under 40 columns.
    """
    if width < NARROWEST:
        raise InvalidRecord(f"a width of {width} columns is too narrow to read: give at least {NARROWEST}")
    return _View(ledger, width=width, colour=colour).render(by)


class _View:
    """The lines of one ledger, written to a console of a given width."""

    def __init__(self, ledger: Ledger, *, width: int, colour: bool) -> None:
        self.ledger = ledger
        self.width = width
        self.account: Account = account(ledger)
        self.chains = Chains(ledger, self.account)
        self.order = in_text_order(ledger.attributions)
        self.number = {a.id: place for place, a in enumerate(self.order, start=1)}
        self.by_id = {a.id: a for a in self.order}
        self.out = io.StringIO()
        self.console = Console(
            file=self.out,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def render(self, by: Literal["text", "speaker"]) -> str:
        """All parts in order; a part without content is left out."""
        self.head()
        if self.order and by == "speaker":
            self.statements_by_voice()
        elif self.order:
            self.statements_in_text_order()
        self.voices()
        self.figures()
        self.dates()
        self.checks()
        self.listing("Notes", list(self.ledger.document.notes))
        return self.out.getvalue()

    def head(self) -> None:
        """What the report is, and its account in one sentence."""
        document = self.ledger.document
        self.write(heading(document), style="bold")
        facts = [document.outlet, document.author, document.published, document.language, document.url]
        self.write(" · ".join([*(fact for fact in facts if fact), f"sha256 {document.id[:12]}…"]), style=_QUIET)
        self.blank()
        if not self.order:
            self.write("No attributed statements were found: all of it is the outlet's own words.")
            return
        self.write(
            f"{counted(len(self.order), 'statement')} by {counted(len(self.account.voices), 'voice')}; "
            f"{percent(self.account.own)} of the text is the outlet's own words."
        )

    def statements_in_text_order(self) -> None:
        """The outermost statements in text order, each with those within it under it."""
        self.title("Statements, in the order of the text")
        shown: set[str] = set()
        roots = [a for a in self.order if a.within is None]
        # Statements that are within each other in a circle have no outermost one; they come as they stand.
        for a in [*roots, *self.order]:
            if a.id not in shown:
                self.blank()
                self.statement(a, 0, shown)

    def statements_by_voice(self) -> None:
        """The voices in the order in which they first speak, each with its statements."""
        for place, voice in enumerate(self.account.voices):
            self.title(f"{quoted_name(voice)} · {counted(len(voice.attributions), 'statement')}", self.style(place))
            self.person(voice)
            for identifier in voice.attributions:
                self.blank()
                self.statement(self.by_id[identifier], 0, None)

    def statement(self, a: Attribution, level: int, shown: set[str] | None) -> None:
        """One statement, and under it those within it unless `shown` is None."""
        place = self.account.voice_of[a.id]
        voice = self.account.voices[place]
        # However deep it is nested, half of the width is left for the words.
        indent = " " * min(4 * level, (self.width // 2) // 4 * 4)
        first = f"{indent}{'↳ ' if level else ''}"
        lead = f"{first}{self.number[a.id]:>3}  "
        under = " " * (len(lead))
        words = [quoted_name(voice)]
        if voice.known and a.source is not None and a.source.text.casefold() != voice.name.casefold():
            words.append(f"as “{one_line(a.source.text)}”")
        self.write(" ".join(words), lead, under, self.style(place, bold=True))
        to = next((source.name for source in self.ledger.sources if source.id == a.to), None)
        for part, span in enumerate(a.content):
            bar = f"{under}│ "
            paragraphs = _paragraphs(span.text)
            if part:
                paragraphs[0] = f"[…] {paragraphs[0]}"
            for paragraph in paragraphs:
                self.write(paragraph, bar, bar)
        facts = [
            what(a),
            f"cue “{one_line(a.cue.text)}”" if a.cue else "no cue",
            *([f"to {to}"] if to else []),
            *([f"within {self.number[a.within]}"] if a.within and not level else []),
            f"confidence {confidence(a.confidence)} {a.confidence:.2f}",
            f"at {offsets(a.content)}",
        ]
        chain = self.chains.of_statement(a)
        if len(chain) > 2:
            self.write(drawn(chain), under, f"{under}  ", _QUIET)
        for line in _joined(facts, self.width - len(under)):
            self.write(line, under, under, _QUIET)
        if shown is not None:
            shown.add(a.id)
            for inner in self.order:
                if inner.within == a.id and inner.id not in shown:
                    self.statement(inner, level + 1, shown)

    def voices(self) -> None:
        """Whose words the text is, the largest share first."""
        if not self.order:
            return
        self.title("Whose words the text is")
        self.blank()
        rows: list[tuple[float, str, str, int | None]] = [
            (voice.share, quoted_name(voice), counted(len(voice.attributions), "statement"), place)
            for place, voice in enumerate(self.account.voices)
        ]
        rows.sort(key=lambda row: -row[0])
        rows.append((self.account.own, "the outlet's own words", "", None))
        rows.append((self.account.framing, "words that name sources and cues", "", None))
        longest = 20 if self.width >= 72 else 6
        for share, name, note, voice_place in rows:
            lead = f"{percent(share):>9}  {_bar(share, longest):<{longest}}  "
            text = f"{name} · {note}" if note else name
            self.write(text, lead, " " * len(lead), self.style(voice_place))
        if any(voice.named and not voice.known for voice in self.account.voices):
            self.blank()
            self.write(
                "Names in quotation marks are the report's words for a source. One wording can mean several people, "
                "and several wordings can mean one.",
                style=_QUIET,
            )

    def person(self, voice: Voice) -> None:
        """Who a known speaker is."""
        known = [*who_is(voice), *([voice.note] if voice.note else [])]
        if known:
            self.write(" · ".join(known), style=_QUIET)

    def figures(self) -> None:
        """Every figure: who says, how many, of whom, harm, where and when; and through whom it has come."""
        rows = figure_rows(self.ledger, self.account, self.chains)
        if rows and self.width >= NARROWEST_TABLE:
            self.title("Figures")
            self.blank()
            with self.console.capture() as drawn_table:
                self.console.print(figure_table(rows, self.width))
            self.out.write(_LINE_END.sub(r"\1", drawn_table.get()))
        else:
            self.listing("Figures", figure_lines(rows))
        chains = figure_chains(rows)
        if chains:
            self.blank()
            for chain in chains:
                self.write(chain, "", "    ", _QUIET)

    def dates(self) -> None:
        """What the report dates, in the order of time."""
        lines, room = dated_lines(timeline(self.ledger, self.account, self.chains, reach=60))
        if not lines:
            return
        self.title("In the order of time")
        self.blank()
        for when, words in lines:
            self.write(words, f"{set_cell_size(when, room)}  ", " " * (room + 2))

    def checks(self) -> None:
        """What does not fit, and a word on what that means."""
        if self.ledger.checks:
            self.listing("To look at", [f"{check.message} ({check.code})" for check in self.ledger.checks])
            self.blank()
            self.write("These are places to look at, not errors: the report may be right.", style=_QUIET)

    def listing(self, name: str, lines: Iterable[str]) -> None:
        """A titled list, left out where it is empty."""
        lines = list(lines)
        if lines:
            self.title(name)
            for line in lines:
                self.write(line, "  – ", "    ")

    def style(self, place: int | None, *, bold: bool = False) -> str:
        """A voice's style by its place; the outlet has none."""
        if place is None:
            return ""
        return f"{'bold ' if bold else ''}{_STYLES[place % len(_STYLES)]}"

    def title(self, words: str, style: str = "") -> None:
        """The head of a part, set off by a line."""
        self.blank()
        self.write("─" * self.width, style=_QUIET)
        self.write(words, style=f"bold {style}".strip())

    def blank(self) -> None:
        """An empty line."""
        self.out.write("\n")

    def write(self, words: str, first: str = "", rest: str = "", style: str = "") -> None:
        """`words` wrapped to the width, `first` before the first line and `rest` before the others."""
        room = self.width - max(len(first), len(rest))
        lines = Text(visible_controls(words), style=style).wrap(self.console, room, tab_size=4)
        for place, line in enumerate(lines or [Text("")]):
            line.rstrip()
            self.console.print(Text.assemble((rest if place else first, _QUIET), line), soft_wrap=True)


def _bar(share: float, longest: int) -> str:
    """A bar that is `longest` columns for a share of 1, to an eighth of a column."""
    whole, rest = divmod(round(share * longest * 8), 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def _joined(facts: Iterable[str], room: int) -> list[str]:
    """The facts with a dot between them, on lines that end between two facts and not within one."""
    lines: list[str] = []
    for fact in facts:
        if lines and cell_len(lines[-1]) + 3 + cell_len(fact) <= room:
            lines[-1] += f" · {fact}"
        else:
            lines.append(fact)
    return lines


def _paragraphs(words: str) -> list[str]:
    """What is quoted, with the line breaks inside its paragraphs taken out; an empty line parts paragraphs."""
    blocks = re.split(r"(?:\r\n|[\r\n])\s*(?:\r\n|[\r\n])\s*", words)
    return [_SPACE.sub(" ", block) for block in blocks]
