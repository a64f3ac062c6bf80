"""HTML -> the report in it: its text in paragraphs, and what the page says about it.

The main text is found by trafilatura, chosen over readability-lxml by measurement (benchmarks/html_extraction.py). Its
tree is written out here: paragraphs are parted by a blank line, so that their ends stay visible, and the headline
stands first, because its figures are claims of the outlet as much as those below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from accordingto.errors import Damaged, NoArticle
from accordingto.read.calendar import DATE, edtf
from accordingto.read.quiet import hush

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_STARTS = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<(?:p|div|article|main|section|h1|title|meta|br|span|table)\b[^<>]*>", re.IGNORECASE)

_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "body", "div", "code", "fw", "main"})
_NOT_A_REPORT = re.compile(
    r"enable javascript|javascript is (?:disabled|required)|page (?:was )?not found|\b404\b|access denied|"
    r"are you a (?:human|robot)|(?:subscribe|log in|sign in) to (?:continue|read)|accept (?:all )?cookies",
    re.IGNORECASE,
)


class _Node(Protocol):
    """What is used of an element of lxml."""

    tag: Any
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[_Node]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report out of a web page; dates are EDTF, with time and zone where the page gives both."""

    text: str
    title: str | None
    author: str | None
    outlet: str | None
    published: str | None
    modified: str | None
    url: str | None
    notes: tuple[str, ...]


def is_html(text: str, *, name: str) -> bool:
    """Whether `text` is HTML: it begins as such, or its name says so and it has tags."""
    head = text[:4_000]
    return bool(_STARTS.match(head)) or (
        name.lower().endswith((".html", ".htm", ".xhtml")) and bool(_TAG.search(text[:50_000]))
    )


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML page names for itself in its first 4,096 bytes."""
    found = _DECLARED_XML.search(data[:4_096]) or _DECLARED.search(data[:4_096])
    if found is None:
        return None
    charset = found[1].decode("ascii", "replace").lower()
    # Pages that say Latin-1 are written in its superset, and browsers read them so (WHATWG Encoding Standard, 4.2).
    return "cp1252" if charset in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"} else charset


def read_html(html: str, *, name: str, url: str | None) -> Page:
    """The report in the page `html`, which came from `url` if that is known.

    Raises NoArticle where no report is found in it, and Damaged where it cannot be parsed.
    """
    # Imported here: text and PDF must not wait for these.
    from importlib.metadata import version  # noqa: PLC0415

    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.utils import load_html  # noqa: PLC0415

    hush("trafilatura", "htmldate", "courlan", "justext", "dateparser", "charset_normalizer")
    html = _XML_DECLARATION.sub("", html.replace("\0", ""))
    try:
        tree = load_html(html)
        moments = _moments(tree) if tree is not None else {}
        found: Any = bare_extraction(
            html,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            # A date found anywhere in the page's words would be a guess.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
        blocks = list(_blocks(found.body)) if found is not None and found.body is not None else []
    except Exception as error:  # a parser can fail on broken input in any way
        raise Damaged(name, f"is HTML that cannot be parsed ({error}): save the page anew") from error
    # Not enough for a report: no sentence, or the words that stand where an article was.
    if not any(_is_prose(block) for block in blocks) or (
        len(" ".join(blocks).split()) < 80 and _NOT_A_REPORT.search(" ".join(blocks))
    ):
        raise NoArticle(name, "is HTML in which no report was found: save the page once it is fully shown, or its text")
    title = _clean(found.title)
    notes = [f"extractor: trafilatura {version('trafilatura')}, paragraphs parted by blank lines"]
    if title and not _begins_with(blocks, title):
        blocks.insert(0, title)
        notes.append("the headline was put before the text")
    published = moments.get("published")
    if found.date and (published is None or not published.startswith(found.date)):
        published = found.date
    modified = moments.get("modified")
    if modified:
        notes.append(f"modified: {modified}")
    return Page(
        text="\n\n".join(blocks),
        title=title,
        author=_clean(found.author),
        outlet=_clean(found.sitename),
        published=published,
        modified=modified,
        url=found.url or url,
        notes=tuple(notes),
    )


def _clean(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _is_prose(block: str) -> bool:
    return len(block.split()) >= 10 and block.rstrip("\"'”’)»]")[-1:] in {".", "!", "?", "…"}


def _begins_with(blocks: list[str], title: str) -> bool:
    def plain(words: str) -> str:
        return re.sub(r"\W+", "", words).casefold()

    return any(plain(block) == plain(title) for block in blocks[:3]) or blocks[0].startswith(title)


def _blocks(body: _Node) -> Iterator[str]:
    """The paragraphs of trafilatura's tree, white space within them made single, line breaks kept."""
    pieces: list[str] = []
    _write(body, pieces)
    for block in "".join(pieces).split("\0"):
        lines = [" ".join(line.split()) for line in block.split("\1")]
        text = "\n".join(line for line in lines if line)
        if text.strip("| "):
            yield text


def _write(node: _Node, pieces: list[str]) -> None:
    r"""Write `node` to `pieces`: "\0" ends a paragraph, "\1" is a line break (neither can stand in parsed HTML)."""
    tag = node.tag if isinstance(node.tag, str) else ""
    block = tag in _BLOCKS
    if block:
        pieces.append("\0")
    elif tag == "lb":
        pieces.append("\1")
    pieces.append(node.text or "")
    for number, child in enumerate(node):
        if child.tag == "cell" and number:
            pieces.append(" | ")
        _write(child, pieces)
        pieces.append(child.tail or "")
    if block:
        pieces.append("\0")


_PUBLISHED = re.compile(r"article:published_time|datepublished|parsely-pub-date|dc\.date\.issued", re.IGNORECASE)
_MODIFIED = re.compile(r"article:modified_time|datemodified|og:updated_time|last-modified", re.IGNORECASE)
_JSON_DATE = re.compile(r'"(datePublished|dateModified)"\s*:\s*"([^"]{4,40})"')


def _moments(tree: Any) -> dict[str, str]:  # noqa: ANN401  an element of lxml, which has no types
    """When the page says that it was published and modified, as EDTF with time and zone where it gives them."""
    stated = [
        (
            element.get("property") or element.get("name") or element.get("itemprop") or "",
            element.get("content") or element.get("datetime") or "",
        )
        for element in tree.iter("meta", "time")
    ]
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            stated += _JSON_DATE.findall(script.text or "")
    found: dict[str, str] = {}
    for what, words in stated:
        match = DATE.search(words)
        value = edtf(match) if match else None
        for key, names in (("published", _PUBLISHED), ("modified", _MODIFIED)):
            if value and key not in found and names.fullmatch(what):
                found[key] = value
    return found
