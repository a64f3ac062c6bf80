"""Reported* -> Contest*: the groups, the claims and topics in each, and their comparisons."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from accordingto.compare.axes import apart, axes
from accordingto.compare.blocks import blocks
from accordingto.compare.copies import Copy
from accordingto.compare.judge import Judgement, Statement, judge
from accordingto.compare.meaning import Meaning, meaning, statistic
from accordingto.compare.origins import origins
from accordingto.compare.percents import base, points, wrong_base
from accordingto.compare.periods import day_of
from accordingto.compare.ranges import Range
from accordingto.compare.rulings import ruled
from accordingto.compare.speakers import Voice, voices
from accordingto.compare.wording import claim, number, sentence, topic
from accordingto.errors import InvalidRecord
from accordingto.language.en.comparing import facet
from accordingto.records import Axes, Claim, Comparison, Contest, Reported, Ruling, Topic


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim on its way: what judging and wording need, and the figures that state it."""

    statement: Statement
    name: str
    figures: tuple[Reported, ...]
    words: str


def compare(
    figures: Sequence[Reported], *, copies: Mapping[str, Copy] | None = None, rulings: Sequence[Ruling] = ()
) -> tuple[Contest, ...]:
    """The contests among figures of any number of reports, those with the most figures first.

    A figure that nothing speaks of beside it is in none, nor is one that reports no harm. `copies` is what `copies()`
    gives for the reports' texts, without which no text is known for a copy of another. `rulings` are what people
    decided about which figures belong together, the oldest first. The order of the figures makes no difference. Raises
    InvalidRecord where two figures have one id, or a period is no EDTF.
    """
    given, meanings = _given(figures)
    speaking = voices(given)
    found = [
        _contest([given[at] for at in some], [meanings[at] for at in some], speaking, copies or {})
        for some in _groups(given, meanings, rulings)
    ]
    return tuple(sorted(found, key=lambda c: (-len(c.figures), c.id)))


def grouped(figures: Sequence[Reported], *, rulings: Sequence[Ruling] = ()) -> tuple[tuple[Reported, ...], ...]:
    """The groups of figures that `compare` makes contests of, as yet without a comparison, each in order of the ids."""
    given, meanings = _given(figures)
    return tuple(tuple(given[at] for at in some) for some in _groups(given, meanings, rulings))


def contest(group: Sequence[Reported], *, copies: Mapping[str, Copy] | None = None) -> Contest:
    """The contest of one group of two figures or more; who speaks in it is told by what stands in it alone."""
    given, meanings = _given(group)
    return _contest(given, meanings, voices(given), copies or {})


def contest_id(figures: Iterable[str]) -> str:
    """The id of the contest of these figures, by their ids."""
    return hashlib.sha256("\n".join(sorted(figures)).encode()).hexdigest()[:12]


def _given(figures: Iterable[Reported]) -> tuple[list[Reported], list[Meaning]]:
    given = sorted((f for f in figures if _measured(f)), key=lambda f: f.id)
    if any(a.id == b.id for a, b in pairwise(given)):
        raise InvalidRecord("two figures have one id: give each report once")
    return given, [meaning(f) for f in given]


def _groups(given: Sequence[Reported], meanings: Sequence[Meaning], rulings: Sequence[Ruling]) -> list[list[int]]:
    days = [day_of(f.published) for f in given]
    return [some for some in ruled(blocks(given, meanings, days), given, rulings) if len(some) > 1]


def _measured(reported: Reported) -> bool:
    """Whether a figure says what happened, or how much more or less something is: nothing else has a measure."""
    return reported.figure.harm is not None or base(reported) is not None


def _contest(
    figures: list[Reported], meanings: list[Meaning], speaking: Mapping[str, Voice], copied: Mapping[str, Copy]
) -> Contest:
    """The contest of one group of figures, of which there are two or more."""
    said: dict[Meaning, dict[object, list[Reported]]] = defaultdict(lambda: defaultdict(list))
    for figure, of in zip(figures, meanings, strict=True):
        f = figure.figure
        voice = speaking[figure.id]
        said[of][voice.key, f.low, f.high, f.approx, f.vague, f.denied, statistic(figure)].append(figure)
    kinds = sorted(
        said,
        key=lambda m: (-sum(map(len, said[m].values())), _narrow(m), topic(m), said[m][next(iter(said[m]))][0].id),
    )
    names = _names(kinds)
    topics: list[Topic] = []
    claims: list[list[_Said]] = []
    ids: list[list[str]] = []
    for place, of in enumerate(kinds, 1):
        some = sorted((_said(of, group, speaking) for group in said[of].values()), key=lambda s: s.figures[0].id)
        ids.append([f"t{place}c{n}" for n in range(1, len(some) + 1)])
        claims.append(some)
        made = tuple(_claim(i, s) for i, s in zip(ids[-1], some, strict=True))
        topics.append(Topic(id=f"t{place}", words=names[of], claims=made))
    return Contest(
        id=contest_id(f.id for f in figures),
        subject=topics[0].words,
        figures=tuple(figures),
        topics=tuple(topics),
        comparisons=(*_comparisons(kinds, topics, claims, ids), *_percentages(figures, claims, ids)),
        origins=origins(figures, speaking, copied),
    )


