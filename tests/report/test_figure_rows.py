import pytest

from accordingto.records import Place, Source
from accordingto.report.calendar_words import began, when
from accordingto.report.chains import Chains
from accordingto.report.figure_rows import figure_rows, how_many
from accordingto.report.voices import account
from tests.report.hand_made import at, document, figure, ledger, says, with_all_parts


def rows_of(made):
    found = account(made)
    return figure_rows(made, found, Chains(made, found))


def one(words, *values, **meaning):
    """The row of the only figure of a text."""
    text = f"It said {words} so."
    return rows_of(ledger(text, figures=(figure("f1", at(text, words), *values, **meaning),)))[0]


@pytest.mark.parametrize(
    ("words", "low", "high", "more", "told"),
    [
        ("4,550 servicemen", 4550, 4550, {}, "4,550"),
        ("from 100 to 300", 100, 300, {}, "100 to 300"),
        ("at least 31", 31, None, {}, "31 or more"),
        ("more than 70", 71, None, {}, "over 70"),
        ("up to 300", None, 300, {}, "up to 300"),
        ("fewer than 300", None, 299, {}, "under 300"),
        ("about 650", 650, 650, {"approx": True}, "about 650"),
        ("dozens", 24, None, {"vague": True}, "24 or more, vague"),
        ("another 12", 12, 12, {"since_last": True}, "another 12"),
        ("41 per cent", 41, 41, {"unit": "percent"}, "41 %"),
        ("$5,000", 5000, 5000, {"unit": "USD"}, "USD 5,000"),
        ("100 a day", 100, 100, {"per": "P1D"}, "100 per day"),
        ("some", None, None, {}, "not told"),
    ],
)
def test_how_many(words, low, high, more, told):
    """A range is told as the report does: open ends, rough and vague numbers, rates, currencies."""
    assert how_many(figure("f1", at(words, words), low, high=high, **more)) == told


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        ({}, "people"),
        ({"unit": "missile"}, "missile"),
        ({"who": "civilians"}, "civilians"),
        ({"who": "all"}, "civilians and combatants"),
        ({"age": "children"}, "children"),
        ({"sex": "female", "age": "elderly"}, "elderly women"),
        ({"group": "Iraqi", "sex": "male"}, "Iraqi men"),
    ],
)
def test_of_whom_without_words(meaning, told):
    """Where the report has no noun, what is known of the people is told."""
    assert one("12", 12, **meaning).of_whom == told


def test_of_whom_adds_what_the_words_do_not_say():
    """What is known of the people stands behind the report's noun, save what the noun says already."""
    text = "It counts 12 civilian women and 4 servicemen."
    made = ledger(text, figures=(
        figure("f1", at(text, "12 civilian women"), 12, counted=at(text, "civilian women"), who="civilians",
               sex="female"),
        figure("f2", at(text, "4 servicemen"), 4, counted=at(text, "servicemen"), who="combatants"),
    ))  # fmt: skip
    assert [row.of_whom for row in rows_of(made)] == ["civilian women", "servicemen, combatants"]


def test_harm_place_and_time():
    """Harm, basis, part, denial, place, period and day of the count are told in words."""
    row = one("12", 12, harm="killed", basis="estimate", denied=True, place=Place(name="Arvan"), period="2003/2006",
              as_of="2007-01-01")  # fmt: skip
    assert (row.harm, row.where, row.when) == ("killed, estimate, denied", "Arvan", "2003 to 2006, as of 2007-01-01")


def test_figures_are_numbered_in_text_order():
    """Figures are numbered as they stand in the text, and a part names its total by number."""
    rows = rows_of(with_all_parts())
    assert [row.number for row in rows] == list(range(1, 9))
    assert [row.figure.span.start for row in rows] == sorted(row.figure.span.start for row in rows)
    eleven = next(row for row in rows if row.words == "eleven")
    assert eleven.harm == f"injured, part of {next(row.number for row in rows if row.figure.id == 'f6')}"


def test_whose_a_figure_is():
    """A figure is its speaker's, else that of its statement's source, else the outlet's."""
    text = "Some 40 fled. The aide spoke of 50. The envoy spoke of 60."
    statements = (
        says("a1", at(text, "50"), source=at(text, "The aide")),
        says("a2", at(text, "60"), source=at(text, "The envoy"), speaker="s1"),
    )
    made = ledger(
        text,
        *statements,
        document=document(text, outlet="Northern Wire"),
        sources=(Source(id="s1", name="Ada Brix", kind="person", mentions=()),),
        figures=(
            figure("f1", at(text, "40"), 40),
            figure("f2", at(text, "50"), 50, attribution="a1"),
            figure("f3", at(text, "60"), 60, attribution="a2", speaker="s1"),
        ),
    )
    assert [(row.says, row.voice) for row in rows_of(made)] == [
        ("Northern Wire", None),
        ("“The aide”", 0),
        ("Ada Brix", 1),
    ]


def test_who_passes_a_figure_on():
    """The chain of a figure leads from the outlet over those who pass it on, the farthest first, to its speaker."""
    names = ("a doctor", "the ministry", "Radio Arvan")
    text = "There are 12 dead."
    sources = tuple(Source(id=f"s{n}", name=name, kind="person", mentions=()) for n, name in enumerate(names))
    made = ledger(
        text,
        document=document(text, outlet="Northern Wire"),
        sources=sources,
        figures=(figure("f1", at(text, "12"), 12, speaker="s0", via=("s1", "s2")),),
    )
    assert rows_of(made)[0].chain == ("Northern Wire", "Radio Arvan", "the ministry", "a doctor")


def test_the_chain_of_a_statement():
    """A statement within another one comes over that one's voice, and over the medium that it was told to."""
    text = "A said B said C"
    sources = tuple(Source(id=s, name=s.upper(), kind="person", mentions=()) for s in "abm")
    made = ledger(
        text,
        says("a1", at(text, "B said C"), speaker="a", to="m"),
        says("a2", at(text, "C"), speaker="b", within="a1"),
        sources=sources,
    )
    chains = Chains(made, account(made))
    assert [chains.of_statement(a) for a in made.attributions] == [
        ("the outlet", "M", "A"),
        ("the outlet", "M", "A", "B"),
    ]


def test_a_circle_of_nesting_ends():
    """Statements within each other have a chain that ends."""
    text = "one two"
    made = ledger(text, says("a1", at(text, "one"), within="a2"), says("a2", at(text, "two"), within="a1"))
    assert Chains(made, account(made)).of_statement(made.attributions[0]) == ("the outlet", "nobody named")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2003-03-20", "2003-03-20"),
        ("2003-03-20/..", "from 2003-03-20"),
        ("../2006", "until 2006"),
        ("2003/2006-06~", "2003 to about 2006-06"),
        ("2008?", "perhaps 2008"),
        ("2004-22", "summer 2004"),
        ("199X", "1990s"),
        ("P20Y", "20 years"),
        ("P1Y6M", "1 year 6 months"),
        ("PT6H", "6 hours"),
        ("XXXX-10-08", "XXXX-10-08"),
        ("P", "P"),
    ],
)
def test_times_in_words(value, words):
    """EDTF values and durations are told in words; what is not known stays as it is."""
    assert when(value) == words


@pytest.mark.parametrize(
    ("value", "start"),
    [("2003-03-20/..", "2003-03-20"), ("../2006", "2006"), ("199X", "1990"), ("XXXX-10-08", None), ("P20Y", None)],
)
def test_when_a_time_begins(value, start):
    """A time sorts by its beginning, an open one by its end; one without a year has no place."""
    assert began(value) == start
