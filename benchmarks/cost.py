"""`python -m benchmarks.cost --words-per-second N --workers N --hourly USD`: what a million reports cost to read.

A machine that is rented by the hour reads `words-per-second` with each of its `workers`, which scale by `--scaling`.
Prices are assumptions to be replaced by your own; the defaults' date stands beside them.
"""

from __future__ import annotations

import argparse

import msgspec

PRICES_OF = "2026-06"
"""When the prices below were told. They are assumptions: on demand, Linux, us-east-1, without tax and storage."""
MACHINES = {
    "c5.4xlarge": (8, 0.68),
    "g5.xlarge": (2, 1.006),
}
"""Name -> physical cores, US dollars an hour: processors alone, and an NVIDIA A10G.

The first from the examples of the Amazon EC2 Auto Scaling User Guide, "Spot price per unit hour"; the second from
FactualMinds, "Amazon EC2 On-Demand pricing: instance families", 17 June 2026.
"""


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What comes out: words and reports that the machine reads in an hour, and dollars for a million reports."""

    reports_per_hour: float
    hours_per_million: float
    dollars_per_million: float


def cost(*, words_per_second: float, workers: int, scaling: float, words: float, hourly: float) -> Cost:
    """The cost of a million reports of `words` words each; `scaling` is what two workers read, times one.

    A worker more adds always as much as the second one did.

    >>> cost(words_per_second=1000, workers=1, scaling=2.0, words=360, hourly=1.0).dollars_per_million
    100.0
    """
    speed = words_per_second * (1 + (workers - 1) * (scaling - 1))
    per_hour = speed * 3600 / words
    return Cost(
        reports_per_hour=round(per_hour, 1),
        hours_per_million=round(1e6 / per_hour, 2),
        dollars_per_million=round(1e6 / per_hour * hourly, 2),
    )


def main(argv: list[str] | None = None) -> int:
    """Work out and print as JSON; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--words-per-second", type=float, required=True, help="of one worker, as benchmarks.speed says")
    parser.add_argument("--words", type=float, default=500, help="of a report (default: 500)")
    parser.add_argument("--scaling", type=float, default=1.85, help="two workers, times one (default: 1.85)")
    parser.add_argument("--machine", choices=MACHINES, help=f"cores and price of {PRICES_OF}")
    parser.add_argument("--workers", type=int, help="by default the machine's cores")
    parser.add_argument("--hourly", type=float, metavar="USD", help="by default the machine's price")
    given = parser.parse_args(argv)
    cores, price = MACHINES.get(given.machine, (None, None))
    workers, hourly = given.workers or cores, given.hourly or price
    if workers is None or hourly is None:
        parser.error("give --machine, or --workers and --hourly")
    found = cost(
        words_per_second=given.words_per_second,
        workers=workers,
        scaling=given.scaling,
        words=given.words,
        hourly=hourly,
    )
    print(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
