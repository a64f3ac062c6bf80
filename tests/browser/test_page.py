import itertools
import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from accordingto.records import Attribution, Ledger, Span
from accordingto.report import page
from tests.report.hand_made import at, example, ledger, says, with_all_parts

SIZES = {"wide": (1360, 900), "narrow": (400, 800)}


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a ledger's page from a file; at the end, it must have asked for nothing and complained of nothing."""
    contexts, complaints, requests = [], [], []

    def open_page(made, scheme="light", size="wide", **options):
        file = tmp_path / "page.html"
        file.write_bytes(page(made).encode())
        width, height = SIZES[size]
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("request", lambda request: requests.append(request.url))
        tab.goto(file.as_uri())
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert {url for url in requests if not url.startswith(("file:", "data:"))} == set()
    assert len([url for url in requests if url.startswith("file:")]) == len(contexts)


def focus_first(tab, selector, limit=200):
    """Presses Tab until an element of `selector` has the focus."""
    for _ in range(limit):
        tab.keyboard.press("Tab")
        if tab.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{limit} times Tab did not reach {selector}")


def test_focus_shows_the_card(opened):
    """A name that is reached by keyboard shows the card of its statement, and Escape hides it."""
    tab = opened(example(speakers=True))
    focus_first(tab, "#l15")
    card = tab.locator("#card")
    assert card.is_visible()
    words = card.inner_text()
    for expected in ("the Reach's defence ministry", "“claim”", "asserts", "moderate (0.66)", "Anselm Korro (denies"):
        assert expected in words
    tab.keyboard.press("Escape")
    assert card.is_hidden()


def test_hover_shows_the_card_of_the_innermost(opened):
    """The pointer over words of a nested statement shows that statement's card."""
    tab = opened(example(speakers=True))
    tab.locator('.content[data-n="15"]').first.hover()
    assert tab.locator("#card").inner_text().startswith("15")


def test_the_card_stays_while_the_pointer_is_on_it(opened):
    """The pointer can move on to the card; away from both, the card goes."""
    tab = opened(example(speakers=True))
    tab.locator('.content[data-n="1"]').first.hover()
    tab.locator("#card").hover()
    tab.wait_for_timeout(400)
    assert tab.locator("#card").is_visible()
    tab.mouse.move(5, 5)
    tab.wait_for_timeout(400)
    assert tab.locator("#card").is_hidden()


def test_the_card_is_inside_of_the_window(opened):
    """Wherever a statement stands, its card is wholly in sight."""
    tab = opened(example(speakers=True))
    for number in (1, 9, 25):
        tab.locator(f"#l{number}").focus()
        box = tab.locator("#card").bounding_box()
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= 1360
        assert box["y"] + box["height"] <= 900


def test_a_tap_shows_the_card(opened):
    """On a touch screen, a tap on a statement shows its card at the foot of the window, a tap elsewhere hides it."""
    tab = opened(example(speakers=True), size="narrow", has_touch=True)
    tab.locator('.content[data-n="6"]').first.tap()
    card = tab.locator("#card")
    assert "denies" in card.inner_text()
    assert card.bounding_box()["y"] > 400
    tab.locator(".para", has_text="Reporters who walked").tap()
    assert card.is_hidden()


def test_source_cue_and_content_light_up_together(opened):
    """All parts of the statement in focus are marked, and no others."""
    tab = opened(example(speakers=True))
    tab.locator("#l4").focus()
    lit = tab.evaluate("[...new Set([...document.querySelectorAll('[data-n].on')].map(e => e.dataset.n))]")
    roles = tab.evaluate("[...document.querySelectorAll('[data-n].on')].map(e => e.classList[0])")
    assert lit == ["4"]
    assert sorted(roles) == ["content", "content", "cue", "source"]


def test_arrows_go_from_name_to_name(opened):
    """Arrow keys move the focus between the names in the text."""
    tab = opened(example(speakers=True))
    tab.locator("#l1").focus()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate("document.activeElement.id") == "l2"


def test_choosing_a_voice(opened):
    """A voice that is chosen by keyboard marks its statements alone and lists no others; Escape brings all back."""
    tab = opened(example(speakers=True))
    focus_first(tab, '[data-voice="0"]')
    tab.keyboard.press("Enter")
    assert tab.locator('[data-voice="0"]').get_attribute("aria-pressed") == "true"
    assert tab.locator("#filter-status").inner_text().startswith("Only Ilse Marrant is marked: 4 of 25")
    chosen = tab.evaluate("[...document.querySelectorAll('.label.chosen')].map(e => e.dataset.label)")
    assert chosen == ["1", "3", "4", "25"]
    assert tab.locator(".statement:visible").count() == 4
    tab.keyboard.press("Escape")
    assert tab.locator(".statement:visible").count() == 25
    assert tab.locator(".chosen").count() == 0


