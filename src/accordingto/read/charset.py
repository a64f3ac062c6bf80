"""bytes -> the text they encode, and how that was told.

UTF-8 is taken at its word; so is a byte order mark. Everything else is a guess, which is named in the notes. The guess
between the one-byte charsets in which English was and is written (Windows, Mac, Latin-9) rests on where
the few characters beyond ASCII stand: a closing quotation mark follows a letter or a full stop, a pound sign precedes
a digit. General detectors look at letter frequencies, which tell little where one byte in two hundred is not ASCII
(measured in benchmarks/charset_detection.py).
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from accordingto.errors import NotText
from accordingto.read.quiet import hush

_BOMS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENGLISH = ("cp1252", "mac-roman", "iso8859-15")
_SAMPLE = 2_000
"""So many characters beyond ASCII are looked at; a longer text tells no more."""

_BEYOND = re.compile(rb"[\x80-\xff]+")
_ASCII_LETTERS = re.compile(rb"[A-Za-z]+")
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1a\x1b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the charset of its bytes (Python's name for it), and what is to be noted about that."""

    text: str
    charset: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """The text that `data` encodes, every character kept; a byte order mark at the start is no part of it.

    `declared` is the charset that the file itself names (HTML may); it is believed where the bytes do not contradict
    it. Raises NotText, with the offset in bytes, for binary data, lone surrogates and broken UTF-8.
    """
    for bom, charset in _BOMS:
        if data.startswith(bom):
            text = _strict(data[len(bom) :], charset, name, skipped=len(bom))
            return Decoded(
                text=text,
                charset=charset,
                notes=(f"charset: {charset} (by its byte order mark, which is not part of the text)",),
            )
    wide = _wide(data)
    if wide is not None:
        text = _strict(data, wide, name, skipped=0)
        return Decoded(text=text, charset=wide, notes=(f"charset: {wide} (detected)",))
    nul = data.find(0)
    if nul >= 0:
        raise NotText(name, f"is binary data (a NUL byte at offset {nul}): give text, HTML or PDF")
    try:
        return Decoded(text=data.decode("utf-8"), charset="utf-8", notes=("charset: utf-8",))
    except UnicodeDecodeError as error:
        broken = error
    _refuse_broken_utf8(data, broken, name)
    if declared is not None:
        try:
            return Decoded(
                text=data.decode(declared), charset=declared, notes=(f"charset: {declared} (as the file says)",)
            )
        except (UnicodeDecodeError, LookupError):
            pass  # The declaration is wrong, as often: tell by the bytes.
    return _detect(data, name)


