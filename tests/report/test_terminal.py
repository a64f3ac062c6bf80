import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from accordingto.errors import InvalidRecord
from accordingto.report import terminal
from tests.report.hand_made import at, example, ledger, says, with_all_parts
from tests.report.made_up import ledgers


def squeezed(text):
    """Text without white space and the marks that lead a line."""
    return re.sub(r"[\s│]", "", text)


@pytest.mark.parametrize("by", ["text", "speaker"])
@pytest.mark.parametrize("speakers", [True, False])
def test_all_content_is_shown(by, speakers):
    """Every word of every statement is shown, in either order."""
    made = example(speakers=speakers)
    shown = squeezed(terminal(made, colour=False, by=by))
    assert [a.id for a in made.attributions if any(squeezed(s.text) not in shown for s in a.content)] == []


@given(ledgers(), st.integers(40, 120), st.sampled_from(["text", "speaker"]))
def test_no_line_is_wider(made, width, by):
    """No line has more columns than asked for, whatever the text."""
    assert max(cell_len(line) for line in terminal(made, width=width, colour=False, by=by).split("\n")) <= width


@given(ledgers(), st.sampled_from(["text", "speaker"]))
def test_every_statement_is_shown_once(made, by):
    """Each statement stands once, whatever way statements are nested."""
    shown = terminal(made, width=200, colour=False, by=by)
    offsets = re.findall(r"(?:^|· )at \d+–\d+(?:, \d+–\d+)*$", shown, re.MULTILINE)
    assert len(offsets) == len(made.attributions)


def test_plain_text_has_no_codes():
    """Without colour, no escape code is written."""
    assert "\x1b" not in terminal(with_all_parts(), colour=False)


def test_colour_changes_no_word():
    """With colour, the words are the same, between codes."""
    coloured = terminal(with_all_parts(), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == terminal(with_all_parts(), colour=False)


@given(ledgers())
def test_a_report_cannot_steer_the_terminal(made):
    """No control character of the report reaches the terminal, nor a mark that turns the direction of the text."""
    shown = terminal(made, colour=False)
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown) is None


def test_control_characters_are_named():
    """A control character is shown by its code."""
    text = "He said \x1b[2Jno"
    assert "⟨U+001B⟩[2Jno" in terminal(ledger(text, says("a1", at(text, "\x1b[2Jno"))), colour=False)


def test_nested_statements_stand_under_their_outer_one():
    """A nested statement follows its outer one, indented behind an arrow, though its number comes later."""
    lines = terminal(example(speakers=True), colour=False).split("\n")
    outer = next(place for place, line in enumerate(lines) if line.startswith(" 14  Anselm Korro"))
    inner = next(
        place for place, line in enumerate(lines) if line.startswith("    ↳  15  the Reach's defence ministry")
    )
    assert outer < inner
    assert "" not in lines[outer:inner]


def test_parts_of_a_statement_are_told_apart():
    """Content in two spans is shown with a mark between them and both offsets."""
    shown = terminal(example(speakers=True), colour=False)
    assert '│ […] "There were crates' in shown
    assert re.search(r"at \d+–\d+, \d+–\d+", shown)


def test_names_that_are_only_words_are_quoted():
    """A voice that is no known speaker stands in quotation marks, with a note on what that means."""
    shown = terminal(example(speakers=False), colour=False)
    assert "“the doctor”" in shown
    assert "Names in quotation marks" in shown
    assert "Names in quotation marks" not in terminal(example(speakers=True), colour=False)


def test_statements_by_voice():
    """By speaker, all statements of a voice stand under its name, and a nested one says what it is within."""
    shown = terminal(example(speakers=True), colour=False, by="speaker")
    part = shown[shown.index("Ilse Marrant · 4 statements") : shown.index("the Reach's defence ministry · 5")]
    assert [int(n) for n in re.findall(r"^ *(\d+)  ", part, re.MULTILINE)] == [1, 3, 4, 25]
    assert "within 14" in shown


def test_head_names_the_report():
    """Title, outlet, date, language and the beginning of the hash stand on top."""
    made = example(speakers=True)
    head = "\n".join(terminal(made, colour=False).split("\n")[:3])
    for words in (made.document.title, "Northern Wire", "2024-05-14", "en", made.document.id[:12]):
        assert words in head


def test_notes_checks_and_figures_are_shown():
    """What else the ledger holds is shown, each with its words."""
    shown = terminal(with_all_parts(), colour=False)
    for words in ("dateline: Port Arvan", "sum: 31 and nine", "“At least 31 people”: 31 or more (people)", "about 650"):
        assert words in shown


def test_a_report_without_statements():
    """Without attributions, the view says that all words are the outlet's own."""
    assert "No attributed statements were found" in terminal(ledger("It rained."), colour=False)


def test_too_narrow_is_refused():
    """A width in which words cannot be read is refused with the width and the least one."""
    with pytest.raises(InvalidRecord, match=r"39 columns.*at least 40"):
        terminal(ledger("It rained."), width=39, colour=False)
