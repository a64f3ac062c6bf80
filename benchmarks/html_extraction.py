"""How much of a report three extractors find in news pages, and how much else they bring along.

`python -m benchmarks.html_extraction` reads the pages of tests/data/html, written for this purpose, one for each way in
which news pages are built. Of each page it is known which paragraphs are the report's and which words are not. The
peers are measured where they are installed: `pip install readability-lxml newspaper4k lxml_html_clean`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent.parent / "tests" / "data" / "html"


def accordingto(html: str) -> tuple[str, dict[str, Any]]:
    """The text and the metadata that this project finds, by trafilatura."""
    from accordingto.read import read  # noqa: PLC0415

    document = read(html.encode(), name="page.html")
    facts = {key: getattr(document, key) for key in ("title", "author", "outlet", "published")}
    return document.text, facts


def readability(html: str) -> tuple[str, dict[str, Any]]:
    """The text and the title that readability-lxml finds; it tells no more."""
    from lxml.html import fromstring  # noqa: PLC0415
    from readability import Document  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415

    page = Document(html)
    body = fromstring(page.summary())  # type: ignore[no-untyped-call,unused-ignore]
    return "".join(str(text) for text in body.itertext()), {"title": page.short_title()}


def newspaper(html: str) -> tuple[str, dict[str, Any]]:
    """The text and the metadata that newspaper4k finds; it tells no outlet."""
    from newspaper import Article  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415

    article = Article("https://page.example/")
    article.download(input_html=html)
    article.parse()
    published = article.publish_date.date().isoformat() if article.publish_date else None
    return article.text, {"title": article.title, "author": ", ".join(article.authors) or None, "published": published}


def measure(extract: Callable[[str], tuple[str, dict[str, Any]]]) -> str:
    """One line: paragraphs found, words of others brought along, metadata told, milliseconds per page."""
    expected = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
    kept = to_keep = brought = to_leave = right = facts_to_tell = 0
    start = time.perf_counter()
    for name, wanted in expected.items():
        text, facts = extract((PAGES / f"{name}.html").read_text(encoding="utf-8"))
        plain = " ".join(text.split())
        kept += sum(paragraph in plain for paragraph in wanted["keep"])
        to_keep += len(wanted["keep"])
        brought += sum(words in plain for words in wanted["leave"])
        to_leave += len(wanted["leave"])
        # The day is compared alone: not every extractor tells the time.
        right += sum(
            str(facts.get(key))[:10] == str(wanted[key])[:10] if key == "published" else facts.get(key) == wanted[key]
            for key in ("title", "author", "outlet", "published")
        )
        facts_to_tell += 4
    spent = 1000 * (time.perf_counter() - start) / len(expected)
    return (
        f"{kept}/{to_keep} paragraphs kept, {brought}/{to_leave} foreign passages, "
        f"{right}/{facts_to_tell} facts right, {spent:.0f} ms per page"
    )


if __name__ == "__main__":
    for extractor in (accordingto, readability, newspaper):
        try:
            extractor("<html><body><p>" + "The mayor said that it was warm, and that they had seen it. " * 9)
        except ImportError as error:
            print(f"{extractor.__name__}: not measured ({error})")
        else:
            print(f"{extractor.__name__}: {measure(extractor)}")
