"""How well libraries that parse dates find and value them in running text, beside this program.

`python -m benchmarks.date_libraries` takes the gold reports and WikiWars and prints, for each, found F1 (relaxed: two
extents match where they share a character), value F1 and milliseconds per 1,000 words. A library gives a moment where
the text says less: its value counts as right if it begins as the gold value does (2003-01-01 for 2003). It is told
the report's own date. Libraries that are not installed are left out; requirements-dates.txt names them.

Measured on 24 November 2026 (found F1 / value F1 / ms per 1,000 words):

| library | gold reports | WikiWars |
|---|---|---|
| accordingto | 99.4 / 90.6 / 5 | 96.8 / 91.7 / 5 |
| recognizers-text-date-time 1.0.2a2 | 87.7 / 43.3 / 836 | 87.2 / 51.1 / 718 |
| dateparser 1.5.0 (search_dates) | 66.0 / 24.6 / 112 | 76.0 / 42.0 / 63 |
| parsedatetime 2.6 | 71.8 / 14.4 / 20 | 80.0 / 22.1 / 19 |
| datefinder 1.0.0 | 55.4 / 33.9 / 28 | 55.9 / 40.8 / 2 |
| timefhuman 0.1.5 | 67.2 / 25.0 / 84 | 48.0 / 19.4 / 15 |

None comes near to what is needed (found 88 and 92, value 78 and 83). They were made for `next Friday at 3`, typed by
somebody who wants a meeting, and take each expression by itself, while a history says `that month` and `the following
year`.
"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from accordingto.date import date
from accordingto.records import Document
from quality import corpora, timex, wikiwars
from quality.overlap import f1

Expression = tuple[int, int, str | None]
Finder = Callable[[str, dt.datetime | None], Iterator[Expression]]
_PRESENT = dt.datetime(2009, 12, 19)  # noqa: DTZ001  the date that WikiWars gives all its histories


def by_accordingto(text: str, published: dt.datetime | None) -> Iterator[Expression]:
    """This program's own step; an interval whose ends the text names counts as its two ends, as WikiWars has them."""
    day = published.date().isoformat() if published else None
    for one in date(Document(id="0" * 64, media_type="text/plain", text=text, published=day)):
        for part in (
            wikiwars.cut(one) if published is None else [wikiwars.Found((one.span.start, one.span.end), one.value)]
        ):
            yield *part.bounds, timex.comparable(part.value)


def by_dateparser(text: str, published: dt.datetime | None) -> Iterator[Expression]:
    """Dateparser's search_dates."""
    from dateparser.search import search_dates  # noqa: PLC0415

    settings = {"RELATIVE_BASE": published or _PRESENT, "PREFER_DATES_FROM": "past"}
    for start, line in _lines(text):
        at = 0
        for words, moment in search_dates(line, languages=["en"], settings=settings) or ():
            at = max(line.find(words, at), 0)
            yield start + at, start + at + len(words), moment.date().isoformat()
            at += len(words)


def by_recognizers(text: str, published: dt.datetime | None) -> Iterator[Expression]:
    """Microsoft's Recognizers-Text, which gives TIMEX values."""
    from recognizers_date_time import recognize_datetime  # noqa: PLC0415

    for start, line in _lines(text):
        for found in recognize_datetime(line, "en-us", reference=published or _PRESENT):
            values = (found.resolution or {}).get("values") or [{}]
            last = values[-1] if len(values) > 1 else values[0]
            value = last.get("value") if last.get("type") == "date" else last.get("timex")
            yield start + found.start, start + found.end + 1, value


def by_parsedatetime(text: str, published: dt.datetime | None) -> Iterator[Expression]:
    """Parsedatetime's nlp."""
    from parsedatetime import Calendar  # noqa: PLC0415

    calendar, base = Calendar(), (published or _PRESENT).timetuple()
    for start, line in _lines(text):
        for moment, _, begin, end, _ in calendar.nlp(line, sourceTime=base) or ():
            yield start + begin, start + end, moment.date().isoformat()


