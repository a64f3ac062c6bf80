"""Make the second reading mean something: the chances of nested statements, and the floor below which none is given.

    python -m training.nested src/accordingto/models/small-1 --cost 0.4

PolNeAR marks only the outermost statements, so it cannot say which nested ones are right. Readers judged those that a
model found in a third of its development reports (training/annotations/nested-polnear-dev.jsonl): a logistic curve
over their raw scores (Platt 1999) gives the chances. The floor is the lowest at which PolNeAR's content overlap F1,
for which every nested statement is a wrong one, falls by no more than `--cost` points. Prints what each floor gives,
and writes both into the model's config.json.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import msgspec
import numpy as np
from sklearn.linear_model import LogisticRegression

from accordingto.records import Attribution, Ledger
from accordingto.tag.model import Config, Nested, Points
from quality.corpora import polnear, shared
from quality.nested import JUDGED, judge, judgements
from quality.polnear import match, predictions
from quality.reading import maker, read_all
from training.calibrate import copied, written

RAW: Points = ((0.0, 0.0), (1.0, 1.0))
KNOTS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.96, 0.97, 0.98, 0.99, 1.0)
FLOORS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985, 0.99)


def curve(seen: Iterable[tuple[float, bool]]) -> Points:
    """Points (raw score, chance), rising from 0 to 1, from raw scores and whether they were right."""
    raw, right = (np.array(column, float) for column in zip(*seen, strict=True))
    fit = LogisticRegression().fit(_odds(raw), right)
    chances = fit.predict_proba(_odds(np.array(KNOTS)))[:, 1]
    return tuple((knot, round(float(c), 4)) for knot, c in zip(KNOTS, chances, strict=True))


def _odds(raw: np.ndarray) -> np.ndarray:
    """Raw scores as logits, the ends drawn in, as one column."""
    inside = np.clip(raw, 0.01, 0.995)
    return np.log(inside / (1 - inside))[:, None]


def _key(attribution: Attribution) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in attribution.spans)


def _added(with_all: Ledger, with_none: Ledger) -> list[Attribution]:
    """The statements of the second reading: those that a ledger with the highest floor lacks."""
    there = {_key(a) for a in with_none.attributions}
    return [a for a in with_all.attributions if _key(a) not in there]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--cost", type=float, default=0.4, help="points of PolNeAR's F1 to give up (default: 0.4)")
    args = parser.parse_args()
    path = args.model / "config.json"
    config = msgspec.json.decode(path.read_bytes(), type=Config)
    corpus = polnear(shared() / "data" / "polnear" / "dev")
    read = {}
    for floor in (0.0, 1.0):
        raw = msgspec.structs.replace(config, nested=Nested(floor=floor, calibration=RAW))
        with copied(args.model, raw) as folder:
            read[floor] = read_all(corpus.reports, maker(str(folder)))
    added = {r.name: _added(read[0.0][r.name], read[1.0][r.name]) for r in corpus.reports}
    known = judgements(JUDGED)
    seen = [
        (a.confidence, verdict)
        for name, found in added.items()
        for a in found
        if (verdict := judge(a, known.get(name, ()))) is not None
    ]
    matched = sum(len(match(r.text, r.marks, predictions(r, read[1.0][r.name])).pairs) for r in corpus.reports)
    marked = sum(len(r.marks) + len(read[1.0][r.name].attributions) for r in corpus.reports)
    scores = [a.confidence for found in added.values() for a in found]
    print("raw floor  statements  judged  right  costs")
    floor = 1.0
    for at in reversed(FLOORS):
        count = sum(score >= at for score in scores)
        judged = [right for score, right in seen if score >= at]
        cost = 200 * matched / marked - 200 * matched / (marked + count)
        share = f"{sum(judged) / len(judged):.2f}" if judged else "-"
        print(f"{at:9.3f} {count:11} {len(judged):7} {share:>6} {cost:6.2f}")
        floor = at if cost <= args.cost else floor
    points = curve(seen)
    chance = float(np.interp(floor, [x for x, _ in points], [y for _, y in points]))
    nested = Nested(floor=round(chance, 4), calibration=points)
    path.write_bytes(written(msgspec.structs.replace(config, nested=nested)))
    print(f"{path}: raw floor {floor}, {nested}")


if __name__ == "__main__":
    main()
