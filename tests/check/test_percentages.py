import pytest

from accordingto.check import check
from tests.check.ledgers import codes, people, report


def percent(value, **more):
    return {"low": value, "high": value, "unit": "percent", **more}


ORDERS = {
    "It said [{n}] of the [600 wounded], or [{p} per cent], went home.": "nwp",
    "It said [{n}] of the [600] wounded men, or [{p} per cent], went home.": "nwp",
    "It said [{n}] ([{p}%]) of the [600 wounded] went home.": "npw",
    "It said [{p}%], or [{n}], of the [600 wounded] went home.": "pnw",
}


@pytest.mark.parametrize("words", ORDERS)
@pytest.mark.parametrize(("n", "p", "expected"), [(300, 50, []), (250, 42, []), (250, 50, ["percent_misfit"])])
def test_a_share_beside_its_numbers(words, n, p, expected):
    """A percentage beside a part and its whole must be what they give, within rounding."""
    meanings = {"n": people(n), "w": people(600), "p": percent(p)}
    assert codes(report(words.format(n=n, p=p), *(meanings[key] for key in ORDERS[words]))) == expected


def test_a_share_of_something_else():
    """A percentage in another pattern is left alone."""
    made = report("It said [250] of the [600 wounded] came from the [90%] Arvan quarter.", people(250), people(600),
                  percent(90))  # fmt: skip
    assert codes(made) == []


def test_a_percentage_turned_round():
    """`41 per cent higher` where the smaller number lies 41 per cent below the larger is turned round."""
    made = report(
        "The study put the dead at [64,260], [41 per cent] higher than the ministry's count of [37,877].",
        people(64260, harm="killed"), percent(41), people(37877, harm="killed"),
    )  # fmt: skip
    (found,) = check(made)
    assert found.code == "percent_turned_round"
    assert found.message == (
        "“41 per cent” fits with “64,260” as its base; the words take “37,877”, from where it is 69.7 per cent more."
    )


@pytest.mark.parametrize(
    "words",
    [
        "The study put the dead at [64,260], [70 per cent] higher than the ministry's count of [37,877].",
        "The ministry counted [37,877] dead, [41 per cent] fewer than the study's [64,260].",
        "The ministry counted [37,877] dead, while the study, with [64,260], saw [41 per cent] more households.",
    ],
)
def test_a_percentage_on_its_own_base(words):
    """A percentage that fits the number it is taken from, or none, is no finding."""
    value = {"64,260": people(64260), "37,877": people(37877), "41 per cent": percent(41), "70 per cent": percent(70)}
    marked = [part.split("]")[0] for part in words.split("[")[1:]]
    assert codes(report(words, *(value[m] for m in marked))) == []


def test_numbers_of_different_things():
    """Numbers of people and of boats are not compared."""
    made = report("It counted [60] boats, [40 per cent] more than [100 men].", {**people(60), "unit": "boat"},
                  percent(40), people(100))  # fmt: skip
    assert codes(made) == []


def test_a_rise():
    """A rise by a percentage is measured from the smaller number."""
    made = report("The toll rose from [250] to [400], a rise of [38%].", people(250), people(400), percent(38))
    assert codes(made) == ["percent_turned_round"]
    made = report("The toll rose from [250] to [400], a rise of [60%].", people(250), people(400), percent(60))
    assert codes(made) == []
