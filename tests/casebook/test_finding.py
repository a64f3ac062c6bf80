"""Finding: every filter takes what it says, in both databases, with decisions applied."""

from __future__ import annotations

import pytest

from accordingto.errors import UnknownTarget, WrongFilter
from accordingto.records import Item, ReaderInfo
from benchmarks.plain_reports import MadeUpReader

NEWER = ReaderInfo(version="1", model="made-up", model_sha256="1" * 64)


def add(casebook, *texts, reader=None, **values):
    return [
        casebook.add(Item(name=f"{i}.txt", data=text.encode(), **values), reader or MadeUpReader(), by="tester")
        for i, text in enumerate(texts)
    ]


MANY = (
    "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05.",
    "World Health Organization said 300 people were injured in Aleppo in 2012/2013.",
    "WHO said 40 people were killed in Baghdad in 2006-12-31.",
    "Tomas Veldt (army spokesman) said 7 people were missing in Sanaa in 2015.",
)


@pytest.fixture
def many(casebook):
    add(casebook, *MANY, outlet="The Northern Wire", title="Toll")
    return casebook


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, [12, 300, 40, 7]),
        ({"harm": "killed"}, [12, 40]),
        ({"place": "Iraq"}, [12, 40]),
        ({"place": "IQ"}, [12, 40]),
        ({"place": "Mosul"}, [12]),
        ({"place": "mosul"}, [12]),
        ({"place": "the Middle East", "harm": "killed"}, [12, 40]),
        ({"place": "Atlantis"}, []),
        ({"period": "2003/2006"}, [12, 40]),
        ({"period": "2004"}, [12]),
        ({"period": "2006-12-31/.."}, [300, 40, 7]),
        ({"period": "2004-06/2006-12-30"}, []),
        ({"speaker": "WHO"}, [300, 40]),
        ({"speaker": "world health organization"}, [300, 40]),
        ({"speaker": "Marrant"}, [12]),
        ({"speaker": "Ilsa Marant"}, [12]),
        ({"speaker": "Nobody Else"}, []),
        ({"unit": "people", "low": 12, "high": 40}, [12, 40]),
        ({"unit": "USD"}, []),
        ({"outlet": "northern wire"}, [12, 300, 40, 7]),
        ({"outlet": "Southern Wire"}, []),
        ({"harm": "killed", "place": "Iraq", "period": "2003/2006", "speaker": "WHO"}, [40]),
    ],
)
def test_filters(many, wanted, numbers):
    """Each filter takes the figures that it is said to take, and filters add up."""
    assert [one.figure.low for one in many.figures(**wanted)] == numbers


@pytest.mark.parametrize(
    "wanted",
    [{"period": "last year"}, {"speaker": "…"}, {"low": 5, "high": 1}, {"low": float("nan")}, {"period": "XXXX-03-20"}],
)
def test_a_filter_without_sense_is_refused(many, wanted):
    """A filter that can find nothing by its form says so, and how to write it."""
    with pytest.raises(WrongFilter, match=":"):
        list(many.figures(**wanted))


@pytest.mark.parametrize(
    ("about", "number"),
    [
        ("killed", 2),
        ("killing people", 2),
        ("KILL", 2),
        ('"killed in mosul"', 1),
        ('"mosul in killed"', 0),
        ("people -mosul", 3),
        ("in", 4),
        ("aleppo sanaa", 0),
        ('people" AND (mosul', 0),
        ("people* OR NEAR(", 0),
    ],
)
def test_full_text(many, about, number):
    """Words are found in any form, phrases as they stand, and no sign is taken for an operator."""
    assert len(list(many.statements(about=about))) == number


def test_full_text_needs_a_word(many):
    """A search that only says what must not be there is refused."""
    with pytest.raises(WrongFilter, match="no word to look for"):
        list(many.statements(about="-killed"))


def test_statements_by_speaker_and_stance(many):
    """Statements are found by who makes them and how."""
    assert [one.speaker.name for one in many.statements(speaker="Veldt", stance="asserts")] == ["Tomas Veldt"]
    assert list(many.statements(stance="denies")) == []


