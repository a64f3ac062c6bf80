"""Items: a file of many reports gives each with its raw bytes and what is said about it, and loses none in silence."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from accordingto.read import read_item
from accordingto.read.items import items
from accordingto.read.jsonl import Keys
from accordingto.records import Address, Item, Rejection

WORDS = "The mayor of Port Arvan said on Friday that at least 12 people had been killed in the harbour strike."
PAGE = (
    f"<html><head><title>Strike</title></head><body><article><p>{WORDS}</p><p>{WORDS[:60]}.</p></article></body></html>"
)


def jsonl(path, *rows):
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows))
    return path


# ---------------------------------------------------------------------------------------------------------------- JSONL


def test_a_line_of_jsonl_is_a_report(tmp_path):
    """The line is the raw bytes; what its keys say goes before what the text suggests."""
    row = {"text": WORDS, "title": "A", "url": "https://a.test/1", "published": "20 March 2023", "outlet": "Wire"}
    (item,) = items([jsonl(tmp_path / "a.jsonl", row)])
    assert item.data == json.dumps(row).encode()
    document = read_item(item)
    assert (document.text, document.title, document.outlet) == (WORDS, "A", "Wire")
    assert (document.published, document.url) == ("2023-03-20", "https://a.test/1")


def test_the_same_words_of_two_outlets_are_two_reports(tmp_path):
    """Copies of one wire text stay apart, as their lines differ."""
    rows = [{"text": WORDS, "outlet": outlet} for outlet in ("One", "Two")]
    one, two = (read_item(item) for item in items([jsonl(tmp_path / "a.jsonl", *rows)]))
    assert one.id != two.id
    assert one.text == two.text


def test_keys_of_jsonl_can_be_named(tmp_path):
    """Files with other keys are read by their names."""
    path = jsonl(tmp_path / "a.ndjson", {"body": WORDS, "source": "Wire", "year": 2023})
    (item,) = items([path], keys=Keys(text="body", outlet="source", published="year"))
    assert (item.text, item.outlet, item.published) == (WORDS, "Wire", "2023")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{]\n", "damaged"),
        ("[1]\n", "damaged"),
        ('{"title": "A"}\n', "empty"),
        ('{"text": " "}\n', "empty"),
        ('{"text": 5}\n', "empty"),
    ],
)
def test_a_line_without_a_report_is_rejected_and_the_rest_goes_on(tmp_path, line, reason):
    """A bad line is named by its number; the lines around it are read."""
    path = jsonl(tmp_path / "a.jsonl", {"text": WORDS}, line, "\n", {"text": WORDS + "!"})
    first, bad, last = items([path])
    assert (first.text, last.text) == (WORDS, WORDS + "!")
    assert (bad.reason, bad.name) == (reason, f"{path}:2")


def test_a_date_that_is_not_understood_is_noted(tmp_path):
    """A day that cannot be told is no day; what was given stays as a note."""
    (item,) = items([jsonl(tmp_path / "a.jsonl", {"text": WORDS, "published": "last week"})])
    document = read_item(item)
    assert document.published is None
    assert "published, as given and not understood: last week" in document.notes


def test_gzipped_jsonl(tmp_path):
    """A gzipped file is read, and one that breaks off is rejected behind what was read."""
    data = gzip.compress((json.dumps({"text": WORDS}) + "\n").encode() * 500)
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    assert len(list(items([tmp_path / "a.jsonl.gz"]))) == 500
    (tmp_path / "b.jsonl.gz").write_bytes(data[:-12])
    *_, last = items([tmp_path / "b.jsonl.gz"])
    assert isinstance(last, Rejection)
    assert last.reason == "damaged"


# ---------------------------------------------------------------------------------------------------------------- feeds

FEED = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Collected</title>
<item><title>Strike &amp; fire</title><link>https://a.test/1</link><pubDate>Mon, 20 Mar 2023 10:00:00 +0200</pubDate>
<source url="https://w.test">Northern Wire</source><description>Short.</description>
<content:encoded><![CDATA[<p>{WORDS}</p><p>{WORDS}</p>]]></content:encoded></item>
<item><title>Only a link</title><link>https://a.test/2</link><description>{WORDS}</description></item>
<item><title>Nothing</title></item></channel></rss>"""


def test_entries_of_a_feed(tmp_path):
    """An entry with its report is an item whose outlet is the original publisher; one with a link is an address."""
    path = tmp_path / "feed.xml"
    path.write_text(FEED)
    item, address, rejection = items([tmp_path])
    document = read_item(item)
    assert (document.title, document.outlet, document.url) == ("Strike & fire", "Northern Wire", "https://a.test/1")
    assert document.published == "2023-03-20T08:00:00Z"
    assert document.text.startswith(WORDS)
    assert item.carrier == FEED.encode()
    assert address == Address(url="https://a.test/2", title="Only a link", outlet="Collected")
    assert rejection.reason == "only_linked"


