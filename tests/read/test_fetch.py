"""Fetching: only from the public internet, only what may be fetched, and never for longer or more than was allowed."""

from __future__ import annotations

import gzip
import io
import ipaddress
import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from accordingto.errors import AddressRefused, ReadError, RobotsForbid, Unreachable
from accordingto.read import read_item, warc
from accordingto.read.fetch import Fetcher, Limits
from accordingto.read.items import fetched
from accordingto.read.public import is_public, place
from accordingto.records import Address

WORDS = "The mayor of Port Arvan said on Friday that at least 12 people had been killed in the harbour strike."
PAGE = f"<html><head><title>Strike</title></head><body><article><p>{WORDS}</p><p>{WORDS}</p></article></body></html>"
LOOPBACK = ipaddress.ip_address("127.0.0.1")


class Site(BaseHTTPRequestHandler):
    """Answers by its server's table: path -> function of the request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.table.get(self.path, lambda handler: handler.give(404, b"none"))(self)

    def give(self, status, body, **headers):
        self.send_response(status)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in {"Content-Type": "text/html", "Content-Length": len(body), **named}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def page(body=PAGE, status=200, **headers):
    return lambda handler: handler.give(status, body if isinstance(body, bytes) else body.encode(), **headers)


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.asked, server.table = [], {"/": page()}
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    server.address = f"http://site.test:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


def fetcher(resolve=lambda *_: ["127.0.0.1"], allowed=(LOOPBACK,), **limits):
    return Fetcher(limits=Limits(**{"pause": 0, "connect": 5, **limits}), resolve=resolve, allowed=allowed)


def fetch(site, path="/", **options):
    (item,) = fetched(Address(url=f"{site.address}{path}"), fetcher(**options))
    return item


# ---------------------------------------------------------------------------------------------------------- what is had


def test_a_page_with_its_record(site):
    """A fetched page is a report with its address and time, and the WARC record of the answer is its carrier."""
    item = fetch(site)
    assert (item.name, item.url, item.data) == (f"{site.address}/", f"{site.address}/", PAGE.encode())
    assert item.retrieved is not None
    assert item.carrier_type == "application/warc"
    (record,) = ArchiveIterator(io.BytesIO(item.carrier))
    assert record.rec_headers.get_header("WARC-Target-URI") == f"{site.address}/"
    assert WORDS in read_item(item).text


def test_the_program_names_itself(site):
    """Each request says who asks, and of which host."""
    fetch(site)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/"]
    assert all(headers["User-Agent"].startswith("accordingto/") for _, headers in site.asked)
    assert site.asked[0][1]["Host"] == site.address.removeprefix("http://")


def test_a_packed_page_is_unpacked(site):
    """A page that comes gzipped is kept as it came in its record, and read unpacked."""
    site.table["/"] = page(gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    assert fetch(site).data == PAGE.encode()


def test_a_page_in_chunks(site):
    """A page that comes in chunks is put together."""

    def chunked(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        body = PAGE.encode()
        for part in (body[:100], body[100:]):
            handler.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        handler.wfile.write(b"0\r\n\r\n")

    site.table["/"] = chunked
    assert fetch(site).data == PAGE.encode()


def test_a_redirect_is_followed(site):
    """The report has the address that answered in the end, under the name that was asked for."""
    site.table["/old"] = page(status=301, Location="/")
    item = fetch(site, "/old")
    assert (item.name, item.url) == (f"{site.address}/old", f"{site.address}/")


def test_a_feed_leads_to_its_entries(site):
    """A feed at an address gives its entries; what they link to is an address again."""
    site.table["/feed"] = page(
        '<rss version="2.0"><channel><title>Wire</title><item><title>T</title><link>https://a.test/1</link></item>'
        "</channel></rss>",
        Content_Type="application/rss+xml",
    )
    assert fetch(site, "/feed") == Address(url="https://a.test/1", title="T", outlet="Wire")


def test_tls(site):
    """Over https the certificate must be of the host's name, though the connection goes to its number."""
    trustme = pytest.importorskip("trustme")
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("site.test").configure_cert(context)
    site.socket = context.wrap_socket(site.socket, server_side=True)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)

    def over(host, trusted):
        made = fetcher()
        made._context = trusted
        (got,) = fetched(Address(url=f"https://{host}:{site.server_port}/"), made)
        return got

    assert over("site.test", trusting).data == PAGE.encode()
    assert "certificate" in over("other.test", trusting).message
    assert "certificate" in over("site.test", None).message


# ------------------------------------------------------------------------------------------------------ what is not had


@pytest.mark.parametrize(
    ("answer", "reason", "said"),
    [
        (page(status=404), "unreachable", "404"),
        (page(status=500), "unreachable", "500"),
        (page(status=302, Location="/"), "unreachable", "leads on"),
        (page(status=302, Location="file:///etc/passwd"), "address_refused", "only http and https"),
        (page(status=302, Location="http://10.0.0.1/"), "address_refused", "10.0.0.1"),
        (page(b"x" * 5000), "too_large", "more than 3,000"),
        (page(b"short", Content_Length=2000), "unreachable", ""),
    ],
)
def test_what_gives_no_page(site, answer, reason, said):
    """Each way to fail is a rejection with its reason, under the address that was asked for."""
    site.table["/"] = answer

    def resolve(host, port):
        return ["127.0.0.1"] if host == "site.test" else [host]

    rejection = fetch(site, size=3000, resolve=resolve, connect=1)
    assert (rejection.name, rejection.reason) == (f"{site.address}/", reason)
    assert said in rejection.message


