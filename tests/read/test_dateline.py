"""What holds for datelines and date lines."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.read import read
from accordingto.read.dateline import filed

REPORT = "The army said that it had taken the town and that they had lost no men."


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("date 2023-03-20 ", "2023-03-20"),
        ("March 20, 2023\n\n", "2023-03-20"),
        ("Published: 20 March 2023\n", "2023-03-20"),
        ("20.03.2023\n", "2023-03-20"),
        ("20/03/2023\n", "2023-03-20"),
        ("Monday, March 20, 2023 at 10:15 AM EDT\n", "2023-03-20"),
        ("Mon 20 Mar 2023 14.05 GMT\n", "2023-03-20"),
        ("By Jane Doe | March 20, 2023\n", "2023-03-20"),
        ("Army takes town\n\nPosted on 20th March 2023\n", "2023-03-20"),
        ("2023-03-20T14:05:00+0300\n", "2023-03-20T14:05:00+03:00"),
        ("March 2023\n", "2023-03"),
        ("BAGHDAD, March 20 (Reuters) - ", "XXXX-03-20"),
        ("BAGHDAD, 20 March 2023 (AFP) - ", "2023-03-20"),
        ("March 21, 2023\n\nBAGHDAD, March 20 (Reuters) - ", "2023-03-21"),
        ("SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- ", "XXXX-01-03"),
        ("LONDON — ", None),
        ("30 February 2023\n", None),
        ("In March 2023 the town was free.\n", None),
        ("On March 20 - two weeks later - they left.\n", None),
    ],
)
def test_published_is_what_the_head_says(head, published):
    """The date of publication is the date line's, else the dateline's day, with an open year where none is written."""
    assert read(f"{head}{REPORT}".encode(), name="x").published == published


@pytest.mark.parametrize("line", ["03/04/2023", "Published: 3/4/2023"])
def test_date_that_can_be_read_in_two_ways_is_noted_and_not_used(line):
    """03/04/2023 is April or March: no date is given, and the notes say why."""
    document = read(f"{line}\n\n{REPORT}".encode(), name="x")
    assert document.published is None
    assert any("two ways" in note for note in document.notes)


def test_change_is_not_publication():
    """The date behind "Updated" is noted as the modification's; the one behind "Published" is the publication's."""
    document = read(f"Published March 20, 2023 | Updated March 22, 2023\n\n{REPORT}".encode(), name="x")
    assert (document.published, "modified: 2023-03-22" in document.notes) == ("2023-03-20", True)


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("BAGHDAD, March 20 (Reuters) - ", "BAGHDAD", "Reuters"),
        ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", "AP"),
        ("LONDON — ", "LONDON", None),
        ("GAZA/JERUSALEM, Oct 9 (Reuters) - ", "GAZA/JERUSALEM", "Reuters"),
        ("Baghdad, March 20 (Xinhua) -- ", "Baghdad", "Xinhua"),
        ("COX’S BAZAR, Bangladesh (Agence France-Presse) - ", "COX’S BAZAR, Bangladesh", "AFP"),
        ("COLUMBUS, Ga. (WXYZ) - ", "COLUMBUS, Ga.", "WXYZ"),
        ("(CNN) ", None, "CNN"),
        ("(Reuters) - ", None, "Reuters"),
        ("ANALYSIS - ", None, None),
        ("HE WAS TOLD BY HIS OWN MEN — ", None, None),
        ("Smith - who left - ", None, None),
        ("TRUMP: ", None, None),
    ],
)
def test_place_and_agency_are_noted(line, place, agency):
    """The dateline's place and agency stand in the notes, and the agency is the outlet where none is known."""
    document = read(f"{line}{REPORT}".encode(), name="x")
    noted = [note for note in document.notes if note.startswith(("dateline place", "agency"))]
    wanted = [f"dateline place: {place}"] * bool(place) + [f"agency: {agency}"] * bool(agency)
    assert (noted, document.outlet) == (wanted, agency)


@given(st.text(max_size=300))
def test_any_text_has_a_head(text):
    """No text makes the search for a dateline fail, and what it finds stands in the text."""
    head = filed(text)
    assert head.place is None or head.place in text


@given(
    st.dates(dt.date(1800, 1, 1), dt.date(2199, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%b %d, %Y", "%A, %d %b. %Y"]),
)
def test_every_day_is_read_back(day, form):
    """A day from 1800 on that is written in one of the usual forms on a line of its own is that day."""
    assert filed(f"{day.strftime(form)}\n\n{REPORT}").published == day.isoformat()
