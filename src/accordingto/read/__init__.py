"""bytes -> Document

Plain text, HTML and PDF, told by content first and by name second. A text file's text stays as it stands; of HTML and
PDF the text is extracted, and the notes of the document name the extractor. A report that is not in English is refused.
"""

from __future__ import annotations

import hashlib

import msgspec

from accordingto.errors import Damaged, EmptyInput, NoArticle, NotText, OtherLanguage
from accordingto.read.charset import decode
from accordingto.read.dateline import Filed, filed, is_date_line
from accordingto.read.formats import feed, foreign
from accordingto.read.html import declared_charset, is_html, read_html
from accordingto.read.inputs import SIZE_LIMIT, SUFFIXES, check_size, find, load
from accordingto.read.language import tell
from accordingto.read.pdf import is_pdf, read_pdf
from accordingto.read.words import words
from accordingto.records import Document, Item

__all__ = ["SIZE_LIMIT", "SUFFIXES", "check_size", "find", "load", "read", "read_item", "read_text"]

_HEADLINE = 160
_GIVEN = ("title", "outlet", "author", "published", "retrieved")


def read(data: bytes, *, name: str, url: str | None = None) -> Document:
    """The report that the bytes `data` hold.

    `name` is what messages call the input (a path, or "standard input"); its suffix helps to tell the kind where the
    content does not. `url` is where it came from, if that is known; a canonical address in the page goes before it.
    The same bytes and name always give the same document.

    Raises a ReadError: EmptyInput, NotText, NoArticle, NoTextLayer, PasswordProtected, Damaged or OtherLanguage.

    >>> read(b"date 2023-03-20 The army said that two men had died.", name="note.txt").published
    '2023-03-20'
    """
    if not data.strip():
        raise EmptyInput(name, "is empty: there is nothing to read in it")
    if is_pdf(data, name=name):
        return _from_pdf(data, name=name, url=url)
    if kind := foreign(data):
        raise NotText(name, f"is {kind}: save it as text, HTML or PDF")
    if name.lower().endswith(".pdf") and b"\0" in data:
        raise Damaged(name, "is named as a PDF but does not begin as one (%PDF-): get it anew")
    decoded = decode(data, name=name, declared=declared_charset(data))
    if not decoded.text.strip():
        raise EmptyInput(name, "has nothing but white space: there is nothing to read in it")
    if root := feed(decoded.text):
        raise NoArticle(name, f"is XML with the root element <{root}>, not a report: give the reports one by one")
    if is_html(decoded.text, name=name):
        return _from_html(data, decoded.text, decoded.notes, name=name, url=url)
    return _from_text(data, decoded.text, decoded.notes, name=name, url=url)


def read_text(text: str, *, name: str, url: str | None = None) -> Document:
    """The report that is at hand as a string: plain text, whatever it looks like, and kept character for character.

    `name` and `url` as for `read`. The document's id is the sha256 of the string's UTF-8 bytes. Raises EmptyInput,
    OtherLanguage, and NotText for a lone surrogate, which has no UTF-8 bytes; and TypeError for what is no string.
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is a string, here is {type(text).__name__}: bytes and files are read by `read`")
    if not text.strip():
        raise EmptyInput(name, "has nothing but white space: there is nothing to read in it")
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise NotText(
            name,
            f"has half a character (lone surrogate U+{ord(text[error.start]):04X}) at offset {error.start}: "
            "decode its bytes anew, with the charset they were written in",
        ) from None
    return _from_text(data, text, (), name=name, url=url)


def read_item(item: Item) -> Document:
    """The report that an item holds; the document's id is the sha256 of the item's `data`.

    What the item's carrier says about it (title, outlet, day, address) goes before what its text says. Raises a
    ReadError as `read` does.
    """
    if item.html is not None:
        document = _from_html(item.data, item.html, (), name=item.name, url=item.url)
    elif item.text is not None:
        document = msgspec.structs.replace(read_text(item.text, name=item.name, url=item.url), id=_id(item.data))
    else:
        document = read(item.data, name=item.name, url=item.url)
    given = {key: getattr(item, key) for key in _GIVEN if getattr(item, key) is not None}
    return msgspec.structs.replace(document, **given, notes=(*document.notes, *item.notes))


def _from_text(data: bytes, text: str, notes: tuple[str, ...], *, name: str, url: str | None) -> Document:
    language, language_notes = _language(text, name=name)
    head = filed(text)
    return Document(
        id=_id(data),
        title=_headline(text),
        outlet=head.agency,
        published=head.published or head.day,
        language=language,
        url=url,
        media_type="text/plain",
        text=text,
        notes=(*notes, *language_notes, *_head_notes(head)),
    )


def _from_html(data: bytes, html: str, notes: tuple[str, ...], *, name: str, url: str | None) -> Document:
    page = read_html(html, name=name, url=url)
    language, language_notes = _language(page.text, name=name)
    head = filed(page.text)
    stated = head.published or head.day
    return Document(
        id=_id(data),
        title=page.title,
        outlet=page.outlet or head.agency,
        author=page.author,
        published=page.published or stated,
        language=language,
        url=page.url,
        media_type="text/html",
        text=page.text,
        notes=(*notes, *page.notes, *language_notes, *_head_notes(head, modified=page.modified)),
    )


def _from_pdf(data: bytes, *, name: str, url: str | None) -> Document:
    layer = read_pdf(data, name=name)
    language, language_notes = _language(layer.text, name=name)
    head = filed(layer.text)
    return Document(
        id=_id(data),
        title=layer.title or _headline(layer.text),
        outlet=head.agency,
        author=layer.author,
        published=head.published or head.day,
        language=language,
        url=url,
        media_type="application/pdf",
        text=layer.text,
        notes=(*layer.notes, *language_notes, *_head_notes(head)),
    )


def _id(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _language(text: str, *, name: str) -> tuple[str | None, tuple[str, ...]]:
    """The language's code, and a note where it cannot be told; raises OtherLanguage where it is not English."""
    verdict = tell(text)
    if verdict.code is None:
        return None, (f"language not told: {verdict.why}; read as English",)
    if verdict.code != "en":
        raise OtherLanguage(
            name, f"is in {verdict.name} ({verdict.code}), and only English is read yet: give an English version"
        )
    return verdict.code, ()


def _head_notes(head: Filed, *, modified: str | None = None) -> tuple[str, ...]:
    notes = list(head.notes)
    if head.place:
        notes.append(f"dateline place: {head.place}")
    if head.agency:
        notes.append(f"agency: {head.agency}")
    if head.day:
        notes.append(f"dateline date: {head.day}")
    if head.modified and not modified:
        notes.append(f"modified: {head.modified}")
    return tuple(notes)


def _headline(text: str) -> str | None:
    """The first line if it is plainly a headline: short, no sentence's full stop, a blank line and a report below.

    A line above it that says what follows (PRESS RELEASE) is passed over.
    """
    lines = text[:4_000].lstrip().splitlines()
    while lines and (not lines[0].strip() or lines[0].strip(" \t:.-–—").casefold() in words("not_headlines.txt")):
        del lines[0]
    if len(lines) < 3 or lines[1].strip() or not any(line.strip() for line in lines[2:]):
        return None
    line = " ".join(lines[0].split())
    plain = line.rstrip("\"'”’)")
    if not 10 <= len(line) <= _HEADLINE or len(line.split()) < 2 or plain.endswith((".", ",", ";", ":", "…")):
        return None
    return None if is_date_line(line) or line.lower().startswith("by ") else line