def test_a_packed_page_that_grows_too_large(site, monkeypatch):
    """A small answer that unpacks to more than a report may have is refused."""
    monkeypatch.setattr(warc, "SIZE_LIMIT", 100_000)
    site.table["/"] = page(gzip.compress(b"x" * 1_000_000), Content_Encoding="gzip")
    assert fetch(site).reason == "too_large"


def test_a_page_that_drips_ends_in_time(site):
    """A server that sends a byte now and then is left when the time is up."""

    def drip(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        try:
            for _ in range(200):
                handler.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            pass

    site.table["/"] = drip
    started = time.monotonic()
    rejection = fetch(site, whole=0.5)
    assert (rejection.reason, "longer than 0.5 seconds" in rejection.message) == ("unreachable", True)
    assert time.monotonic() - started < 5


def test_nobody_there():
    """A host that refuses the connection, and one that nobody knows."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://site.test:{free.getsockname()[1]}/"
    with pytest.raises(Unreachable, match=r"robots\.txt cannot be had \(gave no answer"):
        fetcher().fetch(address)

    def unknown(host, port):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(Unreachable, match=r"site\.test cannot be found"):
        fetcher(resolve=unknown).fetch(address)


# ---------------------------------------------------------------------------------------------------------- robots.txt


def test_robots_txt_is_honoured(site):
    """A page that the site asks programs to leave alone is not asked for."""
    site.table["/robots.txt"] = page("User-agent: *\nDisallow: /private", Content_Type="text/plain")
    site.table["/private/1"] = page()
    with pytest.raises(RobotsForbid, match="asks programs not to fetch"):
        fetcher().fetch(f"{site.address}/private/1")
    assert [path for path, _ in site.asked] == ["/robots.txt"]
    assert fetch(site).data == PAGE.encode()


def test_robots_txt_holds_behind_a_redirect(site):
    """A redirect into what may not be fetched is not followed."""
    site.table["/robots.txt"] = page("User-agent: *\nDisallow: /private")
    site.table["/"] = page(status=302, Location="/private/1")
    assert fetch(site).reason == "robots"


def test_a_robots_txt_that_cannot_be_had_forbids_all(site):
    """Where the site cannot say what it allows, nothing is fetched; where it has no robots.txt, all may be."""
    site.table["/robots.txt"] = page(status=503)
    assert fetch(site).reason == "unreachable"
    site.table["/robots.txt"] = page(status=403)
    assert fetch(site).data == PAGE.encode()


def test_the_delay_that_a_site_asks_for(site):
    """Between two pages of a host the program waits as long as the site asks, at most as long as was set."""
    site.table["/robots.txt"] = page("User-agent: *\nCrawl-delay: 0.3")
    one = fetcher()
    started = time.monotonic()
    for _ in range(3):
        one.fetch(f"{site.address}/")
    assert time.monotonic() - started >= 0.6
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


# ------------------------------------------------------------------------------------------------------ where it may go


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
        "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "::127.0.0.1",
    ],
)  # fmt: skip
def test_numbers_that_are_not_public(number):
    """No number of this machine, its network or no network at all is taken for public."""
    assert not is_public(ipaddress.ip_address(number))
    with pytest.raises(AddressRefused, match="not of the public internet"):
        place("http://site.test/", resolve=lambda *_: ["93.184.216.34", number])


@pytest.mark.parametrize("number", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"])
def test_numbers_that_are_public(number):
    """Numbers of the public internet are taken, and are where the connection goes."""
    assert place("http://site.test/", resolve=lambda *_: [number]).number == number


@given(st.ip_addresses())
def test_no_number_is_public_that_python_knows_as_another(number):
    """Whatever Python's own library calls private, loopback, link-local, multicast or reserved is not public."""
    mapped = getattr(number, "ipv4_mapped", None) or number
    if any((mapped.is_private, mapped.is_loopback, mapped.is_link_local, mapped.is_multicast, mapped.is_reserved)):
        assert not is_public(number)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0"])
def test_hosts_that_mean_this_machine(host):
    """Whatever way this machine is written, it is refused: it is the number that counts."""
    with pytest.raises((AddressRefused, Unreachable)) as raised:
        place(f"http://{host}/")
    assert "public internet" in str(raised.value) or "cannot be found" in str(raised.value)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://a.test/", "file:///etc/passwd", "gopher://a.test/", "http://", "http://user:pw@a.test/",
        "http://a.test:99999/", "http://a.test\\@b.test/", "http://a.test/ x", "http://a.test/\r\nHost: b", "//a.test/",
        "http://[::1", "http://a..test/",
    ],
)  # fmt: skip
def test_addresses_that_are_none(address):
    """What is no plain http or https address is refused before any name is looked up."""

    def resolve(host, port):
        raise UnicodeError("label empty") if ".." in host else AssertionError("looked up")

    with pytest.raises(ReadError):
        place(address, resolve=resolve)


def test_a_name_that_changes_its_number_gains_nothing(site):
    """A host is looked up once for each request, and the connection goes to the number that was looked at."""
    asked = []

    def changing(host, port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) % 2 else ["10.0.0.1"]

    with pytest.raises(AddressRefused, match=r"10\.0\.0\.1"):
        fetcher(resolve=changing).fetch(f"{site.address}/")
    assert len(asked) == 2


def test_without_leave_this_machine_is_not_asked(site):
    """The real look-up and no numbers allowed: a server on this machine gets no request at all."""
    with pytest.raises(AddressRefused):
        Fetcher().fetch(f"http://127.0.0.1:{site.server_port}/")
    assert site.asked == []