def test_a_figure_comes_with_its_report(many):
    """What is found stands beside its report, its speaker and its sentence."""
    first = next(iter(many.figures()))
    assert (first.outlet, first.title, first.speaker.role) == ("The Northern Wire", "Toll", "mayor")
    assert first.sentence.text == MANY[0]


# --------------------------------------------------------------------------------------------------------------- voices


def names(casebook, **wanted):
    return sorted(sorted(voice.names) for voice in casebook.sources(**wanted))


def test_a_body_and_its_initials_are_one_voice(many):
    """An acronym joins the body whose name has these initials, and the reason says so."""
    (voice,) = many.sources(name="WHO")
    assert sorted(voice.names) == ["WHO", "World Health Organization"]
    assert voice.spellings[1].because == "the initials of its name (“WHO” for “World Health Organization”)"
    assert (voice.reports, voice.statements, voice.figures) == (2, 2, 2)


def said(name, role="", number=1):
    return f"{name}{f' ({role})' if role else ''} said {number} people were killed in Goma in 2001."


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("Mohammed al-Sahaf", "minister"), ("Muhammad Al Sahhaf", "information minister"), True),
        (("Volodymyr Zelenskyy", "president"), ("Volodymyr Zelensky", "president"), True),
        (("Mohammed al-Sahaf", "minister"), ("Muhammad Al Sahhaf", "surgeon"), False),
        (("Anna Weller", "professor"), ("Anna Weller", "professor of history"), True),
        (("ANNA WELLER", "professor"), ("Anna Wéller", "history professor"), True),
        (("Dan Cole", "driver"), ("Dina Cole", "doctor"), False),
        (("Weller", "professor"), ("Weller", "mechanic"), False),
        (("Weller", "professor"), ("Weller", "professor"), True),
        (("Harbour Relief", ""), ("The Harbour Relief", ""), True),
        (("Health Ministry", ""), ("Health Ministry", ""), False),
        (("the police", ""), ("the police", ""), False),
        (("Veldria Ministry of Health", ""), ("Veldria Ministry of Health", ""), True),
    ],
)
def test_who_is_one_voice(casebook, one, other, joined):
    """Spellings are joined where names and roles agree, and never where only a description is the same."""
    add(casebook, said(*one, number=1), said(*other, number=2))
    assert len(list(casebook.sources(named=False))) == (1 if joined else 2)


def test_a_decision_parts_and_joins_voices(casebook):
    """`split` parts a voice, `merge` joins two, each with its reason, and later reports follow."""
    add(
        casebook,
        said("Anna Weller", "professor", 1),
        said("Anna Weller", "professor", 2),
        said("Ann Weller", "lecturer", 3),
    )
    voice = next(iter(casebook.sources()))
    casebook.decide(voice.spellings[1].id, "split", by="tester", why="two people")
    assert names(casebook) == [["Ann Weller"], ["Anna Weller"], ["Anna Weller"]]
    other = next(iter(casebook.sources(name="Ann Weller")))
    casebook.decide(voice.id, "merge", {"with": [other.id]}, by="tester", why="the same e-mail address")
    assert names(casebook) == [["Ann Weller", "Anna Weller"], ["Anna Weller"]]
    merged = next(one for one in casebook.sources() if len(one.names) == 2)
    assert merged.spellings[1].because == "decided by tester: the same e-mail address"
    assert len(list(casebook.figures(speaker="Ann Weller"))) == 2
    assert casebook.verify().faults == ()


# ------------------------------------------------------------------------------------------------------------ decisions


def test_a_corrected_figure_is_found_by_what_it_was_corrected_to(many):
    """A correction changes what is found, not the ledger."""
    first = next(iter(many.figures()))
    many.decide(
        f"figure:{first.id}", "correct", {"low": 120, "place": {"name": "Goma", "country": "CD"}, "high": 120},
        by="tester", why="a nought was lost",
    )  # fmt: skip
    assert [one.figure.low for one in many.figures(place="CD")] == [120]
    assert [one.figure.low for one in many.figures(place="Mosul")] == []
    assert many.ledgers_of(first.document)[0].figures[0].low == 12
    assert many.verify().faults == ()


