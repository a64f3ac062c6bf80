"""Figures against what the cited source has published: what is found, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.check.record import against_record
from accordingto.check.record_values import digits, fit, rounds
from accordingto.records import Place
from accordingto.register import register
from tests.check.cited import IRAQ, at, codes, figure, ledger

REGISTER = register(environment=False)


def found(text, *figures, **values):
    return list(against_record(ledger(text, *figures, **values), REGISTER))


def one(text, words, speaker="", **values):
    return found(text, figure(text, words, **values), speakers=(speaker,), published=None)


# The two findings of the report to keep in mind, told anew.

SURVEY = "Violence in Iraq killed between 150,000 and 223,000 people from 2003 to 2006, a WHO study has it."
LOSSES = (
    "A project at Brown University has added up what the war in Iraq cost the American army and its allies. It put the "
    "losses of the American army and its allies at a figure per country.\n\n"
    "Brown University counted the casualties of the American army and its allies in Iraq. By that count 4,550 soldiers "
    "lost their lives."
)


def test_a_rounded_point_taken_for_the_lower_end():
    """150,000 to 223,000 rests on 151,000 with its interval from 104,000 to 223,000."""
    checks = one(SURVEY, "between 150,000 and 223,000 people", "WHO", low=150_000, high=223_000, place=IRAQ)
    assert [(c.code, c.register) for c in checks] == [("point_quoted_as_bound", "IQ1")]
    assert "151,000 [104,000–223,000]" in checks[0].message
    assert "lower end" in checks[0].message


def test_the_army_alone_is_said_to_be_the_army_and_its_allies():
    """4,550 is the US military alone; the sentence before the figure has its allies too, who are counted apart."""
    checks = one(LOSSES, "4,550 soldiers", "Brown University", who="combatants", place=IRAQ)
    assert [(c.code, c.register) for c in checks] == [("nested_population", "IQ17-us-military")]
    assert "American army and its allies" in [s.text for s in checks[0].spans]
    assert "323" in checks[0].message


def test_a_document_that_no_name_was_found_for():
    """Where `that paper` is nobody, the publisher that the sentence before names is meant."""
    text = "Brown University counted the losses of the US army and its allies in Iraq. That paper has 4,550 dead."
    assert codes(one(text, "4,550 dead", "That paper")) == []
    checks = found(text, figure(text, "4,550 dead"), speakers=("That paper",), kind="document", published=None)
    assert codes(checks) == ["nested_population"]


# Numbers.


@pytest.mark.parametrize(
    ("words", "low", "high", "code"),
    [
        ("151,000 people", 151_000, 151_000, "matches_record"),
        ("104,000 to 223,000 people", 104_000, 223_000, "matches_record"),
        ("about 150,000 people", 150_000, 150_000, "rounding"),
        ("104,000 people", 104_000, 104_000, "bound_quoted_as_point"),
        ("223,000 people", 223_000, 223_000, "bound_quoted_as_point"),
        ("104,000 to 151,000 people", 104_000, 151_000, "point_quoted_as_bound"),
        ("up to 151,000 people", None, 151_000, "point_quoted_as_bound"),
        ("at least 151,000 people", 151_000, None, "point_quoted_as_bound"),
        ("at least 104,000 people", 104_000, None, "matches_record"),
        ("up to 223,000 people", None, 223_000, "matches_record"),
        ("at least 223,000 people", 223_000, None, "interval_moved"),
        ("more than 150,000 people", 150_001, None, "rounding"),
        ("104,000 to 253,000 people", 104_000, 253_000, "interval_moved"),
        ("100,000 to 220,000 people", 100_000, 220_000, "rounding"),
        ("90,000 to 95,000 people", 90_000, 95_000, None),
    ],
)  # fmt: skip
def test_how_a_number_lies_to_the_record(words, low, high, code):
    """Point, bound, rounding and moved interval are told apart."""
    text = f"In Iraq, the WHO says, {words} died."
    checks = [c for c in one(text, words, "WHO", low=low, high=high, place=IRAQ) if c.code != "not_in_record"]
    assert codes(checks) == ([code] if code else [])


@given(st.integers(1, 10**9))
def test_a_number_is_no_rounding_of_itself(value):
    """Rounding loses digits: no number is a rounding of itself, and every rounding has fewer digits."""
    assert not rounds(value, value)
    for step in (10, 100, 1000):
        near = round(value / step) * step
        if rounds(near, value):
            assert digits(near) < digits(value)


@pytest.mark.parametrize("row", [r for r in REGISTER.rows if r.point], ids=lambda r: r.id)
def test_the_record_matches_itself(row):
    """A figure that is the record's point, or its interval, fits it exactly."""
    assert fit(figure(f"{row.point} people", f"{row.point} people"), row).relation == "matches_record"
    if row.interval:
        text = f"{row.low} to {row.high} people"
        assert fit(figure(text, text, low=row.low, high=row.high), row).relation == "matches_record"


