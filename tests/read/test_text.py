"""What holds for plain text: every character stays, and what cannot be text is refused by name and place."""

import contextlib
import hashlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.errors import EmptyInput, NotText, OtherLanguage, ReadError
from accordingto.read import read, read_text

ENGLISH = "The mayor said that the bridge had been closed because of the flood, and that they would open it again."
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(deadline=None, max_examples=300)
@given(TEXTS.filter(lambda text: text.strip()))
def test_utf8_text_is_kept_character_for_character(text):
    """Whatever follows an English sentence, the document's text is exactly what was encoded."""
    whole = f"{ENGLISH} {ENGLISH}\r\n{text}"
    try:
        document = read(whole.encode(), name="note.txt")
    except OtherLanguage:
        return
    assert document.text == whole


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_read_error(data):
    """No bytes make `read` fail in any other way."""
    try:
        document = read(data, name="x")
    except ReadError:
        return
    assert document.id == hashlib.sha256(data).hexdigest()


@settings(deadline=None, max_examples=60)
@given(
    st.binary(max_size=200),
    st.sampled_from([b"%PDF-1.4\n", b"<html><body><p>", b"\xff\xfe", b"\xef\xbb\xbf", b"<?xml "]),
)
def test_any_bytes_behind_a_known_mark_give_a_document_or_a_read_error(data, mark):
    """A file that begins as one kind and goes on as anything fails, if at all, with a ReadError."""
    try:
        document = read(mark + data, name="x")
    except ReadError:
        return
    assert document.text


@pytest.mark.parametrize(
    "extra", ["\x07\x1b[31m", "\u202eright to left\u202c", "\r\n\r\n\t", "a\u0301 \u200b\ufeff", "𝔘 👩‍👧", "\x85\u2028"]
)
def test_control_and_direction_characters_stay(extra):
    """Control characters, marks of direction, joined letters and line ends of all kinds are part of the text."""
    text = f"{ENGLISH} {extra} {ENGLISH}"
    assert read(text.encode(), name="x").text == text


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_wide_and_marked_charsets_are_read(charset):
    """UTF-8 with a byte order mark, UTF-32, and UTF-16 with or without a mark give the same text, without the mark."""
    assert read(f"“No,” he said. {ENGLISH}".encode(charset), name="x").text == f"“No,” he said. {ENGLISH}"


def test_byte_order_mark_is_noted():
    """The notes say that there was a byte order mark and that it is not part of the text."""
    notes = read(b"\xef\xbb\xbf" + ENGLISH.encode(), name="x").notes
    assert any("byte order mark" in note and "utf-8" in note for note in notes)


@pytest.mark.parametrize("charset", ["cp1252", "mac-roman"])
@pytest.mark.parametrize(
    "words",
    [
        "“It’s over,” she said — “we’ve won.”",
        "The soldiers’ families were told.",
        "President Peña Nieto’s café",
        "1939–45…",
    ],
)
def test_old_one_byte_charsets_are_told_apart(charset, words):
    """English with a few characters beyond ASCII is read in the charset of Windows or Mac that it was written in."""
    document = read(f"{ENGLISH}\n\n{words}\n\n{ENGLISH}".encode(charset), name="x")
    assert words in document.text
    assert f"charset: {charset} (detected)" in document.notes


def test_latin1_is_read():
    """Text in Latin-1 keeps its accents and its no-break spaces."""
    text = f"{ENGLISH} José\xa0García of Málaga paid £300.\n{ENGLISH}"
    assert read(text.encode("latin-1"), name="x").text == text


@pytest.mark.parametrize(
    ("data", "offset"), [(b"He said \xed\xa0\x80 no.", 8), (ENGLISH.encode() + b"\xed\xbf\xbf", len(ENGLISH))]
)
def test_lone_surrogates_are_refused_with_their_offset(data, offset):
    """Bytes that encode half a surrogate pair are no text, and the message says where they stand."""
    with pytest.raises(NotText, match=f"byte offset {offset} "):
        read(data, name="x")


def test_a_lone_surrogate_behind_other_stray_bytes_is_refused():
    """Half a surrogate pair is found behind bytes of another charset, which are not what is wrong."""
    data = b"The mayor said \x93no\x94 today. \xff\xfe\xed\xa0\x80 " + ENGLISH.encode()
    with pytest.raises(NotText, match=f"byte offset {data.index(0xED)} "):
        read(data, name="x")