def test_a_corrected_speaker_is_found(many):
    """A figure can be given another speaker, or the outlet itself."""
    first, second, *_ = many.figures()
    many.decide(
        f"figure:{first.id}", "correct", {"speaker": {"name": "Harbour Relief", "kind": "organisation"}},
        by="tester", why="the mayor quotes it",
    )  # fmt: skip
    many.decide(f"figure:{second.id}", "correct", {"speaker": None}, by="tester", why="the outlet's own")
    assert [one.id for one in many.figures(speaker="Harbour Relief")] == [first.id]
    assert [one.figure.low for one in many.figures(speaker="WHO")] == [40]
    assert many.verify().faults == ()


def test_a_rejected_figure_is_left_out_and_can_be_accepted_again(many):
    """The last decision counts; all of them stay."""
    target = f"figure:{next(iter(many.figures())).id}"
    many.decide(target, "reject", by="a", why="a street number")
    assert len(list(many.figures())) == 3
    assert len(list(many.figures(rejected=True))) == 4
    many.decide(target, "accept", by="b", why="it is none")
    assert len(list(many.figures())) == 4
    assert [(one.kind, one.by, one.why) for one in many.decisions(target)] == [
        ("reject", "a", "a street number"),
        ("accept", "b", "it is none"),
    ]


def test_decisions_outlive_a_newer_ledger(many):
    """Where a newer model reads a report again, corrections hold for the figures at the same place of the text."""
    first = next(iter(many.figures()))
    many.decide(f"figure:{first.id}", "correct", {"low": 13, "high": 13}, by="tester", why="misprint")
    statement = next(iter(many.statements()))
    many.decide(f"statement:{statement.id}", "correct", {"stance": "denies"}, by="tester", why="he denies it")
    add(many, MANY[0], reader=MadeUpReader(NEWER), outlet="The Northern Wire", title="Toll")
    assert 13 in [one.figure.low for one in many.figures()]
    assert [one.id for one in many.statements(stance="denies")] == [statement.id]
    assert many.verify().faults == ()


def test_contests_and_reports_can_be_decided_about(many):
    """Decisions about contests are kept as they are given, those about a report under its whole id."""
    figure = next(iter(many.figures()))
    many.decide("contest:c1", "join", {"with": [f"figure:{figure.id}"]}, by="tester", why="the same raid")
    made = many.decide(f"report:{figure.document[:12]}", "grade", {"grade": "fair"}, by="tester", why="two sources")
    assert made.target == f"report:{figure.document}"
    assert [one.kind for one in many.decisions()] == ["join", "grade"]


@pytest.mark.parametrize(
    ("target", "kind", "value", "why"),
    [
        ("figure:none/f1", "reject", None, "x"),
        ("figure", "reject", None, "x"),
        ("figure:FIRST", "merge", None, "x"),
        ("figure:FIRST", "reject", None, " "),
        ("figure:FIRST", "correct", {}, "x"),
        ("figure:FIRST", "correct", {"lo": 1}, "x"),
        ("figure:FIRST", "correct", {"low": "many"}, "x"),
        ("figure:FIRST", "correct", {"low": 100}, "x"),
        ("figure:FIRST", "correct", {"period": "last spring"}, "x"),
        ("figure:FIRST", "correct", {"speaker": "WHO"}, "x"),
        ("statement:FIRST", "correct", {"stance": "sings"}, "x"),
        ("source:SOURCE", "merge", {"with": []}, "x"),
        ("source:SOURCE", "merge", {"with": ["source:none/s1"]}, "x"),
        ("report:12", "accept", None, "x"),
        ("contest:c1", "join", None, "x"),
    ],
)
def test_a_decision_without_sense_is_refused(many, target, kind, value, why):
    """What is not there, or cannot be decided so, is refused before anything is written."""
    before = many.verify().head
    figure = next(iter(many.figures()))
    target = target.replace("FIRST", figure.id).replace("SOURCE", f"{figure.document[:16]}/s1")
    with pytest.raises(UnknownTarget):
        many.decide(target, kind, value, by="tester", why=why)
    assert many.verify().head == before
