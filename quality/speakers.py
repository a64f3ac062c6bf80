"""Whether the source mentions that the program puts together are one entity in GUM. In per cent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from accordingto.records import Ledger, Source, Span
from quality.corpora import Corpus
from quality.gum import Mention
from quality.overlap import WORD, Tokenised, Tokens, percent

_SAME_MENTION = 0.5


def score(corpus: Corpus[tuple[Mention, ...]], ledgers: Mapping[str, Ledger]) -> dict[str, float]:
    """Coreference of speakers over all documents.

    Counted are the sources of attributions whose words are a mention in GUM (Jaccard 0.5 or more on words, the best).
    B-cubed (Bagga and Baldwin 1998) on these: precision is, averaged over mentions, the share of those with the same
    speaker that are of the same entity; recall the other way round. "Led to a name": of the pronouns and descriptions
    among them whose entity GUM also names, the share whose Source has a mention that is, or begins or ends with, that
    name; "led astray": the share whose Source has names, and all of other entities.
    """
    total: Counter[str] = Counter()
    for report in corpus.reports:
        total += count(report.text, report.marks, ledgers[report.name])
    precision = percent(total["precision"], _SCALE * total["mentions"])
    recall = percent(total["recall"], _SCALE * total["mentions"])
    return {
        "speakers B-cubed precision": precision,
        "speakers B-cubed recall": recall,
        "speakers B-cubed F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "of pronouns and descriptions: led to their name": percent(total["right"], total["unnamed"]),
        "of pronouns and descriptions: not led astray": 100 - percent(total["astray"], total["unnamed"]),
    }


_SCALE = 10_000
"""Shares are counted in ten-thousandths, so that counters stay whole numbers."""


def count(text: str, gold: Sequence[Mention], ledger: Ledger) -> Counter[str]:
    """What was right in one document; a ledger of another text counts as empty."""
    if ledger.document.text != text:
        return Counter()
    words = Tokenised(text, WORD)
    at = _Index(words, gold)
    sources = {s.id: s for s in ledger.sources}
    found: dict[Span, tuple[str, Mention]] = {}
    for attribution in ledger.attributions:
        if attribution.source is not None and attribution.speaker is not None:
            mention = at.mention(attribution.source)
            if mention is not None:
                found[attribution.source] = (attribution.speaker, mention)
    pairs = [(speaker, mention.entity) for speaker, mention in found.values()]
    named = {m.entity for m in gold if m.name}
    c = _b_cubed(pairs)
    for speaker, mention in found.values():
        if not mention.name and mention.entity in named:
            c["unnamed"] += 1
            c[_led(sources[speaker], mention.entity, at)] += 1
    return c


def _b_cubed(pairs: Sequence[tuple[str, str]]) -> Counter[str]:
    both, ours, theirs = Counter(pairs), Counter(s for s, _ in pairs), Counter(e for _, e in pairs)
    c = Counter({"mentions": len(pairs)})
    for (speaker, entity), n in both.items():
        c["precision"] += round(_SCALE * n * n / ours[speaker])
        c["recall"] += round(_SCALE * n * n / theirs[entity])
    return c


def _led(source: Source, entity: str, at: _Index) -> str:
    names = {m.entity for s in source.mentions for m in at.names(s)}
    return "right" if entity in names else "astray" if names else "open"


class _Index:
    """The mention that has the same words as a span, more or less."""

    def __init__(self, words: Tokenised, gold: Sequence[Mention]) -> None:
        self._words = words
        self._by_word: dict[int, list[tuple[Tokens, Mention]]] = {}
        for mention in gold:
            tokens = words.touched([mention.bounds])
            for token in tokens:
                self._by_word.setdefault(token, []).append((tokens, mention))

    def mention(self, span: Span) -> Mention | None:
        """The best mention for a span; None where none has half its words."""
        own = self._words.touched([(span.start, span.end)])
        near = {m: t for token in own for t, m in self._by_word.get(token, ())}
        ranked = [(len(own & t) / len(own | t), -m.bounds[0], m) for m, t in near.items()]
        best = max(ranked, key=lambda r: r[:2], default=None)
        return best[2] if best is not None and best[0] >= _SAME_MENTION else None

    def names(self, span: Span) -> set[Mention]:
        """The names that a span is, or begins or ends with (`Colonel Ann Harrow, a pilot`: Ann Harrow)."""
        own = self._words.touched([(span.start, span.end)])
        edges = {min(own), max(own)} if own else set()
        found = {m for w in edges for t, m in self._by_word.get(w, ()) if m.name and t <= own}
        whole = self.mention(span)
        return found | {whole} if whole is not None and whole.name else found
