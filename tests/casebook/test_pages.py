"""Pages: every list in every order, its filters, its counts, and the same where a list is too long to be counted."""

from __future__ import annotations

import pytest

from accordingto.casebook import (
    DecisionFilter,
    FigureFilter,
    RejectionFilter,
    ReportFilter,
    StatementFilter,
    VoiceFilter,
    paging,
)
from accordingto.errors import UnknownTarget, WrongFilter
from accordingto.records import Item, ReaderInfo, Rejection
from benchmarks.plain_reports import INFO, MadeUpReader

TEXTS = (
    ("Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05. Shops burnt.", "Quay Courier", "2004-06"),
    ("World Health Organization said 300 people were injured in Aleppo in 2012.", "Lantern Post", "2013-01-04"),
    ("WHO said 40 people were killed in Baghdad in 2006-12-31. WHO said 3 people were injured in Mosul in 2006.",
     "Quay Courier", "2007-01-02"),
    ("Tomas Veldt (army spokesman) said 7 people were missing in Sanaa in 2015.", None, None),
)  # fmt: skip


def add(casebook, *, reader=None):
    for number, (text, outlet, day) in enumerate(TEXTS):
        item = Item(name=f"{number}.txt", data=text.encode(), title=f"Toll {9 - number}", outlet=outlet, published=day)
        casebook.add(item, reader or MadeUpReader(), by="tester")


@pytest.fixture
def many(casebook):
    add(casebook)
    return casebook


def lows(page):
    return [row.figure.figure.low for row in page.items]


def titles(page):
    return [row.title for row in page.items]


@pytest.mark.parametrize(
    ("sort", "numbers"),
    [
        ("added", [12, 300, 40, 3, 7]),
        ("-added", [7, 3, 40, 300, 12]),
        ("number", [3, 7, 12, 40, 300]),
        ("-number", [300, 40, 12, 7, 3]),
        ("harm", [300, 3, 12, 40, 7]),
        ("place", [300, 40, 12, 3, 7]),
        ("period", [12, 3, 40, 300, 7]),
        ("speaker", [12, 7, 40, 3, 300]),
        ("outlet", [300, 12, 40, 3, 7]),
        ("published", [12, 40, 3, 300, 7]),
        ("-published", [300, 3, 40, 12, 7]),
    ],
)
def test_figures_in_order(many, sort, numbers):
    """Figures come in the order that is asked for, what is not known last in both directions."""
    assert lows(many.figures_page(sort=sort)) == numbers


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("added", ["Toll 9", "Toll 8", "Toll 7", "Toll 6"]),
        ("title", ["Toll 6", "Toll 7", "Toll 8", "Toll 9"]),
        ("-published", ["Toll 8", "Toll 7", "Toll 9", "Toll 6"]),
        ("outlet", ["Toll 8", "Toll 9", "Toll 7", "Toll 6"]),
        ("-figures", ["Toll 7", "Toll 6", "Toll 8", "Toll 9"]),
        ("checks", ["Toll 9", "Toll 8", "Toll 7", "Toll 6"]),
    ],
)
def test_reports_in_order(many, sort, found):
    """Reports come in the order that is asked for."""
    assert titles(many.reports_page(sort=sort)) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"text": "killed"}, ["Toll 9", "Toll 7"]),
        ({"text": "toll mosul"}, ["Toll 9", "Toll 7"]),
        ({"text": "courier -injured"}, ["Toll 9"]),
        ({"text": "3.txt"}, ["Toll 6"]),
        ({"outlet": "the quay courier"}, ["Toll 9", "Toll 7"]),
        ({"published_from": "2005"}, ["Toll 8", "Toll 7"]),
        ({"published_to": "2004"}, ["Toll 9"]),
        ({"published_from": "2004-06", "published_to": "2007-01-02"}, ["Toll 9", "Toll 7"]),
        ({"speaker": "WHO"}, ["Toll 8", "Toll 7"]),
        ({"harm": "injured"}, ["Toll 8", "Toll 7"]),
        ({"place": "Iraq"}, ["Toll 9", "Toll 7"]),
        ({"place": "Mosul", "harm": "injured"}, ["Toll 7"]),
        ({"place": "Atlantis"}, []),
    ],
)
def test_filters_of_reports(many, wanted, found):
    """Each filter takes the reports that it is said to take."""
    page = many.reports_page(ReportFilter(**wanted), sort="added")
    assert (titles(page), page.total) == (found, len(found))