def by_datefinder(text: str, published: dt.datetime | None) -> Iterator[Expression]:
    """Datefinder's find_dates."""
    from datefinder import find_dates  # noqa: PLC0415

    for start, line in _lines(text):
        for moment, (begin, end) in find_dates(line, index=True, base_date=published or _PRESENT):
            yield start + begin, start + end, moment.date().isoformat()


def by_timefhuman(text: str, published: dt.datetime | None) -> Iterator[Expression]:
    """timefhuman, with the text that it matched."""
    from timefhuman import tfhConfig, timefhuman  # noqa: PLC0415

    config = tfhConfig(now=published or _PRESENT, return_matched_text=True)
    for start, line in _lines(text):
        for _, (begin, end), moment in timefhuman(line, config=config) or ():
            yield (
                start + begin,
                start + end,
                moment.date().isoformat() if isinstance(moment, dt.datetime) else str(moment),
            )


FINDERS: dict[str, Finder] = {
    "accordingto": by_accordingto,
    "dateparser": by_dateparser,
    "recognizers_date_time": by_recognizers,
    "parsedatetime": by_parsedatetime,
    "datefinder": by_datefinder,
    "timefhuman": by_timefhuman,
}


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text with their offsets: some of the libraries take more than linear time."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def _gold() -> Iterator[tuple[str, dt.datetime | None, list[tuple[int, int, timex.Values]]]]:
    folder = corpora.shared() / "gold"
    for report in corpora.gold(folder).reports:
        published = json.loads((folder / "reports" / f"{report.name}.json").read_text(encoding="utf-8"))["published"]
        whole = published if published and len(published) > 9 else None
        marks = [(*b, frozenset({d.value})) for d in report.marks.dates for b in corpora.gold_bounds(d.text)]
        yield report.text, dt.datetime.fromisoformat(whole) if whole else None, marks


def _wikiwars() -> Iterator[tuple[str, dt.datetime | None, list[tuple[int, int, timex.Values]]]]:
    for report in wikiwars.corpus(corpora.shared() / "data" / "wikiwars").reports:
        yield report.text, None, [(*mark.bounds, timex.edtf(mark.value)) for mark in report.marks]


def _right(gold: timex.Values, value: str | None) -> bool:
    if value in gold:
        return True
    return value is not None and any(g is not None and not g.startswith("P") and value.startswith(g) for g in gold)


def measure(find: Finder, reports: list[tuple[str, dt.datetime | None, list[tuple[int, int, timex.Values]]]]) -> str:
    """Found F1, value F1 and milliseconds per 1,000 words of one library on one corpus."""
    c: Counter[str] = Counter()
    spent, words = 0.0, 0
    for text, published, marks in reports:
        begun = time.process_time()
        found = sorted(find(text, published), key=lambda e: e[:2])
        spent += time.process_time() - begun
        words += len(text.split())
        c += Counter({"gold": len(marks), "pred": len(found)})
        at = 0
        for start, end, values in sorted(marks, key=lambda m: m[:2]):
            while at < len(found) and found[at][1] <= start:
                at += 1
            if at < len(found) and found[at][0] < end:
                c["found"] += 1
                c["value"] += _right(values, found[at][2])
                at += 1
    scores = (f1(c[key], c["pred"], c["gold"]) for key in ("found", "value"))
    return " / ".join(f"{score:5.1f}" for score in scores) + f" / {1e6 * spent / words:8.1f}"


if __name__ == "__main__":
    data = {"gold": list(_gold()), "WikiWars": list(_wikiwars())}
    list(by_accordingto("On 3 May 2019.", None))  # its patterns are put together at the first use
    for name, finder in FINDERS.items():
        if name != "accordingto" and find_spec(name) is None:
            continue
        for corpus, reports in data.items():
            print(f"{name:22} {corpus:9} {measure(finder, reports)}", flush=True)
