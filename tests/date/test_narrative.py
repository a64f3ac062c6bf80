"""Dates of texts that tell a history: they hang on each other, not on a report's date."""

from __future__ import annotations

from tests.date.reports import dates, history

SIEGE = (
    "In 1911 the town was taken. On 5 March the walls were breached, and the next day the garrison left. "
    "The governor died three months later. The following year, peace was made."
)


def test_the_year_goes_on():
    """Days without a year are of the year told last, and the following year comes after it."""
    assert history(SIEGE) == [
        ("1911", "1911"),
        ("5 March", "1911-03-05"),
        ("next day", "1911-03-06"),
        ("three months later", "1911-06"),
        ("following year", "1912"),
    ]


def test_a_year_in_passing_does_not_move_it():
    """A year named in mid-sentence, such as a treaty's, does not become the year of what follows."""
    text = "In 1911 the town was taken. The 1904 treaty, signed in 1904, was void. On 7 May the fleet sailed."
    assert history(text)[-1] == ("7 May", "1911-05-07")


def test_january_follows_december():
    """A first month after a last one is of the next year."""
    assert history("On 3 December 1911 snow fell. In January the river froze.")[-1] == ("January", "1912-01")


def test_that_month():
    """`That month` and `the same year` are those said last."""
    text = "In April 1911 the mill burnt. Bread ran out that month. The mayor fled the same year."
    assert history(text)[1:] == [("that month", "1911-04"), ("same year", "1911")]


def test_before_christ():
    """Years before Christ are astronomical, and ranges of them lend each other the era."""
    text = "The wars (499-449 BC) began in 499 BC. In the 470s BC a league was formed."
    assert history(text) == [
        ("499-449 BC", "-0498/-0448"),
        ("499 BC", "-0498"),
        ("470s BC", "-0478/-0469"),
    ]


def test_a_dated_report_is_news():
    """One year beside its own does not make a history of a report whose date is known."""
    text = "In 1911 the town was taken. On 5 March the mayor laid a wreath."
    assert [one.value for one in dates(text)] == ["1911", "2023-03-05"]


def test_now_counts_in_a_history_only():
    """`Now` and `daily` are expressions of time in a long history, without a value, and none in news."""
    years = "".join(f"In {year} the river froze. " for year in range(1900, 1910))
    text = "It is now a museum, open daily."
    assert history(years + text)[-2:] == [("now", None), ("daily", "XXXX-XX-XX")]
    assert dates(text) == ()