def test_an_entry_is_the_same_report_in_a_later_feed(tmp_path):
    """What else is in the feed makes no difference to an entry's raw bytes."""
    (tmp_path / "a.xml").write_text(FEED)
    (tmp_path / "b.xml").write_text(FEED.replace("Only a link", "Another link"))
    one, other = (next(iter(items([tmp_path / name]))) for name in ("a.xml", "b.xml"))
    assert one.data == other.data


def test_atom(tmp_path):
    """An Atom feed is read, too."""
    (tmp_path / "a.atom").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>T</title>'
        f'<link href="https://a.test/1"/><updated>2023-03-20T08:00:00Z</updated><content type="text">{WORDS}</content>'
        "</entry></feed>"
    )
    (item,) = items([tmp_path / "a.atom"])
    assert (item.text, item.outlet, item.published) == (WORDS, "Wire", "2023-03-20T08:00:00Z")


def test_what_is_named_a_feed_and_is_none(tmp_path):
    """A file that only has the name of a feed is rejected."""
    (tmp_path / "a.rss").write_text("no feed")
    (rejection,) = items([tmp_path])
    assert rejection.reason == "damaged"


# ------------------------------------------------------------------------------------------------------------- archives


def archive(*pages, gzipped=True):
    """A WARC file of (address, status, media type, body)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzipped)
    for address, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


PAGES = (
    ("https://a.test/1", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
    ("https://a.test/p.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://a.test/2", "404 Not Found", "text/html", b"<html>gone</html>"),
    ("https://a.test/3", "200 OK", "text/plain", WORDS.encode()),
)


@pytest.mark.parametrize("gzipped", [True, False])
def test_pages_of_a_warc_file(tmp_path, gzipped):
    """Pages are taken with their address and time; pictures and errors are not; the record itself is the carrier."""
    (tmp_path / "crawl.data").write_bytes(archive(*PAGES, gzipped=gzipped))
    first, second = items([tmp_path / "crawl.data"])
    assert (first.data, first.url) == (PAGE.encode(), "https://a.test/1")
    assert second.data == WORDS.encode()
    assert first.retrieved is not None
    (tmp_path / "one.warc").write_bytes(first.carrier)
    (again,) = items([tmp_path / "one.warc"])
    assert (again.data, again.url) == (first.data, first.url)
    assert WORDS in read_item(first).text


def test_a_large_page_is_read_whole(tmp_path):
    """A page that is larger than any buffer comes whole."""
    body = PAGE.encode() + b"<p>more</p>" * 20_000
    (tmp_path / "a.warc.gz").write_bytes(archive(("https://a.test/1", "200 OK", "text/html", body)))
    (item,) = items([tmp_path])
    assert item.data == body


def test_a_wacz(tmp_path):
    """The WARC files in a WACZ are read."""
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as file:
        file.writestr("datapackage.json", "{}")
        file.writestr("archive/data.warc.gz", archive(*PAGES))
    assert [item.data for item in items([tmp_path])] == [PAGE.encode(), WORDS.encode()]


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b""])
def test_a_damaged_wacz(tmp_path, content):
    """A WACZ that cannot be opened is rejected."""
    (tmp_path / "a.wacz").write_bytes(content)
    (rejection,) = items([tmp_path])
    assert rejection.reason == "damaged"


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize("lost", [20, 200, 300])
def test_a_warc_file_that_breaks_off(tmp_path, gzipped, lost):
    """What was whole is read, and the break is told, wherever it is; half a page is none."""
    data = archive(PAGES[0], PAGES[3], gzipped=gzipped)
    (tmp_path / "a.warc.gz").write_bytes(data[: len(data) - lost])
    found = list(items([tmp_path]))
    assert [type(one) for one in found] == [Item, Rejection]
    assert found[0].data == PAGE.encode()
    assert found[-1].reason == "damaged"


# --------------------------------------------------------------------------------------------------------------- others


def test_a_folder_holds_single_reports_and_files_of_many(tmp_path):
    """All kinds in a folder are picked up, sorted; what is missing is named."""
    (tmp_path / "a.txt").write_text(WORDS)
    jsonl(tmp_path / "b.jsonl", {"text": WORDS})
    (tmp_path / "c.png").write_bytes(b"x")
    found = list(items([tmp_path, tmp_path / "missing.txt"]))
    assert [type(one) for one in found] == [Item, Item, Rejection]
    assert found[0] == Item(name=str(tmp_path / "a.txt"), data=WORDS.encode())


def test_an_address_is_not_fetched_here():
    """An address is given back as one."""
    assert list(items(["https://a.test/1"])) == [Address(url="https://a.test/1")]
