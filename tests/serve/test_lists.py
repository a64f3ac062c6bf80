"""The lists of reports and voices: search, filters, order, pages, and what they say when nothing fits."""

import pytest

from accordingto.serve.asking import Asked
from benchmarks.plain_reports import MadeUpReader, reports
from tests.serve.reading import MAYOR, SURGEON, Shown, added, words


@pytest.fixture
def three(casebook):
    """Three reports beside the made-up ones."""
    return [
        added(casebook, f"{MAYOR} One.", title="Harbour one", outlet="Northern Wire", published="2024-05-01"),
        added(casebook, f"{MAYOR} Two.", title="Harbour two", outlet="Coast Tribune", published="2024-06-01"),
        added(casebook, f"{SURGEON} Three.", title="Hospital three", outlet="Coast Tribune", published="2023-01-01"),
    ]


def listed(client, query):
    """The headlines of a list, in its order."""
    found = Shown(client.get(f"/reports?{query}").text)
    return [a["href"].removeprefix("/reports/") for a in found.all("a") if len(a["href"]) == len("/reports/") + 16]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=harbour&sort=published", [0, 1]),
        ("q=harbour&sort=-published", [1, 0]),
        ("outlet=coast+tribune&sort=published", [2, 1]),
        ("q=harbour&from=2024-06", [1]),
        ("q=harbour&to=2024-05", [0]),
        ("speaker=Marrant&outlet=Northern+Wire", [0]),
        ("harm=injured&outlet=Coast+Tribune", [2]),
        ("place=Iraq&outlet=Northern+Wire", [0]),
    ],
)
def test_filters_and_orders(client, three, query, expected):
    """Words, outlet, days, speaker, harm and place choose reports; the order is the one that is asked for."""
    assert listed(client, query) == [three[n] for n in expected]


def test_facets_narrow_and_widen(client, three):
    """A value narrows the list, and chosen it leads back to the wider one."""
    page = Shown(client.get("/reports?q=harbour").text)
    assert "/reports?q=harbour&outlet=coast+tribune" in [a["href"] for a in page.all("a")]
    chosen = Shown(client.get("/reports?q=harbour&outlet=coast+tribune").text)
    assert [a["href"] for a in chosen.all("a", **{"aria-current": "true"})] == ["/reports?q=harbour"]


def test_what_was_asked_stays_in_the_form(client, three):
    """The form shows the filters of the address, escaped."""
    page = client.get("/reports?q=harbour&outlet=%22%3E%3Cb%3E&harm=killed").text
    assert 'name="q" value="harbour"' in page
    assert 'value="&#34;&gt;&lt;b&gt;"' in page
    assert "<option selected>killed</option>" in page


def test_nothing_fits(client, three):
    """It says what to do, and offers to look for a name among those who speak."""
    page = client.get("/reports?q=Marrant").text
    assert "No report fits" in page
    assert 'href="/reports?speaker=Marrant"' in page


@pytest.mark.parametrize("query", ["from=soon", "sort=colour", "page=0", "page=x", "voice=source:0/s1"])
def test_a_filter_without_sense(client, query):
    """The list says what is wrong and keeps its form."""
    page = client.get(f"/reports?{query}")
    assert page.status_code == 400
    assert 'role="alert"' in page.text
    assert 'name="q"' in page.text


def test_pages_of_a_list(client, casebook):
    """Fifty stand on a page, and the pages lead to each other with the filters kept."""
    for item in reports(60, seed=9, figures=1):
        casebook.add(item, MadeUpReader(), by="tester")
    first = Shown(client.get("/reports?sort=title").text)
    assert "/reports?sort=title&page=2" in [a["href"] for a in first.all("a")]
    assert len(listed(client, "sort=title")) == 50
    assert len(listed(client, "sort=title&page=2")) == 13


def test_an_address_is_made_of_what_is_known():
    """Unknown and empty values are left out of other addresses; the page goes with every change but its own."""
    asked = Asked("/reports", {"q": "a b", "x": "1", "outlet": "", "page": "3", "sort": "title"}, ("q", "outlet"))
    assert asked.to() == "/reports?q=a+b&sort=title"
    assert asked.to(page="2") == "/reports?q=a+b&sort=title&page=2"


def test_rejections_are_listed(client, casebook):
    """What could not be read has a list of its own, with the reason and who gave it."""
    from accordingto.records import Item

    casebook.add(Item(name="empty.txt", data=b"Nothing."), MadeUpReader(), by="tester")
    assert 'href="/reports/rejected"' in client.get("/reports").text
    assert "empty.txt has no sentence of the kind" in words(client.get("/reports/rejected").text)


def test_voices_are_found_by_name_and_kind(client, three):
    """A part of a name, or a kind, chooses voices; each leads to its page."""
    page = client.get("/voices?q=Marrant").text
    assert "1 voice fits" in words(page)
    assert "Ilse Marrant" in page
    assert "Ilse Marrant" not in client.get("/voices?kind=organisation").text


def test_no_voice_fits(client):
    """A name that nobody has is told, with the way back; a kind that there is not, too."""
    assert "No voice fits" in client.get("/voices?q=Zebedee").text
    assert client.get("/voices?kind=martian").status_code == 400


def test_a_voice_over_time(client, casebook, three):
    """Its page has its names and roles by report with why they were joined, its figures, and all that it says."""
    page = client.get(f"/voices/{three[0]}/s1").text
    told = words(page)
    assert "the same name (Ilse Marrant)" in told
    assert "mayor" in told
    assert "12 people were killed in Mosul" in told
    assert f"/reports/{three[1]}/figure/f1" in page
    assert f"/reports/{three[1]}/statement/a1" in page


def test_a_voice_is_found_by_each_of_its_sources(client, three):
    """Whichever report one comes from, the voice is the same."""
    one, other = (client.get(f"/voices/{key}/s1").text for key in three[:2])
    assert Shown(one).all("h1") == Shown(other).all("h1")
    assert f"/reports/{three[0]}" in other


def test_what_a_voice_says_stands_in_the_order_of_time(client, casebook):
    """The earliest report comes first, whenever it was added."""
    late = added(casebook, MAYOR.replace("Marrant", "Vandermolen"), published="2025-01-01")
    early = added(casebook, MAYOR.replace("Marrant", "Vandermolen").replace("12", "13"), published="2024-01-01")
    page = client.get(f"/voices/{late}/s1").text
    assert page.index(f"/reports/{early}/statement/a1") < page.index(f"/reports/{late}/statement/a1")
    assert page.index(f"/reports/{early}/figure/f1") < page.index(f"/reports/{late}/figure/f1")


def test_what_a_voice_says_can_be_searched(client, casebook, three):
    """Words choose among its statements."""
    added(casebook, MAYOR.replace("Mosul", "Aleppo"), title="Aleppo")
    page = client.get(f"/voices/{three[0]}/s1?q=aleppo").text
    assert "1 statement" in words(page)
    assert client.get(f"/voices/{three[0]}/s1?q=%21").status_code == 400


def test_a_voice_can_be_merged_and_split(client, three):
    """The buttons for both stand on its page, for the voice and for each name that it has in a report."""
    page = client.get(f"/voices/{three[0]}/s1").text
    assert f"/decide/source:{three[1]}/s1?do=split" in page
    assert "?do=merge" in page


def test_a_voice_that_is_not_there(client):
    """A source that no report has is told."""
    assert client.get("/voices/0123456789abcdef/s1").status_code == 404