# People.


@pytest.mark.parametrize(
    ("text", "words", "speaker", "values", "code"),
    [
        (
            "Brown University says 4,550 US soldiers and their allies were killed in Iraq.",
            "4,550 US soldiers",
            "Brown University",
            {},
            "nested_population",
        ),
        (
            "Brown University says 4,550 US troops were killed in Iraq.",
            "4,550 US troops",
            "Brown University",
            {},
            "matches_record",
        ),
        (
            "Brown University says 4,550 contractors were killed in Iraq.",
            "4,550 contractors",
            "Brown University",
            {},
            "different_population",
        ),
        (
            "Brown University says 4,550 US troops were killed in Iraq by insurgents and contractors.",
            "4,550 US troops",
            "Brown University",
            {},
            "matches_record",
        ),
        (
            "Brown University says 4,550 US troops, not counting allies, were killed in Iraq.",
            "4,550 US troops",
            "Brown University",
            {},
            "matches_record",
        ),
        (
            "Brown University says 4,550 Iraqis were killed in Iraq.",
            "4,550 Iraqis",
            "Brown University",
            {"counted": "Iraqis"},
            "different_population",
        ),
        (
            "The UN Human Rights Office says 350,209 civilians were killed in Syria.",
            "350,209 civilians",
            "UN Human Rights Office",
            {"who": "civilians", "counted": "civilians"},
            "nested_population",
        ),
        (
            "The UN Human Rights Office says 306,887 civilians were killed in Syria.",
            "306,887 civilians",
            "UN Human Rights Office",
            {"who": "civilians"},
            "matches_record",
        ),
        (
            "Iraq Body Count says 183,249 to 205,785 fighters were killed in Iraq.",
            "183,249 to 205,785 fighters",
            "Iraq Body Count",
            {"who": "combatants", "low": 183_249, "high": 205_785},
            "different_population",
        ),
    ],
)
def test_other_people_than_the_record_counts(text, words, speaker, values, code):
    """People counted apart, of another nation, or more or fewer than the source counts are named; others are not."""
    assert codes(one(text, words, speaker, **values)) == [code]


# Periods, measures, definitions.


@pytest.mark.parametrize(
    ("period", "said", "code"),
    [
        ("2003/2006", "2003 to 2006", "matches_record"),
        ("2003-03/2006-06", "March 2003 to June 2006", "matches_record"),
        ("2003/2013", "2003 to 2013", "different_period"),
        ("2003/..", "since 2003", "matches_record"),
        ("2008", "2008", "matches_record"),
    ],
)
def test_periods(period, said, code):
    """Another period is named; one given more coarsely, or open, or the year of the publication, is not another."""
    text = f"The WHO counts 151,000 dead in Iraq, {said}, in its survey."
    assert codes(one(text, "151,000 dead", "WHO", period=(period, said))) == [code]