def test_a_name_leads_to_its_entry_and_back(opened):
    """Enter on a name goes to the statement's entry, whose number leads back to the text."""
    tab = opened(example(speakers=True))
    tab.locator("#l7").focus()
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#s7")
    tab.locator("#s7 .title a").click()
    assert tab.url.endswith("#l7")


def test_focus_is_visible(opened):
    """Whatever is reached by keyboard has an outline."""
    tab = opened(with_all_parts())
    for _ in range(25):
        tab.keyboard.press("Tab")
        assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("speakers", [True, False])
def test_axe_finds_nothing_serious(opened, scheme, size, speakers):
    """Axe finds no serious or critical violation, in light and dark, wide and narrow."""
    tab = opened(with_all_parts() if speakers else example(speakers=False), scheme, size, reduced_motion="reduce")
    tab.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    found = Axe().run(tab).response["violations"]
    assert [v["id"] for v in found if v["impact"] in {"serious", "critical"}] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_use(opened, scheme):
    """With a voice chosen and a card open, axe finds no serious or critical violation either."""
    tab = opened(example(speakers=True), scheme, reduced_motion="reduce")
    tab.locator('[data-voice="1"]').click()
    tab.locator("#l5").focus()
    found = Axe().run(tab).response["violations"]
    assert [v["id"] for v in found if v["impact"] in {"serious", "critical"}] == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_window(opened, size):
    """The page never scrolls sideways."""
    tab = opened(with_all_parts(), size=size)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_names_do_not_cover_each_other(opened):
    """Names in the margin stand apart, however close their statements."""
    tab = opened(example(speakers=False))
    boxes = [label.bounding_box() for label in tab.locator(".label").all()]
    assert all(one["y"] + one["height"] <= two["y"] for one, two in itertools.pairwise(boxes))


def test_the_browser_holds_the_text(opened):
    """What the browser makes of the page is the text, to the last control character and line break."""
    text = "A\r\nB\rC\n\n\x1bD\x85E\u2028F <b>&amp;\u202eG\u200fH\x0cI 🇺🇦é\x80\t J\n"
    tab = opened(ledger(text, says("a1", at(text, "B\rC")), says("a2", at(text, "C\n\n\x1bD"))))
    shown = tab.evaluate("[...document.querySelectorAll('.w, .gap')].map(e => e.textContent).join('')")
    assert shown == text


def test_the_embedded_ledger_parses(opened):
    """A script of the reader's own can take the ledger from the page."""
    made = example(speakers=True)
    tab = opened(made)
    assert tab.evaluate("JSON.parse(document.getElementById('ledger').textContent)") == json.loads(made.to_json())


def test_print_keeps_names_and_drops_cards(opened):
    """Printed, names stay in the margin, marks lose their ground and keep their line, and cards are gone."""
    tab = opened(example(speakers=True), "dark")
    tab.locator("#l1").focus()
    tab.emulate_media(media="print")
    style = "e => { const s = getComputedStyle(e); return [s.backgroundColor, s.textDecorationLine] }"
    assert tab.locator("#card").is_hidden()
    assert tab.locator("#l1").is_visible()
    assert tab.locator(".content").first.evaluate(style) == ["rgba(0, 0, 0, 0)", "underline"]
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_page_works_without_scripts(opened):
    """Where scripts do not run, names still lead to entries that say all that the cards say."""
    tab = opened(example(speakers=True), java_script_enabled=False)
    tab.locator("#l15").click()
    assert tab.url.endswith("#s15")
    assert "Anselm Korro (denies" in tab.locator("#f15").inner_text()


def test_a_row_leads_to_its_words_and_back(opened):
    """From the table, the plot and the text, one click leads from a figure to its words or to its row."""
    tab = opened(with_all_parts())
    tab.locator("#fig1 a[href='#q1']").click()
    assert tab.url.endswith("#q1")
    assert tab.locator("#q1").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    tab.locator("#q1").click()
    assert tab.url.endswith("#fig1")
    tab.locator(".plot.wide a.row").last.click()
    assert "#q" in tab.url


def test_findings_and_dates_lead_to_their_words(opened):
    """Each link of a finding and of a date leads to words that are in sight in the text."""
    tab = opened(with_all_parts())
    for link in tab.locator("#checks li a, .timeline a").all():
        link.click()
        target = tab.locator(link.get_attribute("href"))
        assert target.inner_text()
        box = target.bounding_box()
        assert 0 <= box["y"] <= 900


