"""One report in the workbench: its text, its marks, and what the casebook has beside it."""

import re

import pytest

from tests.serve.reading import MAYOR, SURGEON, Shown, added, words

HTMX = {"HX-Request": "true"}


@pytest.fixture
def report(casebook):
    return added(casebook, f"Strike\n\n{MAYOR} {SURGEON}\n", title="Strike", outlet="Northern Wire")


def test_the_page_holds_the_text(client, casebook, report):
    """Words and gaps of the report, put together, are its text."""
    document = casebook.ledgers_of(report)[-1].document
    assert Shown(client.get(f"/reports/{document.id}").text).text == document.text


def test_a_report_is_text_only(client, casebook):
    """Elements in a report's words are shown as they are written, and none of them is one of the page."""
    key = added(casebook, f"<img src=x onerror=alert(1)> {MAYOR}", title="<b>Bold</b>", outlet="<i>Wire</i>")
    page = client.get(f"/reports/{key}").text
    assert "<img" not in page
    assert "<b>Bold" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_no_page_sets_a_style_or_a_script_of_its_own(client, report):
    """The policy forbids both, so that they would be lost."""
    parsed = Shown(client.get(f"/reports/{report}/figure/1").text)
    assert not [a for _, a in parsed.elements if "style" in a or any(name.startswith("on") for name in a)]
    assert not [a for tag, a in parsed.elements if tag == "script" and "src" not in a]


def test_a_figure_has_its_parts_its_words_and_its_chain(client, report):
    """The panel says how many of whom came to what harm, who says so, and how sure the program is."""
    panel = words(client.get(f"/reports/{report}/figure/1", headers=HTMX).text)
    for part in ("Figure 1", "12 people, killed", "Where Mosul", "2004-05", "Ilse Marrant", "Confidence: high (0.90)"):
        assert part in panel


def test_a_statement_has_its_parts(client, report):
    """The panel of a statement has its words, its source, its stance, and the figures within it."""
    panel = words(client.get(f"/reports/{report}/statement/2", headers=HTMX).text)
    for part in ("Statement 2", "“Tomas Veldt”", "Stance asserts", "Figure 2: 40 people"):
        assert part in panel


def test_the_panel_alone_goes_to_a_script(client, report):
    """HTMX is given the panel; a browser without scripts the whole page with the panel open."""
    alone = client.get(f"/reports/{report}/figure/1", headers=HTMX).text
    whole = client.get(f"/reports/{report}/figure/1").text
    assert "<html" not in alone
    assert alone.strip() in whole
    assert 'id="mark" aria-label="What is marked" tabindex="-1">' in whole


def test_a_mark_is_found_by_number_and_by_id(client, report):
    """Other pages know a figure's id, and the text its number."""
    by_number, by_id = (client.get(f"/reports/{report}/figure/{which}", headers=HTMX).text for which in ("2", "f2"))
    assert by_number == by_id


@pytest.mark.parametrize("path", ["figure/9", "statement/9", "figure/a1"])
def test_a_mark_that_is_not_there(client, report, path):
    """It is said how many there are."""
    page = client.get(f"/reports/{report}/{path}")
    assert page.status_code == 404
    assert "but 2" in words(page.text)


def test_marks_lead_to_their_panels(client, report):
    """Each figure of the text and each name in the margin is a link to its panel, which works without scripts."""
    parsed = Shown(client.get(f"/reports/{report}").text)
    assert [a["href"] for a in parsed.all("a") if "data-figure" in a][:2] == [
        f"/reports/{report}/figure/1",
        f"/reports/{report}/figure/2",
    ]
    assert [a["href"] for a in parsed.all("a") if "data-label" in a] == [
        f"/reports/{report}/statement/1",
        f"/reports/{report}/statement/2",
    ]


def test_a_report_that_is_not_there(client):
    """An id that no report begins with is no error of the program."""
    assert client.get("/reports/0123456789abcdef").status_code == 404


def test_the_bytes_are_given_as_a_file(client, casebook, report):
    """As they came, as an attachment, and never as a page."""
    answer = client.get(f"/reports/{report}/raw")
    assert answer.content == casebook.raw(report)
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-disposition"] == f'attachment; filename="{report}.txt"'