def test_killed_and_injured_taken_for_killed():
    """The UN's 21,793 casualties are killed and injured; a report has them killed."""
    text = "In Ukraine 21,793 civilians have been killed, says the UN Human Rights Office."
    checks = one(text, "21,793 civilians", "UN Human Rights Office", who="civilians", harm_words="killed")
    assert codes(checks) == ["different_measure"]


def test_excess_deaths_taken_for_violence():
    """The Lancet's 654,965 are all deaths above a baseline; `murdered` says more, `died` does not."""
    text = "In Iraq 654,965 people were murdered, the Lancet wrote. Others said 654,965 people died, citing the Lancet."
    first = figure(text, "654,965 people", harm_words="murdered")
    assert codes(found(text, first, speakers=("Lancet",), published=None)) == ["different_definition"]
    later = figure(text, "654,965 people", harm_words="died")
    assert codes(found(text, later, speakers=("Lancet",), published=None)) == ["matches_record"]


# What the source did afterwards.


def test_a_later_count_and_a_correction():
    """What the source published before the report did is named; what came after it could not be known."""
    text = "Brown University says 4,550 US troops were killed in Iraq. ORB says 1,220,580 Iraqis were killed in Iraq."
    army, poll = figure(text, "4,550 US troops"), figure(text, "1,220,580 Iraqis", nth=2)
    late = codes(found(text, army, poll, speakers=("Brown University", "ORB"), published="2023-03-20"))
    assert late == ["matches_record", "later_as_of", "matches_record", "corrected_by_source"]
    early = codes(found(text, army, poll, speakers=("Brown University", "ORB"), published="2007-12-01"))
    assert early == ["matches_record", "matches_record"]


def test_one_count_under_two_names():
    """AP's total rests on Iraq Body Count: that both are near each other confirms nothing."""
    text = "Iraq Body Count has 110,937 to 121,227 civilians killed in Iraq. AP has more than 110,600 Iraqis killed."
    ibc = figure(text, "110,937 to 121,227 civilians", low=110_937, high=121_227, who="civilians")
    ap = figure(text, "more than 110,600 Iraqis", nth=2, low=110_601, high=None)
    checks = found(text, ibc, ap, speakers=("Iraq Body Count", "AP"), published=None)
    assert codes(checks) == ["matches_record", "matches_record", "same_origin"]
    assert checks[-1].figures == ("f1", "f2")


def test_no_such_figure():
    """IFHS has one figure of Iraqis killed, which the register promises: 400,000 is not it."""
    text = "The Iraq Family Health Survey says 400,000 people were killed in Iraq."
    checks = one(text, "400,000 people", "Iraq Family Health Survey", place=IRAQ)
    assert codes(checks) == ["not_in_record"]
    assert "151,000" in checks[0].message


# What is left alone.


@pytest.mark.parametrize(
    ("text", "words", "speaker", "values"),
    [
        ("In Iraq 151,000 people were killed.", "151,000 people", "", {}),
        ("A general says 151,000 people were killed in Iraq.", "151,000 people", "A general", {}),
        (
            "The WHO says 151,000 people were killed by malaria in Chad.",
            "151,000 people",
            "WHO",
            {"place": Place(name="Chad", country="TD")},
        ),
        ("The WHO says 151,000 people were killed.", "151,000 people", "WHO", {}),
        (
            "The WHO says 151,000 people were killed in Baghdad, Iraq.",
            "151,000 people",
            "WHO",
            {"place": Place(name="Baghdad", country="IQ")},
        ),
        ("The WHO says 400,000 people were killed in Iraq.", "400,000 people", "WHO", {"place": IRAQ}),
        ("The Lancet says 547 people were killed in Iraq in the sample.", "547 people", "Lancet", {"place": IRAQ}),
        ("The Pentagon says 15 soldiers were killed in Iraq.", "15 soldiers", "Pentagon", {"place": IRAQ}),
        ("The WHO says 151,000 vaccines went to Iraq.", "151,000 vaccines", "WHO", {"unit": "vaccine", "harm": None}),
        ("The WHO denies that 151,000 people were killed in Iraq.", "151,000 people", "WHO", {"denied": True}),
        ("The WHO says dozens were killed in Iraq.", "dozens", "WHO", {"low": 24, "high": None, "vague": True}),
        ("The WHO says 151,000 people a year were killed in Iraq.", "151,000 people", "WHO", {"per": "P1Y"}),
        (
            "Costs of War says 280,771 to 315,190 people were killed in Iraq.",
            "280,771 to 315,190 people",
            "Costs of War",
            {"low": 280_771, "high": 315_190},
        ),
    ],
)
def test_nothing_is_found_where_it_cannot_be_told(text, words, speaker, values):
    """No source, another place, a rate, a small number, an unverified row, a figure nobody promised: silence."""
    assert one(text, words, speaker, **values) == []


