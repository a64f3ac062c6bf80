"""What holds for web pages; the pages of tests/data/html were written for this, one for each way of building them."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from accordingto.errors import NoArticle, OtherLanguage
from accordingto.read import read

PAGES = Path(__file__).parent.parent / "data" / "html"
EXPECTED = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
SENTENCE = "The mayor said on Monday that the bridge had been closed because of the flood and would stay closed."


@pytest.fixture(params=EXPECTED)
def page(request):
    """A page as it was read, and what is known of it."""
    return read((PAGES / f"{request.param}.html").read_bytes(), name=request.param), EXPECTED[request.param]


def test_paragraphs_of_the_report_are_kept_apart(page):
    """Every paragraph of the report stands in the text, on lines of its own."""
    document, wanted = page
    lines = document.text.split("\n\n")
    assert [paragraph for paragraph in wanted["keep"] if paragraph not in lines] == []


def test_what_is_not_the_report_is_left_out(page):
    """Menus, comments, banners, captions and links to other reports do not get into the text."""
    document, wanted = page
    assert [words for words in wanted["leave"] if words in document.text] == []


@pytest.mark.parametrize("fact", ["title", "author", "outlet", "published", "url"])
def test_facts_about_the_report_are_told(page, fact):
    """Title, author, outlet, date and canonical address are those that the page states, None where it states none."""
    document, wanted = page
    assert getattr(document, fact) == wanted[fact]


def test_change_of_the_page_is_noted(page):
    """The date of the last change stands in the notes, and only where the page states one."""
    document, wanted = page
    noted = [note for note in document.notes if note.startswith("modified: ")]
    assert noted == ([f"modified: {wanted['modified']}"] if wanted["modified"] else [])


def test_headline_comes_first(page):
    """The text begins with the headline, for its figures are claims as well."""
    document, wanted = page
    assert document.text.startswith(wanted["title"] + "\n\n")


def test_address_that_is_known_is_kept():
    """Where the page states no canonical address, the one that it was read from stands."""
    html = f"<html><body><h1>Bridge closed</h1><p>{SENTENCE}</p><p>{SENTENCE[:-1]} for weeks.</p></body></html>"
    assert read(html.encode(), name="x", url="https://town.example/bridge").url == "https://town.example/bridge"


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<!doctype html><html><head><title>News</title></head><body></body></html>",
        "<html><body><nav><a href=/a>Home</a> <a href=/b>World</a></nav></body></html>",
        "<html><body><h1>404</h1><p>Sorry, the page was not found. It may have moved or was never here.</p></body>",
        "<html><body><p>Please enable JavaScript and cookies in your browser to go on to the page you want.</p></body>",
    ],
)
def test_page_without_a_report_is_refused(html):
    """A page in which no report stands is a NoArticle, with the next step."""
    with pytest.raises(NoArticle, match="no report was found"):
        read(html.encode(), name="page.html")


def test_declared_charset_is_believed():
    """A page in the charset that its meta element names is read in it."""
    words = "“Он ушёл”"
    head = '<html><head><meta charset="windows-1251"></head>'
    html = f"{head}<body><p>{SENTENCE}</p><p>{SENTENCE} {words}</p></body></html>"
    assert words in read(html.encode("cp1251"), name="x").text


def test_xml_declaration_does_no_harm():
    """XHTML with an XML declaration that names a charset is read."""
    head = '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html>'
    html = f"{head}<html><body><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>"
    assert SENTENCE in read(html.encode(), name="x").text


def test_language_is_told_by_the_report_alone():
    """A German report between English menus is refused as German."""
    german = "Der Bürgermeister sagte am Montag, dass die Brücke wegen der Flut gesperrt worden sei und es noch bleibe."
    menu = "<nav><a>Home of the news that you want</a></nav>"
    html = f"<html><body>{menu}<article><p>{german}</p><p>{german}</p></article></body></html>"
    with pytest.raises(OtherLanguage, match="German"):
        read(html.encode(), name="x")


def test_text_about_tags_stays_text():
    """A plain text that speaks of a tag is not taken for a page."""
    text = f"{SENTENCE} He wrote <p>no</p> in it."
    assert read(text.encode(), name="note.txt").text == text


def test_nothing_is_written_to_the_console(capfd):
    """The extractor's warnings stay off the console, even for a page that it cannot read."""
    with pytest.raises(NoArticle):
        read(b"<html><body><p>\x00</p></body></html>".replace(b"\x00", b""), name="x")
    read((PAGES / "bare.html").read_bytes(), name="x")
    assert capfd.readouterr() == ("", "")


def test_logging_of_the_host_is_left_alone():
    """Reading a page sets no level and takes no handler away from the host program's logging."""
    before = (logging.getLogger().level, list(logging.getLogger().handlers))
    read((PAGES / "bare.html").read_bytes(), name="x")
    assert (logging.getLogger().level, list(logging.getLogger().handlers)) == before


def test_text_does_not_wait_for_the_extractors():
    """Reading an English text loads none of the libraries for HTML, PDF, charsets and other languages."""
    program = (
        "import sys; from accordingto.read import read; "
        f"read({SENTENCE.encode()!r}, name='x'); "
        "print([m for m in ('trafilatura', 'lxml', 'pdfminer', 'charset_normalizer', 'py3langid') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
