"""`python -m quality.quantised FLOAT INT8`: what quantisation costs, on the four main measures."""

from __future__ import annotations

import argparse
import sys

from quality.corpora import polnear, shared
from quality.polnear import MAIN, score
from quality.reading import maker, read_all

ALLOWED = 0.5


def table(exact: dict[str, float], small: dict[str, float]) -> str:
    """The main measures of both models side by side, with the difference."""
    lines = [f"{'measure':32} {'float':>6} {'int8':>6} {'change':>7}"]
    lines += [f"{name:32} {exact[name]:6.2f} {small[name]:6.2f} {small[name] - exact[name]:+7.2f}" for name in MAIN]
    return "\n".join(lines)


def lost(exact: dict[str, float], small: dict[str, float]) -> list[str]:
    """The main measures on which the small model is more than ALLOWED points below the exact one."""
    return [name for name in MAIN if exact[name] - small[name] > ALLOWED]


def main(argv: list[str] | None = None) -> int:
    """Score both models on PolNeAR's development half; 1 if quantisation costs more than ALLOWED anywhere."""
    parser = argparse.ArgumentParser(prog="python -m quality.quantised", description=(__doc__ or "").split(": ", 1)[1])
    parser.add_argument("float", help="the model folder in float")
    parser.add_argument("int8", help="the model folder in int8")
    args = parser.parse_args(argv)
    corpus = polnear(shared() / "data" / "polnear" / "dev")
    exact, small = (score(corpus, read_all(corpus.reports, maker(model))) for model in (args.float, args.int8))
    print(table(exact, small))
    worse = lost(exact, small)
    if worse:
        print(f"more than {ALLOWED} lost: {', '.join(worse)}", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    raise SystemExit(main())
