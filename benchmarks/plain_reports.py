"""Seed -> made-up reports with the ledgers that a reader would give, for measuring and testing the casebook.

Nothing is read by the model: a report states plainly what is in it, so its ledger is known.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator

from accordingto.records import (
    Attribution,
    Document,
    Figure,
    Item,
    Ledger,
    Place,
    ReaderInfo,
    Rejection,
    Source,
    Span,
)

INFO = ReaderInfo(version="0", model="made-up", model_sha256="0" * 64)
SPEAKERS = (
    ("Ilse Marrant", "person", "mayor", "official"),
    ("Tomas Veldt", "person", "army spokesman", "military"),
    ("Dr. Sahl Okonjo", "person", "surgeon", "medical"),
    ("Harbour Relief", "organisation", None, "humanitarian"),
    ("World Health Organization", "organisation", None, "humanitarian"),
    ("Veldria Ministry of Health", "organisation", None, "official"),
)
PLACES = (("Mosul", "IQ"), ("Aleppo", "SY"), ("Sanaa", "YE"), ("Kharkiv", "UA"), ("Juba", "SS"), ("Goma", "CD"))
HARMS = ("killed", "injured", "missing", "displaced")
_SENTENCE = re.compile(
    r"(?P<speaker>[^.\n]+?)(?: \((?P<role>[^)]*)\))? said (?P<figure>(?P<number>\d+) people) were "
    r"(?P<harm>killed|injured|missing|displaced) in (?P<place>\w+) in (?P<period>\d{4}(?:-\d\d)?(?:-\d\d)?)"
)


class MadeUpReader:
    """Reads sentences such as `Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05.`

    `info` is what its ledgers name. A report without such a sentence is rejected.
    """

    def __init__(self, info: ReaderInfo = INFO) -> None:
        self.info = info

    def attempt(self, source: Item) -> Ledger | Rejection:
        """The ledger of an item, whose text is UTF-8."""
        text = source.text if source.text is not None else source.data.decode()
        found = list(_SENTENCE.finditer(text))
        if not found:
            return Rejection(name=source.name, reason="no_article", message="has no sentence of the kind: give one")
        document = Document(
            id=hashlib.sha256(source.data).hexdigest(),
            media_type="text/plain",
            text=text,
            title=source.title,
            outlet=source.outlet,
            published=source.published,
            retrieved=source.retrieved,
            url=source.url,
            notes=("extractor: made-up 1", *source.notes),
        )
        sources: dict[str, Source] = {}
        attributions, figures = [], []
        for i, match in enumerate(found, 1):
            name = match["speaker"].strip()
            span = _span(text, match, "speaker")
            known = sources.get(name)
            sources[name] = _source(f"s{len(sources) + 1}", name, match["role"], span) if known is None else known
            attributions.append(
                Attribution(
                    id=f"a{i}",
                    source=span,
                    cue=None,
                    content=(Span.of(text, match.start("figure"), match.end()),),
                    manner="indirect",
                    stance="asserts",
                    speaker=sources[name].id,
                    confidence=0.9,
                )
            )
            figures.append(_figure(text, match, i, sources[name].id))
        return Ledger(
            document=document,
            sources=tuple(sources.values()),
            attributions=tuple(attributions),
            figures=tuple(figures),
            reader=self.info,
        )


def reports(count: int, *, seed: int, figures: int = 5) -> Iterator[Item]:
    """So many reports with so many figures each; the same seed gives the same reports."""
    chance = random.Random(seed)
    for number in range(count):
        sentences = []
        for _ in range(figures):
            name, _, role, _ = chance.choice(SPEAKERS)
            place = chance.choice(PLACES)[0]
            year, month = chance.randint(2000, 2024), chance.randint(1, 12)
            sentences.append(
                f"{name}{f' ({role})' if role else ''} said {chance.randint(1, 5000)} people were "
                f"{chance.choice(HARMS)} in {place} in {year}-{month:02}."
            )
        text = f"Report {seed}-{number}.\n\n" + " ".join(sentences) + "\n"
        yield Item(
            name=f"report-{seed}-{number}.txt",
            data=text.encode(),
            title=f"Report {seed}-{number}",
            outlet=f"Outlet {number % 50}",
            published=f"{chance.randint(2000, 2024)}-{chance.randint(1, 12):02}-01",
            url=f"https://outlet-{number % 50}.test/{seed}/{number}",
        )


def _span(text: str, match: re.Match[str], group: str) -> Span:
    raw = match[group]
    start = match.start(group) + len(raw) - len(raw.lstrip())
    return Span.of(text, start, start + len(raw.strip()))


def _source(id_: str, name: str, role: str | None, span: Span) -> Source:
    known = {row[0]: row for row in SPEAKERS}.get(name)
    kind, party = (known[1], known[3]) if known else ("person" if role else "organisation", None)
    return Source(id=id_, name=name, kind=kind, party=party, role=role, mentions=(span,))  # type: ignore[arg-type]


def _figure(text: str, match: re.Match[str], number: int, speaker: str) -> Figure:
    value = int(match["number"])
    country = dict(PLACES).get(match["place"])
    return Figure(
        id=f"f{number}",
        span=_span(text, match, "figure"),
        low=value,
        high=value,
        unit="people",
        harm=match["harm"],  # type: ignore[arg-type]
        place=Place(name=match["place"], country=country),
        period=match["period"],
        attribution=f"a{number}",
        speaker=speaker,
        confidence=0.9,
    )
