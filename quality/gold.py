"""Ledgers against the gold reports: attributions with speaker, manner, stance and kind, figures, dates. In per cent."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from accordingto.records import Ledger, Source, Span
from quality.corpora import Corpus, GoldMarks, GoldSpan, Report, gold_bounds
from quality.overlap import WORD, Tokenised, Tokens, f1, pairs, percent, source_right

_FIGURE_FLOOR = 0.3  # a figure is a few words: one more or less is still the same figure
_NAME_WORD = re.compile(r"[a-z0-9]+")
_NOT_NAMES = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr"})


def score(corpus: Corpus[GoldMarks], ledgers: Mapping[str, Ledger]) -> dict[str, float]:
    """All measures over the gold reports, by name; a report without a ledger counts as one with an empty ledger."""
    total: Counter[str] = Counter()
    for report in corpus.reports:
        total += count(report, ledgers.get(report.name))
    return _measures(total)


def count(report: Report[GoldMarks], ledger: Ledger | None) -> Counter[str]:
    """What was found and right in one report; a ledger whose text is no part of the report's counts as empty."""
    view = _View.of(report, ledger)
    return _attributions(report, view) + _figures(report, view) + _dates(report, view)


def same_name(gold: str | None, pred: str | None) -> bool:
    """Whether two names are one, titles aside: all words of the shorter stand in the longer, and its last word is the
    last of the other or stands in the longer; or both name nobody."""
    a, b = _name_words(gold), _name_words(pred)
    if not a or not b:
        return not a and not b
    short, long = sorted((a, b), key=len)
    return set(short) <= set(long) and (a[-1] == b[-1] or short[-1] in long)


class _View:
    """A ledger seen from the report's text: offsets moved to it, sources by id."""

    def __init__(self, text: str, ledger: Ledger | None, shift: int) -> None:
        self.attributions = ledger.attributions if ledger else ()
        self.figures = ledger.figures if ledger else ()
        self.dates = ledger.dates if ledger else ()
        self._sources = {s.id: s for s in ledger.sources} if ledger else {}
        self._words = Tokenised(text, WORD)
        self._shift = shift

    @classmethod
    def of(cls, report: Report[GoldMarks], ledger: Ledger | None) -> _View:
        """The view of `ledger`; an empty one if its text, white space at the ends aside, is not in the report's."""
        if ledger is None or ledger.document.text == report.text:
            return cls(report.text, ledger, 0)
        own = ledger.document.text
        at = report.text.find(own.strip())
        if at < 0:
            return cls(report.text, None, 0)
        return cls(report.text, ledger, at - (len(own) - len(own.lstrip())))

    def words(self, *spans: Span | None) -> Tokens:
        """The words that spans of the ledger touch."""
        return self._words.touched((s.start + self._shift, s.end + self._shift) for s in spans if s is not None)

    def gold_words(self, *spans: GoldSpan) -> Tokens:
        """The words that spans of the gold report touch."""
        return self._words.touched(b for s in spans for b in gold_bounds(s))

    def source(self, key: str | None) -> Source | None:
        """The source with this id."""
        return self._sources.get(key) if key is not None else None

    def name(self, key: str | None) -> str | None:
        """The name of the source with this id."""
        source = self.source(key)
        return source.name if source else None


def _attributions(report: Report[GoldMarks], view: _View) -> Counter[str]:
    gold, pred = report.marks.attributions, view.attributions
    g = [view.gold_words(*a.content) for a in gold]
    p = [view.words(*a.content) for a in pred]
    c = Counter({"att gold": len(g), "att pred": len(p)})
    for i, j in pairs(g, p):
        a, b = gold[i], pred[j]
        source = view.source(b.speaker)
        c["att overlap"] += 1
        c["att exact"] += g[i] == p[j]
        c["att source"] += source_right(view.gold_words(a.source), view.words(b.source))
        c["att speaker"] += same_name(a.speaker, view.name(b.speaker))
        c["att manner"] += a.manner == b.manner
        c["att stance"] += a.stance == b.stance
        c["att kind"] += a.kind == (source.kind if source else "anonymous")
        c["nested gold"] += a.within is not None
        c["nested right"] += a.within is not None and b.within is not None
    return c


def _figures(report: Report[GoldMarks], view: _View) -> Counter[str]:
    gold, pred = report.marks.figures, view.figures
    g = [view.gold_words(f.text) for f in gold]
    p = [view.words(f.span) for f in pred]
    c = Counter({"fig gold": len(g), "fig pred": len(p)})
    c["harm gold"] = sum(f.harm is not None for f in gold)
    c["harm pred"] = sum(f.harm is not None for f in pred)
    for i, j in pairs(g, p, _FIGURE_FLOOR):
        a, b = gold[i], pred[j]
        value = (a.low, a.high) == (b.low, b.high)
        harm = a.harm is not None and a.harm == b.harm
        c["fig found"] += 1
        c["fig value"] += value
        c["harm found"] += harm
        c["harm value"] += harm and value
        c["harm all"] += harm and value and same_name(a.speaker, view.name(b.speaker))
        c["harm period"] += a.harm is not None and a.period == b.period
    return c


def _dates(report: Report[GoldMarks], view: _View) -> Counter[str]:
    gold, pred = report.marks.dates, view.dates
    g = [view.gold_words(d.text) for d in gold]
    p = [view.words(d.span) for d in pred]
    c = Counter({"date gold": len(g), "date pred": len(p)})
    for i, j in pairs(g, p):
        c["date found"] += 1
        c["date value"] += gold[i].value == pred[j].value
    return c


def _measures(c: Counter[str]) -> dict[str, float]:
    def against(kind: str, right: str) -> float:
        return f1(c[f"{kind} {right}"], c[f"{kind} pred"], c[f"{kind} gold"])

    return {
        "content overlap F1": against("att", "overlap"),
        "content exact F1": against("att", "exact"),
        "overlap and source F1": against("att", "source"),
        "overlap and speaker F1": against("att", "speaker"),
        "of matched: manner right": percent(c["att manner"], c["att overlap"]),
        "of matched: stance right": percent(c["att stance"], c["att overlap"]),
        "of matched: kind right": percent(c["att kind"], c["att overlap"]),
        "of matched nested: nested": percent(c["nested right"], c["nested gold"]),
        "figure: found F1": against("fig", "found"),
        "figure: value F1": against("fig", "value"),
        "figure of harm: harm F1": against("harm", "found"),
        "figure of harm: harm and value F1": against("harm", "value"),
        "figure of harm: harm, value and speaker F1": against("harm", "all"),
        "figure of harm: period right": percent(c["harm period"], c["harm gold"]),
        "date: found F1": against("date", "found"),
        "date: value F1": against("date", "value"),
    }


def _name_words(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return [word for word in _NAME_WORD.findall(plain) if word not in _NOT_NAMES]
