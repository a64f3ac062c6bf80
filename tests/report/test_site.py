import dataclasses
import posixpath
import re
from html.parser import HTMLParser

import pytest

from accordingto.report import casebook_pages
from tests.report.site_made import book, report, reports


class _Read(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.words = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])

    def handle_data(self, data):
        self.words.append(data)


def site(made=None, **options):
    return {one.path: one.html for one in casebook_pages(made or book(), **options)}


def contest_page(pages):
    return next(html for path, html in pages.items() if re.fullmatch(r"contests/[0-9a-f]{12}\.html", path))


@pytest.fixture(scope="module")
def pages():
    return site()


def test_every_link_leads_somewhere(pages):
    """Each link inside the site names a page that is there, and a place on it."""
    read = {path: _Read(html) for path, html in pages.items()}
    for path, one in read.items():
        for href in one.links:
            if href.startswith("https:"):
                continue
            target, _, anchor = href.partition("#")
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert to in read, f"{path} leads to {href}"
            assert not anchor or anchor in read[to].ids, f"{path} leads to {href}"


def test_no_page_names_a_place_twice(pages):
    """An id stands once on a page."""
    for path, html in pages.items():
        ids = _Read(html).ids
        assert len(ids) == len(set(ids)), path


def test_every_number_is_one_click_from_its_words(pages):
    """Each number of a contest is a link to the marked words of a report."""
    found = re.findall(r'class="many" href="\.\./(reports/\w+\.html)#(q\d+)"', contest_page(pages))
    assert len(found) == 2
    for path, anchor in found:
        assert anchor in _Read(pages[path]).ids


def test_one_row_per_origin(pages):
    """Two reports of one statement are one row of the plot."""
    rows = re.findall(r'<li id="(r\d+)"', contest_page(pages))
    assert rows == ["r1", "r2"]


def test_the_published_interval_stands_behind_the_rows(pages):
    """What the cited source published is drawn, with where it is found."""
    html = contest_page(pages)
    assert html.count('class="band"') == 2
    assert "Quayside Watch, The fallen bridge, page 3" in html


def test_pairs_are_told_with_their_reasons(pages):
    """The comparison of two numbers stands there as a sentence with its codes."""
    html = contest_page(pages)
    contest = book().contests[0]
    for comparison in contest.comparisons:
        assert all(reason in html for reason in comparison.reasons)
        assert comparison.sentence.replace("<", "&lt;").replace(">", "&gt;") in html


def test_the_course_of_a_toll(pages):
    """Numbers reported on several days are shown in the order of the days."""
    html = contest_page(pages)
    course = html[html.index('id="course"') :]
    assert course.index("2024-05-02") < course.index("2024-05-04")


def test_names_are_escaped(pages):
    """Markup in a name stays words."""
    assert not any("<b>Oole" in html for path, html in pages.items() if not path.startswith("reports/"))


def test_a_voice_has_its_roles_statements_and_figures(pages):
    """The page of a voice tells its role, and leads to the words of what it says and counts."""
    html = next(h for p, h in pages.items() if p.startswith("voices/") and "<h1><bdi>Ilse Marrant" in h)
    assert "harbour master" in html
    assert html.count("#l1") == 2
    assert html.count("#q1") == 4


def test_a_report_leads_back(pages):
    """A report's page leads to the casebook, to its contests and to its voices."""
    for path, html in pages.items():
        if re.fullmatch(r"reports/[0-9a-f]{16}\.html", path):
            links = _Read(html).links
            assert "../index.html" in links
            assert any(href.startswith("../contests/") and "index" not in href for href in links)
            assert any(href.startswith("../voices/") and "index" not in href for href in links)


def test_the_overview_counts(pages):
    """The overview tells how much there is, and names what was rejected."""
    words = " ".join("".join(_Read(pages["index.html"]).words).split())
    for expected in ("3 reports", "3 statements", "3 figures", "2 voices", "1 contest", "1 rejection", "blank.txt"):
        assert expected in words


def test_nothing_is_fetched(pages):
    """Each page forbids every address, and none but the reports' own runs a script."""
    for path, html in pages.items():
        assert "default-src 'none'" in html
        assert ("<script" in html) == bool(re.fullmatch(r"reports/[0-9a-f]{16}\.html", path))


def test_long_lists_are_paged():
    """More entries than a page takes go on with a next page, and each stands on one of them."""
    many = [report("Ilse Marrant", f"{n}", n, day=f"2024-05-{n - 9:02}", outlet=f"Paper {n}") for n in range(10, 25)]
    pages = site(book(many), size=4)
    lists = [path for path in pages if (path.startswith("reports/") and "index" in path) or "reports/page" in path]
    listed = [href for path in lists for href in _Read(pages[path]).links if re.search(r"/[0-9a-f]{16}\.html$", href)]
    assert len(lists) == 4
    assert len(set(listed)) == len(listed) == 15
    rows = [r for p, h in pages.items() if p.startswith("contests/") for r in re.findall(r'<li id="(r\d+)"', h)]
    assert len(rows) == len(set(rows)) == 15
    test_every_link_leads_somewhere(pages)


def test_what_many_reports_tell_goes_on_with_the_next_page():
    """Many reports of one statement are one row of the plot, and its tellings are spread over pages."""
    many = [report("Ilse Marrant", "12", 12, day="2024-05-02", outlet=f"Paper {n}") for n in range(10)]
    pages = site(book(many), size=4)
    found = {path: html for path, html in pages.items() if re.match(r"contests/[0-9a-f]{12}", path)}
    told = [re.findall(r'<span class="in-words">', html.partition('id="course"')[0]) for html in found.values()]
    assert [len(some) for some in told] == [4, 4, 2]
    assert ["goes on" in html for html in found.values()] == [False, True, True]
    test_every_link_leads_somewhere(pages)


def test_the_same_book_gives_the_same_pages(pages):
    """Nothing on a page depends on when or in what order it was made."""
    assert site() == pages


def test_an_empty_casebook_has_its_pages():
    """A casebook without reports is told to be one."""
    pages = site(book([]))
    assert "No report was added." in pages["index.html"]


def test_a_link_of_another_scheme_is_no_link():
    """An address in a register file that is no web address is not made a link."""
    made = book(reports())
    bad = made.records["VE1"]._replace(url="javascript:alert(1)")
    changed = site(dataclasses.replace(made, records={"VE1": bad}))
    assert "javascript:" not in contest_page(changed)
