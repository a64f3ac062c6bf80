"""Coding profiles: what each makes of the figures of a report, and which figures those are."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.errors import InvalidRecord, ProfileError
from accordingto.records import Place, Source, Toll, reported
from accordingto.toll import profile, profiles, toll
from tests.check.cited import at, figure, ledger

ALL = sorted(profiles())


def figures(text, *made, published="2024-05-14", **values):
    return reported(ledger(text, *made, published=published, **values))


def numbers(made):
    return made.low, made.best, made.high


def by(name, told, harm="killed"):
    return toll(told, profile(name), harm=harm)


DIFFER = "Police say five people were killed in Veldria's market. A hospital counts seven dead."


def differing():
    five = figure(DIFFER, "five people", low=5, high=5)
    seven = figure(DIFFER, "seven dead", 2, low=7, high=7)
    return figures(DIFFER, five, seven, speakers=("Police", "hospital"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("acled", (5, 5, 5)), ("gtd", (5, 5, 5)), ("ucdp", (5, 5, 7)), ("airwars", (5, None, 7)), ("ibc", (5, None, 7))],
)
def test_sources_that_differ(name, expected):
    """ACLED takes the lowest, GTD too where no majority and no date decides, the others give the range."""
    assert numbers(by(name, differing())) == expected


@pytest.mark.parametrize(
    ("words", "low", "acled", "gtd"),
    [
        ("dozens", 24, 12, None),
        ("tens", 20, 10, None),
        ("hundreds", 200, 100, None),
        ("thousands", 2_000, 1_000, None),
        ("tens of thousands", 20_000, 10_000, None),
        ("several people", 3, 3, None),
    ],
)
def test_vague_words(words, low, acled, gtd):
    """ACLED counts a vague word by its table, GTD leaves it blank; the reported words stay."""
    text = f"A bus fell into the river and killed {words} on Monday."
    told = figures(text, figure(text, words, low=low, high=None, vague=True))
    assert by("acled", told).best == acled
    assert by("gtd", told).best is gtd
    assert by("acled", told).words == (words,)
    assert told[0].figure.low == low


def test_several_in_war():
    """`Several` is 10 where the sentence is one of war, else 3."""
    text = "Shelling by rebels killed several people on Monday."
    told = figures(text, figure(text, "several people", low=3, high=None, vague=True))
    assert by("acled", told).best == 10


@pytest.mark.parametrize(("name", "best"), [("acled", 0), ("gtd", None), ("ucdp", None)])
def test_casualties_alone(name, best):
    """Casualties alone are no deaths for ACLED, and nothing for the others; the figure is named."""
    text = "The attack on Monday caused 40 casualties."
    made = by(name, figures(text, figure(text, "40 casualties", harm="casualties")))
    assert made.best == best
    assert made.words == (("40 casualties",) if name == "acled" else ())


@pytest.mark.parametrize("name", ALL)
def test_nothing_told(name):
    """Without a figure every profile leaves the numbers open: a report may tell of a death in words."""
    assert numbers(by(name, ())) == (None, None, None)


# GTD's order.


def test_the_most_recent_source():
    """A later report's figure counts for GTD, even where more earlier ones agree."""
    early = [figures(t, figure(t, "five people", low=5, high=5), published="2024-05-13")
             for t in ("On Monday five people were killed.", "Monday: five people were killed, again.")]  # fmt: skip
    text = "On Monday seven people were killed."
    late = figures(text, figure(text, "seven people", low=7, high=7), published="2024-05-15")
    made = by("gtd", [r for told in early for r in told] + list(late))
    assert (made.best, "most recent" in made.rule) == (7, True)


def test_the_majority_of_independent_sources():
    """Where no date decides, what most independent sources say counts; one source twice counts once."""
    text = "Police say five people died. The mayor says seven people died; rescuers say seven people died, too."
    told = [figure(text, "five people", low=5, high=5), figure(text, "seven people", 2, low=7, high=7),
            figure(text, "seven people died, too", 3, low=7, high=7)]  # fmt: skip
    made = by("gtd", figures(text, *told, speakers=("Police", "mayor", "rescuers")))
    assert (made.best, "majority" in made.rule or "the most" in made.rule) == (7, True)
    twice = by("gtd", figures(text, *told, speakers=("Police", "mayor", "mayor")))
    assert twice.best == 5