FIGURES = (
    {},
    {"harm": "killed"},
    {"place": "Iraq"},
    {"place": "Mosul"},
    {"period": "2006"},
    {"speaker": "WHO"},
    {"unit": "people", "low": 7, "high": 40},
    {"outlet": "Quay Courier", "harm": "killed"},
    {"rejected": True},
)


@pytest.mark.parametrize("wanted", FIGURES)
def test_a_page_of_figures_is_what_the_filter_finds(many, wanted):
    """A page holds the same figures as the list that is gone through from end to end."""
    first = next(iter(many.figures()))
    many.decide(f"figure:{first.id}", "reject", by="a", why="a street number")
    page = many.figures_page(FigureFilter(**wanted))
    assert [row.figure for row in page.items] == list(many.figures(**wanted))
    assert page.total == len(page.items)


@pytest.mark.parametrize("wanted", FIGURES)
@pytest.mark.parametrize("sort", ["added", "-number", "place", "-published", "speaker", "review", "confidence"])
def test_a_list_too_long_to_count(many, monkeypatch, wanted, sort):
    """Beyond the cap the rows are gone through in another way, and are the same; the total says that there are more."""
    counted = many.figures_page(FigureFilter(**wanted), sort=sort)
    monkeypatch.setattr(paging, "CAP", 0)
    walked = many.figures_page(FigureFilter(**wanted), sort=sort)
    assert walked.items == counted.items
    assert (walked.total, walked.capped) == (0, True)


@pytest.mark.parametrize(
    "wanted", [{"text": "killed"}, {"harm": "injured", "place": "Iraq"}, {"speaker": "WHO"}, {"outlet": "Lantern Post"}]
)
def test_reports_too_many_to_count(many, monkeypatch, wanted):
    """Beyond the cap reports are found by text and traits, too."""
    counted = many.reports_page(ReportFilter(**wanted), sort="-published")
    monkeypatch.setattr(paging, "CAP", 0)
    assert counted.items
    assert many.reports_page(ReportFilter(**wanted), sort="-published").items == counted.items


def test_statements(many, monkeypatch):
    """Statements are searched, put in order, and found beyond the cap."""
    page = many.statements_page(StatementFilter(about="killed"), sort="-published")
    assert [row.statement.words[:2] for row in page.items] == ["40", "12"]
    assert {row.review for row in page.items} == {"none"}
    monkeypatch.setattr(paging, "CAP", 0)
    assert many.statements_page(StatementFilter(about="killed"), sort="-published").items == page.items


def test_pages_make_up_the_list(full):
    """Pages laid one behind the other are the whole list, each item once."""
    whole = full.figures_page(sort="-number", limit=100)
    parts = [full.figures_page(sort="-number", offset=at, limit=4) for at in range(0, whole.total + 4, 4)]
    assert [row for part in parts for row in part.items] == list(whole.items)
    assert {part.total for part in parts} == {17}


@pytest.mark.parametrize(
    "wrong", [{"sort": "colour"}, {"sort": "--number"}, {"offset": -1}, {"limit": 0}, {"limit": 9999}]
)
def test_a_page_without_sense_is_refused(many, wrong):
    """An order or a place that there is not is named."""
    with pytest.raises(WrongFilter, match="give"):
        many.figures_page(**wrong)


