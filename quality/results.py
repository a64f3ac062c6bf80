"""What one measurement of quality gives: the record that results.json holds."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from accordingto.records import Ledger, ReaderInfo
from quality import calibration, figures, gold, nested, polnear, speakers, wikiwars
from quality.calibration import Bin
from quality.corpora import Corpus, GoldMarks, Marked, shared
from quality.corpora import gold as gold_corpus
from quality.corpora import polnear as polnear_corpus
from quality.gum import Mention
from quality.gum import gum as gum_corpus
from quality.reading import MakeReader, read_all
from quality.wikiwars import Timex

RESULTS = Path(__file__).with_name("results.json")
DETAIL = "iraq-2023-03-20"  # the report that the project's description argues from


class CorpusInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A corpus that was measured on: its digest pins texts and marks."""

    digest: str
    reports: int


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """One measurement. `measures` are by corpus and name, in per cent except where a name says otherwise."""

    date: str
    reader: ReaderInfo
    corpora: dict[str, CorpusInfo]
    measures: dict[str, dict[str, float]]
    calibration: tuple[Bin, ...]
    calibration_error: float

    def to_json(self) -> bytes:
        """As the committed file has it: indented, with a line end, numbers rounded to four places."""
        rounded = msgspec.structs.replace(
            self,
            measures={c: {k: round(v, 4) for k, v in m.items()} for c, m in self.measures.items()},
            calibration=tuple(
                msgspec.structs.replace(b, confidence=_rounded(b.confidence), right=_rounded(b.right))
                for b in self.calibration
            ),
            calibration_error=round(self.calibration_error, 4),
        )
        return msgspec.json.format(msgspec.json.encode(rounded), indent=1) + b"\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Data:
    """The corpora with the ledgers that were read from them."""

    polnear: Corpus[tuple[Marked, ...]]
    gold: Corpus[GoldMarks]
    passages: tuple[Corpus[GoldMarks], ...]
    gum: Corpus[tuple[Mention, ...]]
    wikiwars: Corpus[tuple[Timex, ...]]
    ledgers: dict[str, dict[str, Ledger]]


def read_data(make: MakeReader) -> Data:
    """Read all development reports with a reader of `make`; raises NoCorpus where the data is absent."""
    folder = shared()
    news, own = polnear_corpus(folder / "data" / "polnear" / "dev"), gold_corpus(folder / "gold")
    passages = figures.halves(gold_corpus(folder / "figures"))
    histories = wikiwars.corpus(folder / "data" / "wikiwars")
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        talks = gum_corpus(folder / "data" / "gum" / "dep", Path(one))
        ledgers = {corpus.name: read_all(corpus.reports, make) for corpus in (news, own, *passages, talks)}
        ledgers[histories.name] = read_all(wikiwars.as_text(histories, Path(other)), make)
    return Data(polnear=news, gold=own, passages=passages, gum=talks, wikiwars=histories, ledgers=ledgers)


def measure(data: Data) -> Results:
    """All measures of the ledgers in `data`."""
    news, own = data.ledgers[data.polnear.name], data.ledgers[data.gold.name]
    table = calibration.reliability(calibration.outcomes(data.polnear, news))
    error = calibration.calibration_error(table)
    corpora: list[Corpus[Any]] = [data.polnear, data.gold, *data.passages, data.gum, data.wikiwars]
    return Results(
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        reader=next(iter(news.values())).reader,
        corpora={c.name: CorpusInfo(digest=c.digest, reports=len(c.reports)) for c in corpora},
        measures={
            data.polnear.name: polnear.score(data.polnear, news)
            | nested.score(nested.judgements(nested.JUDGED), news)
            | {"100 - calibration error": 100 - 100 * error},
            data.gold.name: gold.score(data.gold, own)
            | _detail(data.gold, own)
            | figures.detail(data.gold, own, DETAIL),
            data.gum.name: speakers.score(data.gum, data.ledgers[data.gum.name]),
            data.wikiwars.name: wikiwars.score(data.wikiwars, data.ledgers[data.wikiwars.name]),
        }
        | {p.name: figures.score(p, data.ledgers[p.name]) for p in data.passages},
        calibration=tuple(table),
        calibration_error=error,
    )


def _detail(corpus: Corpus[GoldMarks], ledgers: Mapping[str, Ledger]) -> dict[str, float]:
    """How many attributions of one report were found with the right source words."""
    counts = [gold.count(r, ledgers.get(r.name)) for r in corpus.reports if r.name == DETAIL]
    return {f"{DETAIL}: right with source, of {c['att gold']} (count)": float(c["att source"]) for c in counts}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
