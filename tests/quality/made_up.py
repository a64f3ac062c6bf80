"""Corpora and ledgers by chance, in the forms of PolNeAR and of the gold reports: their text says nothing."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path

from accordingto.records import Attribution, Date, Document, Figure, Ledger, ReaderInfo, Source, Span

SAMPLE = "the harbour «mayor» said that “forty boats” sank , but nobody '' knew why . it's 12 – \n ( ünder ) \" ``"
WORDS = SAMPLE.split(" ")
NAMES = ("Hana Sorel", "Dr. Hana Sorel", "Sorel", "Ivo Brandt", "the", "Port Authority", "Jürgen Maß", "—")
KINDS = ("person", "organisation", "document", "media", "people", "anonymous")
MANNERS = ("direct", "indirect", "mixed")
STANCES = ("asserts", "denies", "doubts")
HARMS = ("killed", "injured", None)

Bounds = tuple[int, int]


class FromFolder:
    """A reader that finds each report's ledger in a folder, as one JSON file by the report's name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, report: Path) -> Ledger:
        return Ledger.from_json((self.folder / f"{report.stem}.json").read_bytes())


def text(rng: random.Random, words: int = 80) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(words))


def span(rng: random.Random, size: int) -> Bounds:
    start = rng.randrange(size - 1)
    return start, min(size, start + rng.randint(1, 60))


def spans(rng: random.Random, size: int) -> list[Bounds]:
    """One to three spans in order, without overlap."""
    cuts = sorted(rng.sample(range(size), 2 * rng.choice((1, 1, 2, 3))))
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def moved(rng: random.Random, bounds: Bounds, size: int) -> Bounds:
    start = max(0, bounds[0] + rng.randint(-6, 6))
    end = min(size, max(start + 1, bounds[1] + rng.randint(-6, 6)))
    return min(start, end - 1), end


def ledger(rng: random.Random, content: str, near: list[list[Bounds]], shift: int = 0) -> Ledger:
    """A ledger of `content`, most of its attributions near the gold ones, whose offsets lie `shift` further on."""
    size = len(content)

    def of(bounds: Bounds) -> Span:
        return Span.of(content, *bounds)

    sources = [
        Source(id=f"s{i}", name=rng.choice(NAMES), kind=rng.choice(KINDS), mentions=(of(span(rng, size)),))
        for i in range(4)
    ]
    speakers = [None, *(s.id for s in sources)]
    attributions = []
    for i in range(rng.randint(0, 9)):
        if near and rng.random() < 0.8:
            first = rng.choice(near)[0]
            said = [moved(rng, (max(0, first[0] - shift), max(1, first[1] - shift)), size)]
        else:
            said = spans(rng, size)
        attributions.append(
            Attribution(
                id=f"a{i}",
                source=of(span(rng, size)) if rng.random() < 0.8 else None,
                cue=of(span(rng, size)) if rng.random() < 0.8 else None,
                content=tuple(of(s) for s in said),
                manner=rng.choice(MANNERS),
                stance=rng.choice(STANCES),
                speaker=rng.choice(speakers),
                within="a0" if i and rng.random() < 0.3 else None,
                confidence=rng.random(),
            )
        )
    figures = [
        Figure(
            id=f"f{i}",
            span=of(span(rng, size)),
            low=(low := rng.choice((1, 2, None))),
            high=low,
            unit="people",
            harm=rng.choice(HARMS),
            period=rng.choice(("2003", None)),
            speaker=rng.choice(speakers),
            confidence=1.0,
        )
        for i in range(rng.randint(0, 6))
    ]
    return Ledger(
        document=Document(id=hashlib.sha256(content.encode()).hexdigest(), media_type="text/plain", text=content),
        sources=tuple(sources),
        attributions=tuple(attributions),
        figures=tuple(figures),
        dates=tuple(
            Date(span=of(span(rng, size)), value=rng.choice(("2003", None)), type="date")
            for _ in range(rng.randint(0, 4))
        ),
        reader=ReaderInfo(version="0", model="chance", model_sha256="0" * 64),
    )


def polnear(rng: random.Random, split: Path, ledgers: Path, reports: int = 12) -> None:
    """A part of PolNeAR in `split`: odd names, two annotators, a text without any, one ledger missing."""
    for folder in (split / "text", split / "attributions", ledgers):
        folder.mkdir(parents=True)
    (split / "text" / "nobody.txt").write_text("No marks.", encoding="utf-8")
    for number in range(reports):
        name, content = f"paper_[{number}]_a-b", text(rng)
        (split / "text" / f"{name}.txt").write_bytes(content.encode())
        said = [spans(rng, len(content)) for _ in range(rng.randint(0, 8))]
        for annotator, marks in (("0aaa", said), ("1bbb", said[:1])):
            path = split / "attributions" / f"{name}_{annotator}.ann"
            path.write_text(_brat(rng, content, marks), encoding="utf-8")
        if number != 1:
            (ledgers / f"{name}.json").write_text(ledger(rng, content, said).to_json(), encoding="utf-8")