def test_the_nearest_source_of_the_sentence():
    """Where the speaker is none of the register's, the nearest that the sentence names is meant, for exact numbers."""
    text = "The analyst quoted the Lancet's 654,965 and the WHO's 151,000 dead for Iraq."
    checks = found(text, figure(text, "151,000 dead"), speakers=("analyst",), kind="person", published=None)
    assert [(c.code, c.register) for c in checks] == [("matches_record", "IQ1")]


def test_findings_quote_the_text():
    """Every span of a finding stands in the text, so that a ledger can hold it."""
    text = LOSSES
    known = ledger(text, figure(text, "4,550 soldiers"), speakers=("Brown University",))
    checks = tuple(against_record(known, REGISTER))
    assert checks
    assert all(s.quotes(text) for c in checks for s in c.spans)
    assert at(text, "4,550 soldiers") in checks[0].spans


def test_where_it_was_said_is_not_where_it_was():
    """A place of another country is passed over where the figure names the people whom the row counts."""
    text = "Ali al-Shemari, Iraq's minister, said in Vienna that 150,000 Iraqis had been killed."
    vienna = Place(name="Vienna", country="AT")
    assert codes(one(text, "150,000 Iraqis", "Ali al-Shemari", place=vienna)) == ["matches_record"]
    assert codes(one(text, "150,000 Iraqis", "Ali al-Shemari", place=Place(name="Basra", country="IQ"))) == []
    foreign = text.replace("150,000 Iraqis", "150,000 people")
    assert codes(one(foreign, "150,000 people", "Ali al-Shemari", place=vienna)) == []


@pytest.mark.parametrize(
    ("words", "low", "high", "code"),
    [
        ("4,550 US soldiers", 4_550, 4_550, "matches_record"),
        ("4,550 American contractors", 4_550, 4_550, "different_population"),
        ("3,793 American soldiers", 3_793, 3_793, "different_population"),
        ("41,726 Iraqi insurgents", 41_726, 41_726, "different_population"),
        ("41,726 Iraqi soldiers", 41_726, 41_726, "matches_record"),
    ],
)
def test_a_nations_other_people_are_not_the_records(words, low, high, code):
    """Costs of War counts a nation's soldiers, contractors and insurgents apart: their nation alone names none."""
    text = f"The war in Iraq killed {words}, the Costs of War project says."
    checks = one(text, words, "Costs of War", low=low, high=high, place=IRAQ, counted=words.split(" ", 1)[1])
    assert [c.code for c in checks if c.code != "later_as_of"] == [code]


@pytest.mark.parametrize(
    ("before", "code"), [("", "nested_population"), ("The US military has counted its dead. ", "matches_record")]
)
def test_people_is_too_wide_for_a_part(before, code):
    """The source gives the number for the US military, and another one for everybody; unless the report says whom."""
    text = f"{before}In Iraq 4,550 people were killed, the Costs of War project says."
    checks = one(text, "4,550 people", "Costs of War", place=IRAQ, counted="people")
    assert [c.code for c in checks if c.code != "later_as_of"] == [code]