def test_review(many):
    """A row says what was decided about it, and can be found by that."""
    first, second, third, *_ = many.figures()
    many.decide(f"figure:{first.id}", "accept", by="a", why="right")
    many.decide(f"figure:{second.id}", "reject", by="a", why="a street number")
    many.decide(f"figure:{third.id}", "correct", {"low": 41, "high": 41}, by="a", why="misprint")
    assert [row.review for row in many.figures_page(FigureFilter(rejected=True)).items][:3] == [
        "accepted", "rejected", "corrected",
    ]  # fmt: skip
    assert lows(many.figures_page(FigureFilter(review="rejected"))) == [300]
    assert lows(many.figures_page(FigureFilter(review="corrected"), sort="number")) == [41]
    assert lows(many.figures_page(FigureFilter(review="none"))) == [3, 7]


def test_counts_of_a_report(many):
    """A row counts what stands: what was rejected is taken away, and its words are not found any more."""
    row = many.reports_page(ReportFilter(text="baghdad")).items[0]
    assert (row.statements, row.figures, row.checks, row.by) == (2, 2, 0, "tester")
    statement = next(iter(many.statements(about="baghdad")))
    many.decide(f"figure:{next(iter(many.figures(harm='killed', speaker='WHO'))).id}", "reject", by="a", why="x")
    many.decide(f"statement:{statement.id}", "reject", by="a", why="x")
    assert many.reports_page(ReportFilter(text="baghdad")).total == 0
    row = next(one for one in many.reports_page().items if one.document == row.document)
    assert (row.statements, row.figures) == (1, 1)
    assert titles(many.reports_page(ReportFilter(harm="killed"))) == ["Toll 9"]
    assert many.verify().faults == ()


def values(facets):
    return [(one.value, one.reports) for one in facets]


def test_facets(many):
    """Facets count the reports that fit, all of them or those that a filter leaves."""
    every = many.facets()
    assert (every.counted, every.exact) == (4, True)
    assert values(every.outlets) == [("quay courier", 2), ("lantern post", 1)]
    assert values(every.years) == [("2013", 1), ("2007", 1), ("2004", 1)]
    assert values(every.harms) == [("injured", 2), ("killed", 2), ("missing", 1)]
    assert [(one.label, one.reports) for one in every.countries] == [("Iraq", 2), ("Syria", 1), ("Yemen", 1)]
    assert (every.speakers[0].label, every.speakers[0].reports) == ("WHO", 2)
    some = many.facets(ReportFilter(harm="injured"))
    assert values(some.outlets) == [("lantern post", 1), ("quay courier", 1)]
    assert [one.label for one in some.outlets] == ["Lantern Post", "Quay Courier"]
    assert titles(many.reports_page(ReportFilter(voice=every.speakers[0].value), sort="added")) == ["Toll 8", "Toll 7"]
    assert len(many.facets(most=1).harms) == 1


def test_voices(many):
    """A page of voices tells what going through all sources tells."""
    page = many.voices_page()
    told = {(one.id, one.name, one.reports, one.statements, one.figures) for one in many.sources()}
    assert {(one.id, one.name, one.reports, one.statements, one.figures) for one in page.items} == told
    assert [one.figures for one in many.voices_page(sort="-figures").items] == [3, 1, 1]
    assert [one.name for one in many.voices_page(VoiceFilter(kind="person"), sort="name").items] == [
        "Ilse Marrant", "Tomas Veldt",
    ]  # fmt: skip
    assert [one.name for one in many.voices_page(VoiceFilter(name="Ilsa Marant")).items] == ["Ilse Marrant"]


def test_one_voice(many):
    """A voice is found by any of its sources, with its names, its roles by report, and all it says."""
    (who,) = many.voices_page(VoiceFilter(name="WHO")).items
    sources = [one.id for one in next(iter(many.sources(name="WHO"))).spellings]
    assert [many.voice(one).id for one in sources] == [who.id, who.id]
    assert many.voice(who.id).names == (("WHO", 1), ("World Health Organization", 1))
    roles = many.roles_page(who.id, sort="-published")
    assert [(one.name, one.published) for one in roles.items] == [
        ("World Health Organization", "2013-01-04"), ("WHO", "2007-01-02"),
    ]  # fmt: skip
    assert lows(many.figures_page(FigureFilter(voice=sources[1]), sort="number")) == [3, 40, 300]
    assert many.statements_page(StatementFilter(voice=who.id), limit=2).total == 3
    with pytest.raises(UnknownTarget, match="no source"):
        many.voice("source:none/s1")


