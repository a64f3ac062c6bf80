import base64
import hashlib
import itertools
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from accordingto.records import Ledger
from accordingto.report import page
from tests.report.hand_made import at, document, example, figure, ledger, says, with_all_parts
from tests.report.made_up import ledgers


class Parsed(HTMLParser):
    """The elements of a page, and the words of its report."""

    VOID = frozenset({"meta", "link", "rect", "br", "hr", "img"})

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.text, self.raw, self.marks = [], [], "", {}, []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = (tag, dict(attrs))
        self.elements.append(found)
        if tag not in self.VOID:
            self.open.append(found)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        tag, attrs = self.open[-1] if self.open else ("", {})
        if {"w", "gap"} & set((attrs.get("class") or "").split()):
            self.text += data
            self.marks.append((data, [a["data-n"] for _, a in self.open if "data-n" in a]))
        if tag in {"script", "style"}:
            key = attrs.get("type", tag)
            self.raw[key] = self.raw.get(key, "") + data

    def all(self, tag, **wanted):
        return [a for t, a in self.elements if t == tag and all(a.get(k) == v for k, v in wanted.items())]


@given(ledgers())
def test_the_page_holds_the_text(made):
    """Words and gaps of the report, put together, are the text; U+0000 alone cannot stand in HTML."""
    assert Parsed(page(made)).text == made.document.text.replace("\x00", "\ufffd")


@given(ledgers())
def test_the_page_is_well_formed(made):
    """Every element that is opened is closed in order, and no id stands twice."""
    parsed = Parsed(page(made))
    assert parsed.open == []
    ids = [a["id"] for _, a in parsed.elements if "id" in a]
    assert len(ids) == len(set(ids))


@given(ledgers())
def test_the_page_embeds_the_ledger(made):
    """The JSON in the page is the ledger, and nothing in it can end its element."""
    embedded = Parsed(page(made)).raw["application/json"]
    assert Ledger.from_json(embedded) == made
    assert "<" not in embedded


@given(ledgers())
def test_every_statement_is_marked_and_listed(made):
    """Each statement has one label in the text and one entry in the list, which lead to each other."""
    parsed = Parsed(page(made))
    numbers = {str(n + 1) for n in range(len(made.attributions))}
    assert {a["data-label"] for a in parsed.all("a") if "data-label" in a} == numbers
    targets = {a["id"] for _, a in parsed.elements if "id" in a}
    assert {a["href"][1:] for a in parsed.all("a") if a["href"].startswith("#")} <= targets


