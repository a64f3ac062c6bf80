"""Make confidence mean something: from a relation's raw score to the chance that it is right, on development data.

    python -m training.calibrate src/accordingto/models/small-1

Reads PolNeAR's development half with the model, scores as they come from it, and fits a rising step function
(isotonic regression; Zadrozny and Elkan, KDD 2002), smoothed to a few points between which `tag` interpolates. Prints
the calibration error that points fitted on one half of the reports have on the other, then writes those fitted on all
into the model's config.json.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np
from sklearn.isotonic import IsotonicRegression

from accordingto.attribute.turns import TURN_CHANCE
from accordingto.records import Ledger
from accordingto.tag.model import Config
from quality.calibration import calibration_error, outcomes, reliability
from quality.corpora import Corpus, Marked, polnear, shared
from quality.reading import maker, read_all

Points = tuple[tuple[float, float], ...]
KNOTS = 12


def fitted(seen: Sequence[tuple[float, bool]]) -> Points:
    """Points (raw score, chance), both rising from 0 to 1, from raw scores and whether they were right."""
    raw = np.array([score for score, _ in seen])
    right = np.array([float(r) for _, r in seen])
    rising = IsotonicRegression(y_min=0.02, y_max=0.98, out_of_bounds="clip").fit(raw, right)
    edges = np.quantile(raw, np.linspace(0, 1, KNOTS + 1))
    middles = [(float(raw[part].mean()), float(rising.predict(raw[part]).mean())) for part in _parts(raw, edges)]
    out = [(0.0, min(0.02, middles[0][1])), *middles, (1.0, max(0.98, middles[-1][1]))]
    return tuple((round(x, 4), round(y, 4)) for x, y in out)


def _parts(raw: np.ndarray, edges: np.ndarray) -> list[np.ndarray]:
    """The places of the scores between each two edges; empty parts are left out."""
    place = np.clip(np.searchsorted(edges, raw, side="right") - 1, 0, len(edges) - 2)
    return [at for at in (np.flatnonzero(place == i) for i in range(len(edges) - 1)) if len(at)]


def chance(points: Points, raw: float) -> float:
    """The chance of a raw score, as `tag` works it out."""
    return float(np.interp(raw, [x for x, _ in points], [y for _, y in points]))


def _scored(corpus: Corpus[tuple[Marked, ...]], ledgers: dict[str, Ledger]) -> list[tuple[float, bool]]:
    """Outcomes of what the first reading found: not of free quotations, a transcript's turns, nor nested statements."""
    return outcomes(corpus, {name: _from_model(ledger) for name, ledger in ledgers.items()})


def _from_model(ledger: Ledger) -> Ledger:
    kept = (a for a in ledger.attributions if a.cue and a.confidence != TURN_CHANCE and a.within is None)
    return msgspec.structs.replace(ledger, attributions=tuple(kept), figures=(), checks=())


def _half(corpus: Corpus[tuple[Marked, ...]], odd: int) -> Corpus[tuple[Marked, ...]]:
    return replace(corpus, reports=corpus.reports[odd::2])


@contextlib.contextmanager
def copied(model: Path, config: Config) -> Iterator[Path]:
    """A copy of a model folder with another config, for as long as the block runs."""
    with TemporaryDirectory() as copy:
        folder = Path(shutil.copytree(model, Path(copy) / "model"))
        (folder / "config.json").write_bytes(written(config))
        yield folder


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--floor", type=float, help="also set the anchor probability below which nothing is read")
    args = parser.parse_args()
    path = args.model / "config.json"
    config = msgspec.json.decode(path.read_bytes(), type=Config)
    floor = config.floor if args.floor is None else args.floor
    raw = msgspec.structs.replace(config, calibration=((0.0, 0.0), (1.0, 1.0)), floor=floor)
    corpus = polnear(shared() / "data" / "polnear" / "dev")
    with copied(args.model, raw) as folder:
        ledgers = read_all(corpus.reports, maker(str(folder)))
    seen = _scored(corpus, ledgers)
    for odd in (0, 1):
        points = fitted(_scored(_half(corpus, odd), ledgers))
        other = [(chance(points, score), right) for score, right in _scored(_half(corpus, 1 - odd), ledgers)]
        print(f"fitted on half {odd + 1}, on the other half: error {calibration_error(reliability(other)):.3f}")
    done = msgspec.structs.replace(raw, calibration=fitted(seen))
    path.write_bytes(written(done))
    print(f"{path}: {len(seen)} attributions, raw error {calibration_error(reliability(seen)):.3f}, {done.calibration}")


def written(config: Config) -> bytes:
    """A config as the model folder has it."""
    return msgspec.json.format(msgspec.json.encode(config), indent=1) + b"\n"


if __name__ == "__main__":
    main()
