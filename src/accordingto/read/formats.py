"""bytes or text of a kind that is not read here -> what it is, in words, for the error that refuses it."""

from __future__ import annotations

import re

_BINARY = (
    (b"PK\x03\x04", "a ZIP archive or an office document (Word, OpenDocument, EPUB)"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ", "compressed with xz"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"%!PS-Adobe", "PostScript"),
    (b"{\\rtf", "RTF (rich text)"),
    (b"bplist00", "a Safari web archive or a property list"),
)
_MHTML = re.compile(rb"(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:)[^\n]{0,300}", re.IGNORECASE)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(rss|feed|rdf:RDF|urlset|sitemapindex|nitf|newsItem)\b", re.DOTALL
)


def foreign(data: bytes) -> str | None:
    """What `data` is, if it is a kind of file that looks like text in part but is none; else None."""
    for mark, kind in _BINARY:
        if data.startswith(mark):
            return kind
    return "a web archive (MHTML, saved as one file)" if _MHTML.match(data) and b"multipart/" in data[:4_000] else None


def feed(text: str) -> str | None:
    """The root element of `text` if it is XML of a kind that holds many reports or none, such as `rss`; else None."""
    found = _FEED.match(text[:4_000])
    return found[1] if found else None