def test_an_armed_groups_claim_moves_the_high_end_alone():
    """For UCDP a claim of an armed group goes into high, not into low and best."""
    text = "Officials say nine soldiers died. The rebels say 40 soldiers died. Medics count 12 soldiers dead."
    known = ledger(text, figure(text, "nine soldiers", low=9, high=9), figure(text, "40 soldiers", 2, low=30, high=30),
                   figure(text, "12 soldiers", 3), speakers=("Officials", "rebels", "Medics"))  # fmt: skip
    rebels = Source(id="s2", name="rebels", kind="people", party="armed_group", mentions=())
    told = reported(msgspec.structs.replace(known, sources=(known.sources[0], rebels, known.sources[2])))
    assert numbers(by("ucdp", told)) == (9, 9, 30)


@pytest.mark.parametrize(
    ("speakers", "sentence", "grade", "responsible"),
    [
        (("Police",), "were killed", "weak", None),
        (("Police", "hospital"), "were killed", "fair", None),
    ],
)
def test_grades(speakers, sentence, grade, responsible):
    """One source is weak, two are fair; who did it is another field."""
    text = f"Five people {sentence}, say the Police; five dead, says the hospital."
    told = [figure(text, "Five people", low=5, high=5), figure(text, "five dead", 2, low=5, high=5)][: len(speakers)]
    made = by("airwars", figures(text, *told, speakers=speakers))
    assert (made.grade, made.responsible) == (grade, responsible)


def test_a_belligerent_accepts_responsibility():
    """Where an army admits that it killed, that it happened is confirmed, and who did it is accepted."""
    text = "The army admitted killing five people in the village."
    known = ledger(text, figure(text, "five people", low=5, high=5), speakers=("army",))
    army = Source(id="s1", name="army", kind="organisation", party="military", mentions=())
    made = by("airwars", reported(msgspec.structs.replace(known, sources=(army,))))
    assert (made.grade, made.responsible) == ("confirmed", "accepted")


def test_several_days_are_divided():
    """ACLED divides 13 over three days into 5, 4 and 4: the remainder goes to the first day."""
    text = "Clashes from 3 to 5 May killed 13 people."
    made = by("acled", figures(text, figure(text, "13 people", period="2024-05-03/2024-05-05")))
    assert made.per_day == (5, 4, 4)
    assert by("gtd", figures(text, figure(text, "13 people", period="2024-05-03/2024-05-05"))).per_day == ()


# The incident that the report is about.


@pytest.mark.parametrize(
    ("text", "made", "best"),
    [
        (
            "Nine people were killed, including three children.",
            [("Nine people", 9, {}), ("three children", 3, {"part_of": "f1"})],
            9,
        ),
        (
            "Two guards and three drivers were killed.",
            [("Two guards", 2, {"counted": "guards"}), ("three drivers", 3, {"counted": "drivers"})],
            5,
        ),
        ("A driver and two guards were killed.", [("two guards", 2, {})], 3),
        (
            "Nine people were killed on Monday. Last year 40 people were killed there.",
            [("Nine people", 9, {}), ("40 people", 40, {"period": "2023"})],
            9,
        ),
        (
            "Nine people were killed. Since January 400 people have been killed.",
            [("Nine people", 9, {}), ("400 people", 400, {"period": "2024-01/.."})],
            9,
        ),
        (
            "Nine people were killed. In a separate attack 14 people were killed.",
            [("Nine people", 9, {}), ("14 people", 14, {})],
            9,
        ),
        (
            "Three people died at once. Two more died later, bringing the toll to five.",
            [("Three people", 3, {}), ("Two more", 2, {"since_last": True}), ("five", 5, {})],
            5,
        ),
        ("Nine people were killed. One man died on the way.", [("Nine people", 9, {}), ("One man", 1, {})], 9),
        ("Since 2020 400 people were killed in the war.", [("400 people", 400, {"period": "2020/.."})], 400),
        (
            "Nine people were killed in Veldria. In Arland 12 people were killed.",
            [
                ("Nine people", 9, {"place": Place(name="Veldria", country="VD")}),
                ("12 people", 12, {"place": Place(name="Arland", country="AL")}),
            ],
            9,
        ),
        (
            "The army denies that 30 people died. Nine people were killed.",
            [("30 people", 30, {"denied": True}), ("Nine people", 9, {})],
            9,
        ),
        (
            "Some 90 people a year are killed. Nine people were killed on Monday.",
            [("90 people", 90, {"per": "P1Y"}), ("Nine people", 9, {})],
            9,
        ),
    ],
)
def test_the_incident(text, made, best):
    """Totals count: no parts, rates, denials, nor other times, places and incidents."""
    told = [figure(text, words, n, low=value, high=value, **values) for n, (words, value, values) in enumerate(made, 1)]
    assert by("acled", figures(text, *told)).best == best