def _narrow(of: Meaning) -> int:
    """How much a meaning says of whom it counts: a contest is called after the widest of topics as frequent."""
    people = of.population
    return len(people.category) + sum(part is not None for part in (people.group, people.age, people.sex))


def _names(kinds: Sequence[Meaning]) -> dict[Meaning, str]:
    """The topics in words; those that would be worded alike are told apart by how the number came about."""
    words = {of: topic(of) for of in kinds}
    alike = Counter(words.values())
    return {
        of: f"{said} ({of.definition.basis})" if alike[said] > 1 and of.definition.basis else said
        for of, said in words.items()
    }


def _said(of: Meaning, figures: list[Reported], speaking: Mapping[str, Voice]) -> _Said:
    first = figures[0]
    figure = first.figure
    voice = speaking[first.id]
    statement = Statement(
        meaning=of,
        range=Range(figure.low, figure.high, approx=figure.approx, vague=figure.vague),
        statistic=statistic(first),
        speaker=voice.key,
        known=voice.known,
        day=min((d for f in figures if (d := day_of(f.published))), default=None),
        denied=figure.denied,
        corrects=any(facet("correction")[0].search(f.sentence.text) for f in figures),
        base=base(first),
        reports=frozenset(f.document for f in figures),
    )
    said = number(figure.low, figure.high, approx=figure.approx)
    return _Said(statement, voice.name, tuple(figures), claim(voice.name, of, said, denied=figure.denied))


def _claim(identifier: str, said: _Said) -> Claim:
    day: dt.date | None = said.statement.day
    return Claim(
        id=identifier,
        speaker=said.name,
        low=said.statement.range.low,
        high=said.statement.range.high,
        approx=said.statement.range.approx,
        denied=said.statement.denied,
        words=said.words,
        first=day.isoformat() if day else None,
        figures=tuple(f.id for f in said.figures),
    )


def _comparisons(
    kinds: Sequence[Meaning], topics: Sequence[Topic], claims: Sequence[list[_Said]], ids: Sequence[list[str]]
) -> Iterator[Comparison]:
    """Topic against topic where these count different things, else claim against claim; one speaker's always."""
    for place, some in enumerate(claims):
        named = list(zip(ids[place], some, strict=True))
        for i, s in named:
            if len({f.document for f in s.figures}) > 1:
                yield _compared(i, i, s, s)
        for (i, a), (j, b) in combinations(named, 2):
            yield _compared(i, j, a, b)
    for one, other in combinations(range(len(kinds)), 2):
        between = apart(kinds[one], kinds[other])
        whole = bool(between.reasons) and between.reasons != ("later_as_of",)
        if whole:
            yield Comparison(
                first=topics[one].id,
                second=topics[other].id,
                axes=_axes(claims[one][0], claims[other][0]),
                verdict="incomparable",
                reasons=between.reasons,
                sentence=sentence(topics[one].words, topics[other].words, Judgement("incomparable", between.reasons)),
            )
        pairs = product(zip(ids[one], claims[one], strict=True), zip(ids[other], claims[other], strict=True))
        for (i, a), (j, b) in pairs if not whole else _of_one_voice(pairs):
            found = _compared(i, j, a, b)
            if found.reasons != between.reasons or not whole:
                yield found


def _percentages(
    figures: Sequence[Reported], claims: Sequence[list[_Said]], ids: Sequence[list[str]]
) -> Iterator[Comparison]:
    """Percentages that are of another base than they say, against the number that they say it of."""
    named = [pair for i, some in zip(ids, claims, strict=True) for pair in zip(i, some, strict=True)]
    for i, percent in named:
        said, value = percent.statement.base, percent.statement.range.point
        if said is None or value is None:
            continue
        reports = {f.document for f in percent.figures}
        found = wrong_base(value, said, points([f for f in figures if f.document in reports]))
        if found is None:
            continue
        for j, other in named:
            if other.statement.range.point == found.meant and other.statement.meaning.measure[0] == "people":
                why = f"{value:g} per cent is the difference as a part of {found.taken:,}; of {found.meant:,} it is"
                yield Comparison(
                    first=i,
                    second=j,
                    axes=_axes(percent, other),
                    verdict="conflict",
                    reasons=("percent_base_error",),
                    sentence=f"{percent.words}; {other.words}: {why} {found.right:.0f} per cent",
                )


def _of_one_voice(
    pairs: Iterator[tuple[tuple[str, _Said], tuple[str, _Said]]],
) -> Iterator[tuple[tuple[str, _Said], tuple[str, _Said]]]:
    for (i, a), (j, b) in pairs:
        if a.statement.known and a.statement.speaker == b.statement.speaker:
            yield (i, a), (j, b)


def _compared(first: str, second: str, a: _Said, b: _Said) -> Comparison:
    judgement = judge(a.statement, b.statement)
    return Comparison(
        first=first,
        second=second,
        axes=_axes(a, b),
        verdict=judgement.verdict,
        reasons=judgement.reasons,
        sentence=sentence(a.words, b.words, judgement),
    )


def _axes(a: _Said, b: _Said) -> Axes:
    return axes(a.statement.meaning, b.statement.meaning, a.statement.statistic, b.statement.statistic)
