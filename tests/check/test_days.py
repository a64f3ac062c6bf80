import pytest

from accordingto.check import check
from tests.check.ledgers import codes, dated, people, report


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("The strike on [3 June 2024] killed his brother.", "2024-06-03", ["date_after_report"]),
        ("The strike on [3 May 2024] killed his brother.", "2024-05-03", []),
        ("The strike of [May 2024] killed his brother.", "2024-05", []),
        ("The strike on [3 June] killed his brother.", "2024-06-03", []),
        ("The vote on [3 June 2024] will go on, she said.", "2024-06-03", []),
        ("The vote is due to be held on [3 June 2024].", "2024-06-03", []),
        ("The strike in [June 2025] killed his brother.", "2025-06", ["date_after_report"]),
        ("The strike on [15 May 2024] killed his brother.", "2024-05-15", []),
        ("He was in the class of [2025].", "2025", []),
    ],
)
def test_a_past_that_has_not_come(words, value, expected):
    """A later date with its year is a finding where the sentence tells of the past, and none in a plan."""
    assert codes(dated(words, value)) == expected


def test_all_later_days_are_one_finding():
    """Where many days lie after the report's, its own date may be the wrong one: they make one finding."""
    words = " ".join(f"On [{day} July 2024] the army attacked." for day in range(1, 9))
    (found,) = check(dated(words, *(f"2024-07-0{day}" for day in range(1, 9))))
    assert len(found.spans) == 8
    assert found.message.endswith("“6 July 2024” and others.")


def test_a_report_without_a_date():
    """Where the report has no date, none lies after it."""
    assert codes(dated("The strike on [3 June 2024] killed him.", "2024-06-03", published=None)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It began on [Monday, 13 May 2024], she said.", []),
        ("It began on [Tuesday, 13 May 2024], she said.", ["weekday_misfit"]),
        ("It began on Tuesday, [13 May 2024], she said.", ["weekday_misfit"]),
        ("It began on Tuesday [13 May], she said.", []),
        ("It ended on Tuesday. On [13 May 2024] it began, she said.", []),
    ],
)
def test_a_day_of_the_week(words, expected):
    """A day of the week next to a date with its year must be that date's."""
    assert codes(dated(words, "2024-05-13")) == expected


def test_the_day_is_told():
    """The finding names both days."""
    (found,) = check(dated("It began on Tuesday, [13 May 2024].", "2024-05-13"))
    assert found.message == "“13 May 2024” stands with Tuesday, but that date is a Monday."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[31 June]", ["no_such_day"]),
        ("[June 31, 2024]", ["no_such_day"]),
        ("[February 30]", ["no_such_day"]),
        ("[29 February]", []),
        ("[30th of June]", []),
    ],
)
def test_days_that_do_not_exist(words, expected):
    """A day that its month never has is a finding; 29 February may be one of a leap year."""
    assert codes(dated(f"It began on {words}, she said.", None)) == expected


@pytest.mark.parametrize(("value", "expected"), [("2003/2006", []), ("2006/2003", ["range_reversed"]), ("2006/..", []),
                                                 ("2006-03/2006", [])])  # fmt: skip
def test_a_period_that_runs_backwards(value, expected):
    """A period whose end lies before its beginning is a finding."""
    assert codes(dated("It went on [all that time].", value)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("between 223,000 and 150,000 people", ["range_reversed"]),
        ("between 150,000 and 223,000 people", []),
        ("between 3 and 2 million people", []),
        ("from 300 to 200 people", []),
        ("between 10 and 5 pm", []),
        ("between 30 and 4.5", []),
    ],
)
def test_a_range_that_runs_backwards(words, expected):
    """A range between a larger and a smaller number is a finding, unless a word of scale belongs to both."""
    assert codes(report(f"It counted [{words}], it said.", people(150_000, 223_000))) == expected
