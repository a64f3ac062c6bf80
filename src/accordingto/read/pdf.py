"""PDF -> the text of its text layer, in paragraphs, and what its metadata say.

pdfminer.six was chosen for its layout analysis: of pypdf, pdfium and itself it alone keeps the columns of a newspaper
page apart, and a quotation that runs into the next column's speaker would be worse than a slow reader. Soft line ends
are joined to paragraphs and hyphens at line ends are taken out where they only part a word, for the text of a PDF has
no paragraphs of its own; the notes say so.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from accordingto.errors import Damaged, NoTextLayer, PasswordProtected
from accordingto.read.quiet import hush
from accordingto.read.words import words

if TYPE_CHECKING:
    from pdfminer.layout import LTTextBox

_UNMAPPED = re.compile(r"\(cid:\d+\)")
_PROGRAM_TITLE = re.compile(r"(?i)^(?:microsoft word - |untitled|document\d*$|.*\.(?:docx?|indd|qxd|pdf|rtf|odt)$)")
_MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_ENDED = (".", "!", "?", ":", "…", ";")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The text layer of a PDF, and its metadata."""

    text: str
    title: str | None
    author: str | None
    notes: tuple[str, ...]


def is_pdf(data: bytes, *, name: str) -> bool:
    """Whether `data` begins as a PDF does; where the name says so, the mark may stand in the first 1,024 bytes."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n\f").startswith(b"%PDF-") or (
        name.lower().endswith(".pdf") and b"%PDF-" in data[:1_024]
    )


def read_pdf(data: bytes, *, name: str) -> Layer:
    """The text layer of the PDF `data`.

    Raises PasswordProtected, NoTextLayer for a PDF of pictures, and Damaged for a broken one.
    """
    # Imported here: text and HTML must not wait for these.
    from importlib.metadata import version  # noqa: PLC0415

    from pdfminer.high_level import extract_pages  # noqa: PLC0415
    from pdfminer.layout import LTTextBox  # noqa: PLC0415
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect  # noqa: PLC0415
    from pdfminer.pdfparser import PDFParser  # noqa: PLC0415

    hush("pdfminer")
    try:
        information = PDFDocument(PDFParser(io.BytesIO(data))).info
        pages = [[box for box in page if isinstance(box, LTTextBox)] for page in extract_pages(io.BytesIO(data))]
    except PDFPasswordIncorrect:
        raise PasswordProtected(name, "wants a password: save it without one, then give that file") from None
    except Exception as error:  # a parser can fail on broken input in any way
        reason = str(error) or type(error).__name__
        raise Damaged(name, f"is a PDF that cannot be parsed ({reason}): get it anew, or save its text") from error
    if not pages:
        raise Damaged(name, "is a PDF without a page that can be found: get it anew, or save its text")
    text = "\n\n".join(_joined(_paragraphs(pages))).replace("\0", "")
    unmapped = len(_UNMAPPED.findall(text))
    readable = sum(c.isalnum() for c in _UNMAPPED.sub("", text))
    if readable <= unmapped:
        raise NoTextLayer(
            name, f"has no text layer on its {len(pages)} page(s), only pictures of text: run OCR on it first"
        )
    extractor = f"extractor: pdfminer.six {version('pdfminer.six')}, {len(pages)} page(s)"
    notes = [f"{extractor}; line ends joined to paragraphs, hyphens at line ends resolved"]
    if unmapped:
        notes.append(f"{unmapped} glyphs stand for no known character and are written (cid:…)")
    facts = _facts(information)
    if made := _MADE.match(facts.get("CreationDate", "")):
        # When the file was made is not when the report came out.
        notes.append(f"pdf made: {'-'.join(made.groups())}")
    title = facts.get("Title")
    return Layer(
        text=text,
        title=None if title is None or _PROGRAM_TITLE.match(title) else title,
        author=facts.get("Author"),
        notes=tuple(notes),
    )


def _facts(information: list[dict[str, Any]]) -> dict[str, str]:
    """The metadata of the PDF that are text, decoded as the PDF specification says."""
    from pdfminer.utils import decode_text  # noqa: PLC0415

    facts: dict[str, str] = {}
    for part in information:
        for key, value in part.items():
            if isinstance(value, bytes):
                # Broken UTF-16 can leave lone surrogates.
                stated = decode_text(value).encode("utf-8", "replace").decode("utf-8").replace("\0", "")
                text = " ".join(stated.split())
                if text:
                    facts[key] = text
    return facts


def _paragraphs(pages: list[list[LTTextBox]]) -> Iterator[list[str]]:
    """The lines of each paragraph: those of a box of the layout, parted at indents and after short last lines."""
    for boxes in pages:
        for box in boxes:
            lines = [
                (" ".join(line.get_text().translate(_LIGATURES).split()), line.x0, line.x1)
                for line in box
                if line.get_text().strip()
            ]
            paragraph: list[str] = []
            for number, (text, left, _) in enumerate(lines):
                _, last_left, last_right = lines[number - 1]
                indented = left > last_left + 5 and left > box.x0 + 5
                short = last_right < box.x0 + 0.8 * (box.x1 - box.x0) and _ends(lines[number - 1][0])
                if paragraph and (indented or short):
                    yield paragraph
                    paragraph = []
                paragraph.append(text)
            if paragraph:
                yield paragraph


def _ends(line: str) -> bool:
    return line.rstrip("\"'”’)»]").endswith(_ENDED)


def _joined(paragraphs: Iterator[list[str]]) -> list[str]:
    """Each paragraph on one line, those that run on in the next column or on the next page made one."""
    parts = list(paragraphs)
    whole = "\n".join("\n".join(part) for part in parts)
    hyphenated = {word.lower() for word in _HYPHENATED.findall(whole)}
    plain = {word.lower() for word in _WORD.findall(whole)}
    found: list[list[str]] = []
    for part in parts:
        last = found[-1][-1] if found else ""
        # Conservative: a long line that does not end a sentence, and a beginning that cannot start one.
        if found and len(last) >= 30 and not _ends(last) and part[0][:1].islower():
            found[-1] += part
        else:
            found.append(list(part))
    return [_one_line(lines, hyphenated, plain) for lines in found]


def _one_line(lines: list[str], hyphenated: set[str], plain: set[str]) -> str:
    pieces: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.endswith("\u00ad"):
            pieces.append(line[:-1])
        elif not line.endswith(("-", "‐")) or not following[:1].isalnum() or len(line) < 2 or not line[-2].isalnum():
            pieces.append(line + " ")
        elif _parts_a_word(line, following, hyphenated, plain):
            pieces.append(line[:-1])
        else:
            pieces.append(line)
    return "".join(pieces).replace("\u00ad", "").strip()


def _parts_a_word(line: str, following: str, hyphenated: set[str], plain: set[str]) -> bool:
    """Whether the hyphen at the end of `line` only parts a word, and is none of its letters."""
    head, tail = re.split(r"[^\w-]+", line[:-1])[-1], _WORD.match(following)
    if tail is None or not tail.group()[0].islower() or not head.isalpha() or head.isupper():
        return False  # 20-year, al-Qaida, UN-backed
    joined, kept = (head + tail.group()).lower(), f"{head}-{tail.group()}".lower()
    if (joined in plain) != (kept in hyphenated):
        return joined in plain  # The document itself writes the word one way elsewhere.
    return head.lower() not in words("hyphen_heads.txt") and tail.group() not in words("hyphen_tails.txt")