def test_the_policy_allows_only_the_page_itself():
    """The policy forbids everything but the page's own style and script, by their hashes."""
    parsed = Parsed(page(example(speakers=True)))
    (policy,) = [a["content"] for a in parsed.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    for kind in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(parsed.raw[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_loads_nothing():
    """No element names an address to load, and no element has a style or a handler of its own."""
    parsed = Parsed(page(with_all_parts()))
    assert [a for _, a in parsed.elements if "src" in a or "srcset" in a or "style" in a] == []
    assert [k for _, a in parsed.elements for k in a if k.startswith("on")] == []
    assert {a["href"] for a in parsed.all("link")} == {"data:,"}
    assert re.search(r"url\(|@import", parsed.raw["style"]) is None


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<!-- x", "{{ 7 * 7 }}", '"><b>'])
def test_nothing_of_a_report_is_markup(words):
    """Markup in the text, the title, a note or a name is shown, not obeyed."""
    text = f"He said {words} so"
    made = ledger(
        text,
        says("a1", at(text, words), source=at(text, words)),
        document=document(text, title=words, outlet=words, notes=(words,), url=words),
    )
    plain = ledger("He said x so", document=document("He said x so", title="t"))
    assert len(Parsed(page(made)).all("script")) == len(Parsed(page(plain)).all("script")) == 2
    assert Parsed(page(made)).all("b") == []


def test_only_web_addresses_are_links():
    """A document's address is a link where it is http or https, and plain words elsewhere."""
    for url, linked in (("https://example.org/a", True), ("javascript:alert(1)", False)):
        parsed = Parsed(page(ledger("x", document=document("x", url=url))))
        assert (url in {a["href"] for a in parsed.all("a")}) is linked


def test_nested_marks_lie_inside_each_other():
    """Words of a nested statement are marked by both, the inner one's mark inside of the outer one's."""
    marks = Parsed(page(example(speakers=True))).marks
    assert [stack for words, stack in marks if words.startswith("that any of its")] == [["14", "15"]]
    assert [stack for words, stack in marks if words == "the ministry's"] == [["14", "15"]]
    assert [stack for words, stack in marks if words == "Residents"] == [["17"]]


def test_control_characters_are_named():
    """A control character is shown by its code."""
    assert 'data-code="U+001B"' in page(ledger("a\x1bb"))


def test_sections_of_empty_lists_are_left_out():
    """Figures, dates and checks have a section only where there are any."""
    sections = ("figures-title", "dates-title", "checks-title")
    full, bare = page(with_all_parts()), page(example(speakers=True))
    assert [name in full for name in sections] == [True] * 3
    assert [name in bare for name in sections] == [False] * 3


def test_voices_are_listed_with_their_share():
    """The list of voices gives each name with its share, the largest first."""
    html = page(example(speakers=True))
    names = re.findall(r'data-voice="\d+">\s*<span class="name">.*?<bdi>(.*?)</bdi>', html)
    assert names[:3] == ["Tomas Vehl", "Ilse Marrant", "the Reach&#39;s defence ministry"]
    shares = [int(n) for n in re.findall(r'</span>\s*<span class="share">(\d+) %', html)]
    assert shares[: len(names)] == sorted(shares[: len(names)], reverse=True)


def test_neighbouring_voices_look_different():
    """The first 28 named voices differ in hue or line, and each differs in both from the next."""
    names = [f"N{chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(28)]
    text = " ".join(f"{name} said x{name}." for name in names)
    made = ledger(text, *(says(name, at(text, f"x{name}"), source=at(text, name)) for name in names))
    looks = [a["class"].removeprefix("label ") for a in Parsed(page(made)).all("a") if "data-label" in a]
    assert len(set(looks)) == 28
    assert all(not set(one.split()) & set(two.split()) for one, two in itertools.pairwise(looks))


@given(ledgers())
def test_every_figure_is_marked_and_listed(made):
    """Each figure has one row and one place in the text, which lead to each other."""
    parsed = Parsed(page(made))
    ids = {a["id"] for _, a in parsed.elements if "id" in a}
    numbers = range(1, len(made.figures) + 1)
    assert {f"fig{n}" for n in numbers} | {f"q{n}" for n in numbers} <= ids
    assert not any(a.get("href") == f"#fig{len(made.figures) + 1}" for a in parsed.all("a"))


def test_links_do_not_lie_in_links():
    """Where figures overlap, the outer one alone is a link: HTML has no links within links."""
    text = "It said two of the five dead were boys."
    made = ledger(text, figures=(figure("f1", at(text, "two of the five dead"), 2), figure("f2", at(text, "five"), 5)))
    parsed = Parsed(page(made))
    assert [a["href"] for a in parsed.all("a") if "data-figure" in a] == ["#fig1"] * 3
    assert [a["id"] for a in parsed.all("span") if a.get("id", "").startswith("q")] == ["q2"]


def test_statements_stand_by_voice():
    """The list of statements has each voice once, with who it is, above its statements in text order."""
    html = page(with_all_parts())
    group = html[html.index('data-group="0"') :].partition("</section>")[0]
    assert "Mayor" in group
    assert re.findall(r'<li id="s(\d+)"', group) == ["1", "3", "4", "25"]


def test_chains_are_drawn():
    """A statement that others pass on shows all of them, from the outlet to its own voice."""
    html = page(example(speakers=True))
    entry = html[html.index('<li id="s15"') :].partition("<blockquote")[0]
    assert re.findall(r"<bdi>(.*?)</bdi>", entry.partition('class="chain"')[2]) == [
        "Northern Wire", "Anselm Korro", "the Reach&#39;s defence ministry",
    ]  # fmt: skip


def test_the_page_is_the_same_each_time():
    """One ledger gives one page, byte for byte."""
    assert page(with_all_parts()) == page(Ledger.from_json(json.dumps(json.loads(with_all_parts().to_json()))))


def test_a_report_without_statements():
    """Without attributions, the page shows the text and says that it is all the outlet's own."""
    html = page(ledger("It rained."))
    assert "No attributed statements were found" in html
    assert Parsed(html).text == "It rained."
