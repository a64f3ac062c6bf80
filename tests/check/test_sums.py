import pytest

from accordingto.check import check
from tests.check.ledgers import codes, people, report

KILLED = {"harm": "killed"}


def parts(words, total, *values, **more):
    """A total with parts of it."""
    return report(
        words, people(total, **KILLED), *({**people(v, **KILLED, part_of="f1"), **m} for v, m in values), **more
    )


def test_a_part_within_its_total():
    """A part that is no larger than its total is no finding."""
    assert codes(parts("[12 people] died, including [five children], it said.", 12, (5, {}))) == []


def test_a_part_over_its_total_needs_words_that_say_so():
    """`Both men were among the 16` makes 16 no part of two."""
    assert codes(parts("It said that [both men] were among the [16] who died.", 2, (16, {}))) == []


def test_a_rough_total_may_be_exceeded():
    """A part that exceeds a rough total by little is no finding."""
    made = report("[About 100 people] died, including [105 children], it said.",
                  people(100, approx=True, **KILLED), people(105, part_of="f1", **KILLED))  # fmt: skip
    assert codes(made) == []


def test_injured_are_no_part_of_the_dead():
    """A figure of another harm is no part of the total, whatever the link says."""
    made = report("It said [four] died, including the gunman, and [16] were hurt.", people(4, **KILLED),
                  people(16, harm="injured", part_of="f1"))  # fmt: skip
    assert codes(made) == []


WHOLE = ({"age": "adults", "sex": "male"}, {"age": "adults", "sex": "female"}, {"age": "children"})


@pytest.mark.parametrize(("values", "expected"), [((5, 4, 3), []), ((5, 4, 2), ["parts_do_not_sum"]),
                                                  ((6, 4, 3), ["parts_do_not_sum"])])  # fmt: skip
def test_men_women_and_children_are_everybody(values, expected):
    """Men, women and children make up the total; another sum, below or above it, is a finding."""
    words = "It said [12 people] died: [some men], [some women] and [some children]."
    assert codes(parts(words, 12, *zip(values, WHOLE, strict=True))) == expected


@pytest.mark.parametrize(("children", "expected"), [(5, []), (4, ["parts_do_not_sum"])])
def test_a_list_behind_a_colon(children, expected):
    """What a list behind a colon gives is taken for parts of the number before it."""
    values = zip((9, 6, children), WHOLE, strict=True)
    made = report("It said [20 people] were killed: [nine men], [six women] and [some children].", people(20, **KILLED),
                  *({**people(v, **KILLED), **m} for v, m in values))  # fmt: skip
    assert codes(made) == expected


def test_including_leaves_others_out():
    """After `including`, parts need not make up the total."""
    words = "It said [12 people] died, including [some civilians] and [some soldiers]."
    assert codes(parts(words, 12, (5, {"who": "civilians"}), (3, {"who": "combatants"}))) == []


def test_parts_that_may_overlap():
    """Five women and nine teachers can be some of the same twelve people."""
    words = "It said [12 people] died, including [five women] and [nine teachers]."
    assert codes(parts(words, 12, (5, {"sex": "female"}), (9, {}))) == []


def test_nations_that_exceed_the_total():
    """Parts of different nations exclude each other: more of them than the total is a finding."""
    words = "It said [12 people] died, including [eight Poles] and [six Czechs]."
    assert codes(parts(words, 12, (8, {"group": "Poles"}), (6, {"group": "Czechs"}))) == ["parts_do_not_sum"]


@pytest.mark.parametrize(("injured", "expected"), [(1935, []), (1953, ["parts_do_not_sum"])])
def test_killed_and_injured_are_the_casualties(injured, expected):
    """Killed and injured beside the casualties must make them up."""
    made = report(
        f"The office counted [3,167 casualties]: [1,232] killed and [{injured}] injured.",
        people(3167, harm="casualties"), people(1232, **KILLED), people(injured, harm="injured"),
    )  # fmt: skip
    assert codes(made) == expected


def test_the_sum_is_told():
    """The finding gives the sum of the parts beside the total's words."""
    made = report(
        "The office counted [40 casualties]: [12] killed and [25] injured.",
        people(40, harm="casualties"), people(12, **KILLED), people(25, harm="injured"),
    )  # fmt: skip
    assert [c.message for c in check(made)] == ["“12” and “25” make 37; the total beside them is “40 casualties”."]


def test_casualties_of_another_sentence():
    """Killed and injured of another sentence may be other people."""
    made = report(
        "The office counted [40 casualties] in May. It was [12] killed and [25] injured in June, it said.",
        people(40, harm="casualties"), people(12, **KILLED), people(25, harm="injured"),
    )  # fmt: skip
    assert codes(made) == []