def test_what_was_decided_is_shown(client, casebook, report):
    """A corrected figure is shown as it is now taken, with who corrected it and why."""
    casebook.decide(f"figure:{report}/f1", "correct", {"low": 14, "high": 14}, by="Ada", why="the table says 14")
    panel = words(client.get(f"/reports/{report}/figure/f1", headers=HTMX).text)
    assert "14 people, killed" in panel
    assert "corrected" in panel
    assert "by Ada" in panel
    assert "the table says 14" in panel


def test_what_was_rejected_can_be_found_again(client, casebook, report):
    """A rejected figure is no longer marked, but listed with its buttons."""
    casebook.decide(f"figure:{report}/f1", "reject", by="Ada", why="an age")
    page = client.get(f"/reports/{report}").text
    assert len({a["data-figure"] for a in Shown(page).all("a") if "data-figure" in a}) == 1
    assert "Rejected 12 people" in words(page)
    assert f'data-target="figure:{report}/f1"' in page


def test_the_same_origin_elsewhere(client, casebook, report):
    """A figure that another report passes on leads there, and there back."""
    other = added(casebook, f"Told anew.\n\n{MAYOR}\n", title="Told anew", outlet="Coast Tribune")
    panel = client.get(f"/reports/{report}/figure/f1", headers=HTMX).text
    assert f"/reports/{other}/figure/f1" in panel
    assert "in Coast Tribune" in words(panel)
    assert f"/reports/{report}/figure/f1" in client.get(f"/reports/{other}/figure/1", headers=HTMX).text


def test_a_figure_that_stands_nowhere_else(client, report):
    """That no other report passes it on is said."""
    panel = words(client.get(f"/reports/{report}/figure/f2", headers=HTMX).text)
    assert "No other report of this casebook passes it on." in panel


def test_the_same_words_elsewhere(client, casebook):
    """A statement in the same words leads to the report that has them, too."""
    first = added(casebook, MAYOR, title="One")
    second = added(casebook, f"{MAYOR} Nobody else spoke.", title="Two")
    panel = client.get(f"/reports/{first}/statement/1", headers=HTMX).text
    assert f"/reports/{second}/statement/a1" in panel


def test_versions_lead_to_each_other(client, casebook):
    """Of two versions each says which is the later one, and what changed."""
    known = {"title": "Strike on the harbour", "outlet": "Northern Wire", "url": "https://wire.test/strike"}
    early = added(casebook, f"Strike.\n\n{MAYOR} {SURGEON}", published="2024-05-01", **known)
    late = added(casebook, f"Strike.\n\n{MAYOR.replace('12', '19')} {SURGEON}", published="2024-05-02", **known)
    assert "A later version, 2024-05-02" in words(client.get(f"/reports/{early}").text)
    page = words(client.get(f"/reports/{late}").text)
    assert "An earlier version, 2024-05-01" in page
    assert "12 → 19, says Ilse Marrant" in page


def test_an_earlier_version_says_so_first(client, casebook):
    """Whoever comes by an old link is told above the text that there is a later version."""
    known = {"title": "Strike on the harbour", "outlet": "Northern Wire", "url": "https://wire.test/strike"}
    early = added(casebook, f"Strike.\n\n{MAYOR} {SURGEON}", published="2024-05-01", **known)
    late = added(casebook, f"Strike.\n\n{MAYOR.replace('12', '19')} {SURGEON}", published="2024-05-02", **known)
    page = client.get(f"/reports/{early}").text
    assert page.index("There is a later version") < page.index('id="report"')
    assert "There is a later version" not in client.get(f"/reports/{late}").text


def test_contests_and_voices_of_the_casebook(client, casebook, report):
    """The page leads to the contests that hold its figures, and to the voices that other reports have, too."""
    added(casebook, MAYOR.replace("12", "30"), title="Thirty")
    page = client.get(f"/reports/{report}").text
    assert 'href="/contests/' in page
    assert re.search(r"Ilse Marrant \(\d reports\)", words(page))