def column(tab, place):
    return tab.locator(f".figures tbody tr td:nth-child({place})").all_inner_texts()


def test_the_table_sorts(opened):
    """A heading sorts by its column by keyboard, numbers as numbers, once more the other way round, and says so."""
    tab = opened(with_all_parts())
    many = tab.locator(".figures thead button", has_text="How many")
    many.focus()
    tab.keyboard.press("Enter")
    sizes = tab.locator(".figures td.many").evaluate_all("cells => cells.map(c => Number(c.dataset.value))")
    assert sizes == sorted(sizes)
    assert many.locator("..").get_attribute("aria-sort") == "ascending"
    tab.keyboard.press("Enter")
    assert column(tab, 3)[0].startswith("about 650")
    tab.locator(".figures thead button", has_text="Where").click()
    places = column(tab, 6)
    assert places == sorted(places, key=lambda p: (not p, p))
    tab.locator(".figures thead button", has_text="No.").click()
    assert column(tab, 1) == [str(n) for n in range(1, 9)]


def test_the_table_without_scripts(opened):
    """Where scripts do not run, the table stands in text order with plain headings, and its links work."""
    tab = opened(with_all_parts(), java_script_enabled=False)
    assert tab.locator("thead button").count() == 0
    assert tab.locator("thead th").first.inner_text() == "No."
    tab.locator("#fig2 a[href='#q2']").click()
    assert tab.url.endswith("#q2")


@pytest.mark.parametrize(("size", "kind"), [("wide", "wide"), ("narrow", "stacked")])
def test_the_plot_fits_the_page(opened, size, kind):
    """A wide and a narrow page each show the drawing made for them, with type that can be read."""
    tab = opened(with_all_parts(), size=size)
    shown = tab.locator(".plot:visible")
    assert shown.count() == 1
    assert kind in shown.get_attribute("class")
    assert (
        min(tab.locator(".plot:visible text").evaluate_all("e => e.map(t => t.getBoundingClientRect().height)")) >= 11
    )


def test_plot_and_table_print(opened):
    """Printed, the plot and every row of the table are there, with their colours, and nothing to press."""
    tab = opened(with_all_parts(), "dark")
    tab.emulate_media(media="print")
    assert tab.locator(".plot.wide").is_visible()
    assert tab.locator(".figures tbody tr:visible").count() == 8
    assert tab.locator(".plot.wide .who").first.evaluate("e => getComputedStyle(e).fill") != "rgb(0, 0, 0)"
    assert tab.locator(".figures thead button").first.evaluate("e => getComputedStyle(e, '::after').content") == "none"


def test_a_figure_opens_no_card(opened):
    """A click on a figure goes to its row and leaves no card in the way."""
    tab = opened(with_all_parts())
    tab.locator("a.figure").first.click()
    assert tab.locator("#card").is_hidden()


def test_choosing_a_voice_hides_the_other_groups(opened):
    """With one voice chosen, the list of statements has its heading alone."""
    tab = opened(example(speakers=True))
    tab.locator('[data-voice="0"]').click()
    assert tab.locator(".group h3:visible").all_inner_texts() == ["Ilse Marrant"]


def large_ledger():
    """A report of 20,000 words with 500 statements of 60 voices."""
    sentence = "Speaker {n} said that {words} had been seen near the harbour on the morning of that day. "
    filler = "The road to the town was closed and nobody could say when it would open for traffic again. "
    text, made, words = "", [], "one of the boats with its crew and all that they carried"
    for number in range(500):
        start = len(text)
        text += sentence.format(n=number % 60, words=words) + filler + ("\n\n" if number % 4 == 3 else "")
        source = Span.of(text, start, text.index(" said", start))
        content = Span.of(text, text.index("that", start), text.index(".", start))
        made.append(Attribution(id=f"a{number}", source=source, cue=Span.of(text, source.end + 1, source.end + 5),
                                content=(content,), manner="indirect", stance="asserts", confidence=0.9))  # fmt: skip
    return ledger(text, *made)


def test_a_long_report_stays_usable(opened):
    """With 500 statements in 20,000 words, a voice can be chosen and the last card shown, in under a second each."""
    made: Ledger = large_ledger()
    assert len(made.document.text.split()) > 19_000
    tab = opened(made)
    timed = """([selector, act]) => { const from = performance.now(); document.querySelector(selector)[act]();
               document.body.getBoundingClientRect(); return performance.now() - from }"""
    assert tab.evaluate(timed, ['[data-voice="30"]', "click"]) < 1000
    assert tab.evaluate(timed, ["#l500", "focus"]) < 1000
    assert tab.locator("#card").is_visible()