def _strict(data: bytes, charset: str, name: str, *, skipped: int) -> str:
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        raise NotText(
            name,
            f"breaks its charset {charset} at byte offset {error.start + skipped} ({error.reason}): "
            "save it anew as UTF-8",
        ) from None
    if "\0" in text:
        raise NotText(name, f"is binary data (a NUL character at offset {text.index(chr(0))}): give text, HTML or PDF")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, which in English shows as a NUL at every other byte."""
    sample = data[:4_000]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd, half = sample[::2].count(0), sample[1::2].count(0), len(sample) // 2
    if odd > 0.7 * half and even == 0:
        return "utf-16-le"
    if even > 0.7 * half and odd == 0:
        return "utf-16-be"
    return None


def _refuse_broken_utf8(data: bytes, broken: UnicodeDecodeError, name: str) -> None:
    """Raise NotText where bytes that are not UTF-8 were plainly meant to be: reading them otherwise gives mojibake."""
    at = broken.start
    surrogate = _SURROGATE.search(data, at)
    if surrogate:
        at = surrogate.start()
        raise NotText(
            name,
            f"has a lone surrogate at byte offset {at} ({data[at : at + 3].hex(' ').upper()}), which is no character: "
            "write the file anew as UTF-8 where it came from",
        )
    good = bad = 0
    for run in _BEYOND.finditer(data):
        text = run.group().decode("utf-8", "replace")
        lost = text.count("�") - run.group().count("�".encode())
        good, bad = good + len(text) - lost, bad + lost
        if good + bad > _SAMPLE:
            break
    if good > bad:
        raise NotText(
            name,
            f"is UTF-8 that breaks at byte offset {at} ({data[at : at + 4].hex(' ').upper()}): "
            "mend that place, or save the file anew as UTF-8",
        )


def _detect(data: bytes, name: str) -> Decoded:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) // 200:
        raise NotText(
            name, f"is binary data ({controls:,} control characters in {len(data):,} bytes): give text, HTML or PDF"
        )
    beyond = sum(len(run.group()) for run in _BEYOND.finditer(data))
    if beyond <= len(data) // 10:
        fits = {charset: fit for charset in _ENGLISH if (fit := _fit(data, charset)) is not None}
        if fits:
            charset = max(fits, key=lambda one: fits[one])  # The first of equals: Windows is the commonest.
            # Nearly all ASCII: whatever the rest is, it is no Chinese, which the general detector may see in it.
            if fits[charset] > 0 or beyond <= len(data) // 33:
                return Decoded(text=data.decode(charset), charset=charset, notes=(f"charset: {charset} (detected)",))
    # Imported here: most reports are UTF-8 and need no detector.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    # A sample, since detection over many megabytes takes minutes.
    hush("charset_normalizer")
    best = from_bytes(data[:60_000]).best()
    if best is not None:
        try:
            text = data.decode(best.encoding)
        except UnicodeDecodeError:
            text = None  # What fitted the sample does not fit the whole.
        if text is not None and (_letters(data) <= beyond or _latin(text)):
            return Decoded(text=text, charset=best.encoding, notes=(f"charset: {best.encoding} (detected)",))
    raise NotText(name, "its charset cannot be told: save it as UTF-8, or give HTML or PDF")


def _letters(data: bytes) -> int:
    """How many letters of ASCII there are: in a text of another script, few."""
    return sum(len(run.group()) for run in _ASCII_LETTERS.finditer(data))


def _latin(text: str) -> bool:
    """Whether all its letters are Latin: a few Cyrillic ones amid English are bytes that no charset explains."""
    return all(c.isascii() or not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in text)


_LOWER = "áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿßšžğışčćł"
# What stands where in English text: the characters, what may come before and after, and how much that tells. A letter
# with an accent between letters tells less than a mark in its place: read as Mac text, “Trump’s” becomes “Trumpís”.
_PLACES = tuple(
    (frozenset(characters), re.compile(before), re.compile(after), weight)
    for characters, before, after, weight in (
        ("’", r"[\w.,!?)…\]]", r"[\w\s.,;:!?)\"”—–-]|$", 1.0),
        ("‘“„", r"^|[\s(\[—–\"‘“-]", r"[\w.$£€‘“\[(…]", 1.0),
        ("”", r"[\w.,!?…)’'\]%;:-]|\s", r"[\s.,;:!?)\]—–-]|$", 1.0),
        ("–—", r"\s|^|\d|[\"”’),]", r"\s|$|\d|[\"“‘(]", 1.0),
        ("—", r"\w", r"\w", 0.75),
        ("–", r"\w", r"\w", 0.25),
        ("£€¥", r"^|[\s(\[“\"‘A-Z-]", r"\d", 1.0),
        ("…", r"[\w\s,.!?”]", r"[\s\w.”’\")]|$", 1.0),
        ("•·", r"^|\s", r"\s", 1.0),
        ("\xa0", r".|^|\s", r"[\w\s$£€\"'“‘(–—.,-]|$", 1.0),
        ("\xad", r"\w|\s", r"\w", 0.5),
        ("°", r"\d|\s", r"[CFNSEW\s\d.,]|$", 0.5),
        ("½¼¾", r"[\d\s-]|^", r"[\s.,-]|$", 0.5),
        ("©®™§", r"^|[\w\s(]", r"[\s\d,.)]|$", 0.5),
        (_LOWER, r"[A-Za-z]", r"[\w\s.,;:!?)\"”’'-]|$", 0.5),
        (_LOWER, r"^|[\s\"“‘(’'-]", r"[a-z]", 0.5),
        (_LOWER.upper(), r"^|[\s\"“‘(’'-]", r"[\w’']", 0.5),
        (_LOWER.upper(), r"[A-Z]", r"[A-Z\s.,;:!?]|$", 0.5),
    )
)


def _fit(data: bytes, charset: str) -> float | None:
    """How well the characters beyond ASCII stand as English has them, -1 to 1; None where a byte has no character."""
    try:
        fitting, seen = 0.0, 0
        for run in _BEYOND.finditer(data):
            before = data[max(0, run.start() - 1) : run.start()].decode("ascii")
            after = data[run.end() : run.end() + 1].decode("ascii")
            text = before + run.group().decode(charset) + after
            for i in range(len(before), min(len(text) - len(after), _SAMPLE)):
                fitting += _stands(text[max(0, i - 1) : i], text[i], text[i + 1 : i + 2])
                seen += 1
            if seen > _SAMPLE:
                data.decode(charset)  # The rest must have characters, too.
                break
    except UnicodeDecodeError:
        return None
    return fitting / max(seen, 1)


def _stands(before: str, character: str, after: str) -> float:
    """What it tells for a charset that it gives `character` between these two: -1 where English never has it there."""
    return max(
        (
            weight
            for characters, left, right, weight in _PLACES
            if character in characters and left.search(before) and right.match(after)
        ),
        default=-1.0,
    )