def test_two_others_after_another_harm():
    """`One was killed and two others hurt`: two were hurt in all. `Two others died` alone is no toll."""
    text = "One man was killed and two others were hurt."
    told = figures(
        text, figure(text, "One man", low=1, high=1), figure(text, "two others", 2, low=2, high=2, harm="injured")
    )
    assert by("acled", told, "injured").best == 2
    alone = "He survived the crash. Two others died."
    assert by("acled", figures(alone, figure(alone, "Two others", low=2, high=2))).best is None


def test_what_does_not_begin_the_report():
    """A figure deep in a report is of something else than the report's own incident."""
    text = "A man is in court for theft. " * 60 + "He grew up where 40 people were killed."
    made = by("acled", figures(text, figure(text, "40 people")))
    assert made.best is None
    assert made.notes == ("“40 people” left out: the report does not begin with it",)


# For all inputs.


@st.composite
def told(draw):
    count = draw(st.integers(0, 6))
    text = " ".join(f"Voice {n} counts {n + 11} dead." for n in range(count)) or "Nothing."
    made = []
    for n in range(count):
        low = draw(st.none() | st.integers(0, 500))
        high = draw(st.none() | st.integers(low or 0, 1_000))
        made.append(
            figure(
                text,
                f"{n + 11} dead",
                n + 1,
                low=low,
                high=high,
                vague=draw(st.booleans()),
                period=draw(st.sampled_from([None, "2024-05-13", "2024-05-11/2024-05-13", "2020/.."])),
            )
        )
    speakers = tuple(draw(st.sampled_from(["", f"Voice {n}", "Voice 0"])) for n in range(count))
    return figures(text, *made, speakers=speakers if count else ())


@given(told(), st.sampled_from(ALL))
def test_low_best_and_high_are_in_order(figures_told, name):
    """Whatever the figures, low ≤ best ≤ high, the figures named exist, and the same input gives the same toll."""
    made = by(name, figures_told)
    given_numbers = [n for n in numbers(made) if n is not None]
    assert given_numbers == sorted(given_numbers)
    assert set(made.figures) <= {r.id for r in figures_told}
    assert sum(made.per_day) in (0, made.best)
    assert made == by(name, figures_told)


def test_a_toll_out_of_order_is_refused():
    """A toll whose best lies outside its range cannot be built."""
    with pytest.raises(InvalidRecord, match="not in order"):
        Toll(profile="x 1", harm="killed", low=5, best=4, high=6, rule="r")


# Profiles.


@pytest.mark.parametrize("name", ALL)
def test_every_rule_is_cited(name):
    """Each profile has a version and rules, each with a citation and how it was checked."""
    made = profile(name)
    assert made.version
    assert made.rules
    assert len({r.id for r in made.rules}) == len(made.rules)
    assert all(r.text and r.citation for r in made.rules)


def test_a_profile_of_ones_own(tmp_path):
    """A user's profile is a file; a mistake in it is named, and an unknown name lists what there is."""
    file = tmp_path / "own.toml"
    file.write_text('id="own"\nversion="3"\ntitle="t"\ncombine="range"\nvague="blank"\n'
                    '[[rules]]\nid="r"\ntext="t"\ncitation="c"\nevidence="inference"\n')  # fmt: skip
    assert profile(file).name == "own 3"
    file.write_text('id="own"\nversion="3"\ntitle="t"\ncombine="highest"\nvague="blank"\nrules=[]\n')
    with pytest.raises(ProfileError, match=r"own\.toml: Invalid enum value 'highest'"):
        profile(file)
    with pytest.raises(ProfileError, match="take acled, airwars"):
        profile("acle")
    with pytest.raises(ProfileError, match="no such file"):
        profile(tmp_path / "none.toml")


def test_spans_are_left_as_they_were():
    """A toll adds and never replaces: the figures are the same before and after."""
    text = "Dozens were killed."
    known = figures(text, figure(text, "Dozens", low=24, high=None, vague=True))
    before = msgspec.json.encode(known)
    by("acled", known)
    assert msgspec.json.encode(known) == before
    assert at(text, "Dozens") == known[0].figure.span
