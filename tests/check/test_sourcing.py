import pytest

from accordingto.check import check
from tests.check.ledgers import codes, people, report

KILLED = people(650, harm="killed")


def test_a_figure_that_nobody_stands_for():
    """A toll in the outlet's own words, with no source in sight, is a finding that quotes it."""
    (found,) = check(report("The war has killed [650 people].", KILLED))
    assert (found.code, found.message) == (
        "no_source",
        "No source is named for “650 people”: look for who counted.",
    )


@pytest.mark.parametrize(
    "words",
    [
        "The war has killed [650 people], officials say.",
        "By the ministry's count, the war has killed [650 people].",
        "Officials met on Friday. The war has killed [650 people].",
        "The war, the ministry's data\nshow, has killed\n[650 people] so far.",
    ],
)
def test_a_source_in_sight(words):
    """A word for a source in the paragraph keeps the check silent."""
    assert codes(report(words, KILLED)) == []


def test_a_statement_backs_the_outlets_words():
    """A figure that a voice of the report gives too is backed, wherever it stands."""
    made = report("Some [650 people] died.\n\nThe toll is [650].", KILLED, KILLED, said="The toll is 650")
    assert codes(made) == []


@pytest.mark.parametrize("meaning", [people(4, harm="killed"), people(650), {**KILLED, "unit": "cow"}])
def test_what_needs_no_source(meaning):
    """A number that can be seen, one without harm, and one of animals are left alone."""
    assert codes(report("The war has killed [650].", meaning)) == []


def test_one_finding_for_all():
    """All figures without a source make one finding; a long list is cut in its sentence, not in its spans."""
    words = "\n\n".join(f"In war {n} it was [{n}00 people]." for n in range(1, 10))
    (found,) = check(report(words, *(people(100 * n, harm="killed") for n in range(1, 10))))
    assert len(found.spans) == len(found.figures) == 9
    assert found.message.endswith("“600 people” and others: look for who counted.")