def _brat(rng: random.Random, content: str, marks: list[list[Bounds]]) -> str:
    lines, key = [], 0
    for number, said in enumerate(marks):
        roles = [("Content", said)]
        roles += [(role, [span(rng, len(content))]) for role in ("Source", "Cue", "Source2") if rng.random() < 0.7]
        event = f"E{number}\tAttribution:T999"
        for role, found in roles:
            key += 1
            offsets = ";".join(f"{s} {e}" for s, e in found)
            lines.append(f"T{key}\t{role.rstrip('2')} {offsets}\twords")
            event += f" {role}:T{key}"
        lines += [event, f"#1\tAnnotatorNotes E{number}\tnote"]
    return "\n".join(lines) + "\n"


def gold(rng: random.Random, folder: Path, ledgers: Path, reports: int = 12) -> None:
    """Gold reports in `folder`; some ledgers hold the text without its first white space, one another text."""
    for path in (folder / "reports", folder / "texts", ledgers):
        path.mkdir(parents=True)
    for number in range(reports):
        content = "\n  " * (number % 3 == 0) + text(rng) + "\n" * (number % 2)
        said = [spans(rng, len(content)) for _ in range(rng.randint(0, 8))]
        report = {
            "id": f"r{number}",
            "attributions": [_gold_attribution(rng, content, s) for s in said],
            "figures": [_gold_figure(rng, content) for _ in range(rng.randint(0, 5))],
            "dates": [
                {"text": _gold_span(rng, content), "value": rng.choice(("2003", None)), "type": "date"}
                for _ in range(rng.randint(0, 3))
            ],
        }
        (folder / "reports" / f"r{number}.json").write_text(json.dumps(report), encoding="utf-8")
        (folder / "texts" / f"r{number}.txt").write_text(content, encoding="utf-8")
        own = {0: content.strip(), 1: text(rng)}.get(number % 5, content)
        shift = content.find(own) if number % 5 == 0 else 0
        if number != 2:
            made = ledger(rng, own, said, shift)
            (ledgers / f"r{number}.json").write_text(made.to_json(), encoding="utf-8")


GUM = """\
# newdoc id = GUM_news_made
# newpar
1\tAnn\tAnn\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1,2-coref
2\tBell\tBell\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\ttell\ttell\tVERB\tVB\t_\t0\troot\t_\t_
5\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-person-new-nnnnn-cf2-2-coref
6\tcrowd\tcrowd\tNOUN\tNN\t_\t4\tobj\t_\tEntity=2)
"""


def gum(folder: Path) -> str:
    """A document of GUM in `folder`; gives its text."""
    folder.mkdir(parents=True)
    (folder / "GUM_news_made.conllu").write_text(GUM, encoding="utf-8")
    return "Ann Bell spoke.\n\nShe can't tell the crowd"


def _gold_span(rng: random.Random, content: str, bounds: Bounds | None = None) -> object:
    start, end = bounds or span(rng, len(content))
    return [start, end] if rng.random() < 0.5 else {"text": content[start:end], "at": start}


def _gold_attribution(rng: random.Random, content: str, said: list[Bounds]) -> dict[str, object]:
    return {
        "source": _gold_span(rng, content) if rng.random() < 0.8 else None,
        "cue": None,
        "content": [_gold_span(rng, content, s) for s in said],
        "speaker": rng.choice((*NAMES, None)),
        "kind": rng.choice(KINDS),
        "manner": rng.choice(MANNERS),
        "stance": rng.choice(STANCES),
        "within": rng.choice((None, 0)),
    }


def _gold_figure(rng: random.Random, content: str) -> dict[str, object]:
    low = rng.choice((1, 2, None))
    return {
        "text": _gold_span(rng, content),
        "low": low,
        "high": low,
        "unit": "people",
        "harm": rng.choice(HARMS),
        "speaker": rng.choice((*NAMES, None)),
        "period": rng.choice(("2003", None)),
    }


def wikiwars(rng: random.Random, folder: Path, reports: int = 3) -> None:
    """Histories in TimeML in `folder`, some words of them marked as dates."""
    folder.mkdir(parents=True)
    for number in range(reports):
        words = [
            f'<TIMEX3 tid="t{at}" type="DATE" value="2003">{word}</TIMEX3>' if word.isalpha() and at % 9 == 0 else word
            for at, word in enumerate(rng.choice(("harbour", "&amp;", "2003", "mayor", "“")) for _ in range(40))
        ]
        body = f"<TimeML>\n<TEXT>\n{' '.join(words)}\n</TEXT>\n</TimeML>\n"
        (folder / f"{number:02}_Made.tml").write_text(body, encoding="utf-8")