def test_bytes_that_no_charset_explains_are_refused():
    """A few stray bytes amid English are not read as letters of another script."""
    with pytest.raises(NotText, match="charset cannot be told"):
        read(b"He said \x93no\x94 to us all.\xff\xfe\xed\xff\xfe\xff", name="x")


def test_names_in_latin_letters_of_other_charsets_are_read():
    """Turkish names make an English text Turkish in its charset, and every letter stays."""
    text = "Mr Erdoğan said İstanbul and Şişli are fine, Çağrı Işık said so; the mayor said nothing."
    assert read(text.encode("cp1254"), name="x").text == text


def test_broken_utf8_is_refused_rather_than_garbled():
    """A text in UTF-8 with one broken place is refused with that place, never read in another charset."""
    data = "“No,” he said. “Never.”".encode() + b"\xe2\x80"
    with pytest.raises(NotText, match=f"byte offset {len(data) - 2} "):
        read(data, name="x")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0", "PNG"),
        (b"{\\rtf1 The man said}", "RTF"),
        (b"abc\0def", "NUL byte at offset 3"),
        (bytes(range(128, 256)) * 4 + bytes(range(1, 32)) * 9, "binary"),
    ],
)
def test_binary_data_is_refused_by_what_it_is(data, kind):
    """A file of another kind is refused with the name of that kind and what to do instead."""
    with pytest.raises(NotText, match=kind):
        read(data, name="x")


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", "\u2003\u3000".encode(), b"\xff\xfe \0\n\0"])
def test_nothing_and_white_space_are_refused(data):
    """An input without a visible character is an EmptyInput that carries its name."""
    with pytest.raises(EmptyInput) as caught:
        read(data, name="note.txt")
    assert caught.value.name == "note.txt"


@pytest.mark.parametrize("unit", [ENGLISH + " ", "A,", "<!-- ", "“No” ", "March 2", "(1", "x\x92y "])
def test_one_line_of_five_megabytes_is_read_in_linear_time(unit):
    """A line of 5 MB takes no more than seconds, whatever it repeats."""
    data = (unit.encode("latin-1", "ignore") * (5_000_000 // len(unit)))[:5_000_000]
    start = time.perf_counter()
    with contextlib.suppress(ReadError):
        read(data, name="x")
    assert time.perf_counter() - start < 8


def test_headline_is_the_title():
    """A short first line without full stop, with a blank line and a report below, is the title and stays in."""
    document = read(f"Bridge closed after flood\n\n{ENGLISH}\n".encode(), name="x")
    assert document.title == "Bridge closed after flood"
    assert document.text.startswith("Bridge closed")


@pytest.mark.parametrize("first", ["The bridge was closed.", "March 20, 2023", "By Jane Doe", "LONDON — He left"])
def test_other_first_lines_are_no_title(first):
    """A sentence, a date, a byline and a dateline are no headline."""
    assert read(f"{first}\n\n{ENGLISH}\n".encode(), name="x").title is None


@pytest.mark.parametrize("kind", ["FOR IMMEDIATE RELEASE", "Press release:"])
def test_kind_of_text_is_no_title(kind):
    """A line that only says what follows is not the title; the headline below it is."""
    document = read(f"{kind}\n\nBridge closed after flood\n\n{ENGLISH}\n".encode(), name="x")
    assert document.title == "Bridge closed after flood"


@pytest.mark.parametrize("given", [b"He said so.", None])
def test_only_a_string_is_a_text(given):
    """Bytes given as a text are refused with the name of the function that takes them."""
    with pytest.raises(TypeError, match=f"here is {type(given).__name__}: bytes and files are read by `read`"):
        read_text(given, name="x")


def test_feed_is_refused():
    """An RSS feed holds many reports or none and is not read as one."""
    with pytest.raises(ReadError, match="<rss>"):
        read(b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>', name="x.xml")


def test_same_bytes_give_the_same_document():
    """Reading is pure: the same bytes and name give equal documents."""
    assert read(ENGLISH.encode(), name="x") == read(ENGLISH.encode(), name="x")