def test_voices_follow_decisions_and_newer_readings(many):
    """Merging, parting and reading a report again leave the counts as making them anew would."""
    first, second, third = many.voices_page(sort="-figures").items
    many.decide(second.id, "merge", {"with": [third.id]}, by="a", why="one man")
    assert many.voices_page().total == 2
    merged = many.voice(third.id)
    assert (merged.reports, merged.figures, len(merged.names)) == (2, 2, 2)
    add(many, reader=MadeUpReader(ReaderInfo(version="1", model="made-up", model_sha256="1" * 64)))
    assert many.voice(first.id).figures == 3
    many.decide(many.voice(third.id).id, "split", by="a", why="two men")
    assert many.voices_page().total == 3
    assert many.verify().faults == ()


def test_decisions(many):
    """Decisions are found by what they are about, by whom and in which report."""
    first, second, *_ = many.figures()
    many.decide(f"figure:{first.id}", "accept", by="Okafor", why="right")
    many.decide(f"figure:{second.id}", "reject", by="Weller", why="a street number")
    many.decide(f"report:{second.document[:12]}", "grade", {"grade": "fair"}, by="Weller", why="two sources")
    assert [one.kind for one in many.decisions_page().items] == ["grade", "reject", "accept"]
    assert many.decisions_page(DecisionFilter(by="Weller"), limit=1).total == 2
    assert [one.by for one in many.decisions_page(DecisionFilter(about="figure"), sort="number").items] == [
        "Okafor", "Weller",
    ]  # fmt: skip
    assert many.decisions_page(DecisionFilter(document=second.document[:16])).total == 2
    assert many.decisions_page(DecisionFilter(kind="accept", target=f"figure:{first.id}")).total == 1


def test_rejections(many):
    """Rejections are found by reason and a part of the name, with when and by whom."""
    for name in ("a%b.pdf", "axb.pdf"):
        many.reject(Rejection(name=name, reason="damaged", message="is torn"), INFO, by="tester")
    assert [(one.name, one.by) for one in many.rejections_page().items] == [
        ("axb.pdf", "tester"),
        ("a%b.pdf", "tester"),
    ]
    assert many.rejections_page(RejectionFilter(name="A%B")).total == 1
    assert many.rejections_page(RejectionFilter(reason="empty")).total == 0


def test_what_others_did(many):
    """What was done after an entry is told in order, with its target."""
    before = many.head()
    assert many.since(before.number) == ()
    first = next(iter(many.figures()))
    made = many.decide(f"figure:{first.id}", "reject", by="Okafor", why="a street number")
    many.reject(Rejection(name="a.pdf", reason="damaged", message="is torn"), INFO, by="tester")
    events = many.since(before.number)
    assert [(one.kind, one.target, one.by) for one in events] == [
        ("decision", f"figure:{first.id}", "Okafor"), ("rejection", None, "tester"),
    ]  # fmt: skip
    assert events[0].number == made.number == before.number + 1
    assert many.head().number == events[-1].number
    assert many.since(0, most=1)[0].target == f"report:{first.document}"


def test_ledgers_all_or_none(casebook):
    """Many ledgers are added in one transaction: where one does not fit, none is kept."""
    items = [Item(name=f"{n}.txt", data=text.encode()) for n, (text, *_) in enumerate(TEXTS)]
    pairs = [(MadeUpReader().attempt(item), item) for item in items]
    with pytest.raises(Exception, match="other bytes"):
        casebook.add_ledgers([*pairs[:2], (pairs[0][0], items[1])], by="tester")
    assert casebook.size() == 0
    assert len(casebook.add_ledgers(pairs, by="tester")) == casebook.size() == 4
