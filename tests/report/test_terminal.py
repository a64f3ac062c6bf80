import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from accordingto.errors import InvalidRecord
from accordingto.records import Date, Source
from accordingto.report import terminal
from tests.report.hand_made import at, example, figure, ledger, says, with_all_parts
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


def test_notes_and_checks_are_shown():
    """Notes stand with their words, checks with their code, and with a word on what a check means."""
    shown = terminal(with_all_parts(), colour=False)
    for words in ("dateline: Port Arvan", "cannot both count all of the dead. (sum)", "places to look at, not errors"):
        assert words in shown


def part(shown, heading):
    """The lines of the part under a heading."""
    return shown[shown.index(f"\n{heading}\n") :].split("\n\n───")[0]


def test_figures_stand_in_a_table():
    """The table tells who says, how many, of whom, harm, where and when, and quotes the words."""
    table = part(terminal(with_all_parts(), colour=False, width=160), "Figures")
    heading, first, quote = table.split("\n")[3:6]
    assert heading.split("  ")[0] == ""
    assert re.split(r"\s{2,}", heading.strip()) == ["who says", "how many", "of whom", "harm", "where", "when"]
    cells = ["1", "Ilse Marrant", "31 or more", "people", "killed", "Port Arvan", "2024-05-13"]
    assert re.split(r"\s{2,}", first.strip()) == cells
    assert re.split(r"\s{2,}", quote.strip()) == ["“At least 31 people”"]


def test_a_column_of_nothing_is_left_out():
    """Where no figure has a place or a time, the table has no column for it."""
    text = "She counted 40 boats."
    made = ledger(text, figures=(figure("f1", at(text, "40 boats"), 40, unit="boat"),))
    heading = part(terminal(made, colour=False), "Figures").split("\n")[3]
    assert re.split(r"\s{2,}", heading.strip()) == ["who says", "how many", "of whom"]


def test_a_narrow_terminal_lists_figures():
    """Where a table would not be readable, figures are told in lines."""
    listed = " ".join(part(terminal(with_all_parts(), colour=False, width=48), "Figures").split())
    assert "1 31 or more, “At least 31 people”: people; killed; Port Arvan; 2024-05-13. Ilse Marrant" in listed


def test_wide_characters_keep_the_table_straight():
    """Characters of two columns count as two: the cells behind them stand under their heading."""
    text = "王毅外交部长说有三十人。"
    source = Source(id="s1", name="王毅外交部长", kind="person", mentions=(at(text, "王毅外交部长"),))
    made = ledger(text, figures=(figure("f1", at(text, "三十人"), 30, speaker="s1", harm="killed"),), sources=(source,))
    lines = part(terminal(made, colour=False), "Figures").split("\n")
    heading, row = lines[3:5]
    assert cell_len(row[: row.index("30")]) == cell_len(heading[: heading.index("how many")])


def test_dates_stand_in_the_order_of_time():
    """Dates come by time with who speaks of them; those that nothing anchors come last, with the reason."""
    text = "In 2011 it ended. The envoy said it began in 2003. On Friday it rained."
    said = says("a1", at(text, "it began in 2003"), source=at(text, "The envoy"), cue=at(text, "said"))
    dates = (
        Date(span=at(text, "2011"), value="2011", type="date"),
        Date(span=at(text, "2003"), value="2003", type="date"),
        Date(span=at(text, "Friday"), value=None, type="date", note="the report has no date"),
    )
    lines = part(terminal(ledger(text, said, dates=dates), colour=False), "In the order of time").split("\n")[3:]
    assert lines == [
        "2003       “The envoy”: The envoy said it began in “2003”.",
        "2011       the outlet: In “2011” it ended.",
        "not known  the outlet: On “Friday” it rained. (the report has no date)",
        "",
    ]


def test_chains_are_drawn():
    """A statement that others pass on is shown with all of them, from the outlet to its own voice."""
    shown = terminal(example(speakers=True), colour=False)
    assert "Northern Wire ← Anselm Korro ← the Reach's defence ministry" in shown
    assert "Northern Wire ← Radio Veldria ← Anselm Korro" in shown
    assert "Northern Wire ← Ilse Marrant" not in shown


def test_a_report_without_statements():
    """Without attributions, the view says that all words are the outlet's own."""
    assert "No attributed statements were found" in terminal(ledger("It rained."), colour=False)


def test_too_narrow_is_refused():
    """A width in which words cannot be read is refused with the width and the least one."""
    with pytest.raises(InvalidRecord, match=r"39 columns.*at least 40"):
        terminal(ledger("It rained."), width=39, colour=False)
