"""`python -m quality.gate`: fail the build where quality has fallen below its floors.

Floors hold only on the corpus they were taken on, so another digest fails too. `--update` raises floors to what is
measured now; lowering one, or taking floors on another corpus, needs `--allow-regression`.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import jsonschema
import msgspec

from accordingto.records import Ledger
from quality.corpora import NoCorpus
from quality.reading import maker
from quality.results import Results, measure, read_data

FLOORS = Path(__file__).with_name("floors.json")
SCHEMA = Path(__file__).parent.parent / "src" / "accordingto" / "report" / "ledger-1.schema.json"

# The int8 kernels of other processors round otherwise, which turns a few decisions. So much below now stands a floor.
MARGIN = 0.3
# Each of these can be bought with the other; their F1 cannot.
_NOT_GATED = ("precision", "recall")


class Floors(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The digest of each corpus, and by corpus and measure the value below which the build fails."""

    corpora: dict[str, str] = {}
    floors: dict[str, dict[str, float]] = {}


class Row(NamedTuple):
    """One floor beside what is measured now, None where the measure is gone."""

    measure: str
    floor: float
    now: float | None

    @property
    def holds(self) -> bool:
        """Whether the measure is there and not below its floor."""
        return self.now is not None and self.now >= self.floor


class WouldLower(Exception):
    """An update that would lower floors, without leave to do so."""


def rows(floors: Floors, results: Results) -> list[Row]:
    """Every floor beside its measure now."""
    return [
        Row(f"{corpus}: {name}", floor, results.measures.get(corpus, {}).get(name))
        for corpus, some in floors.floors.items()
        for name, floor in some.items()
    ]


def changed(floors: Floors, results: Results) -> list[str]:
    """The corpora of the floors that are not those that were measured, as sentences."""
    now = {name: info.digest for name, info in results.corpora.items()}
    return [
        f"corpus {name} is not the one of the floors: its digest was {digest[:12]}, is {now.get(name, 'none')[:12]}"
        for name, digest in floors.corpora.items()
        if now.get(name) != digest
    ]


def updated(floors: Floors, results: Results, *, allow_regression: bool = False) -> Floors:
    """The floors raised to the measures of `results`, less MARGIN; none is lowered unless that is allowed.

    Raises WouldLower where a measure is below its floor or gone, or a corpus is another one.
    """
    lower = changed(floors, results) + [
        f"{r.measure} is {_number(r.now)}, its floor {r.floor}" for r in rows(floors, results) if not r.holds
    ]
    if lower and not allow_regression:
        raise WouldLower("; ".join(lower))
    new = {
        corpus: {name: _floor(value) for name, value in some.items() if not name.endswith(_NOT_GATED)}
        for corpus, some in results.measures.items()
    }
    if not lower:
        new = {
            c: {name: max(v, floors.floors.get(c, {}).get(name, v)) for name, v in some.items()}
            for c, some in new.items()
        }
    return Floors(corpora={name: info.digest for name, info in results.corpora.items()}, floors=new)


def table(found: Iterable[Row]) -> str:
    """Measure, floor, now and the verdict, one line each."""
    lines = [f"{'measure':76} {'floor':>6} {'now':>6}"]
    lines += [
        f"{r.measure:76} {r.floor:6.1f} {_number(r.now):>6}  {'' if r.holds else 'BELOW'}".rstrip() for r in found
    ]
    return "\n".join(lines)


def invalid(ledgers: Mapping[str, Mapping[str, Ledger]], schema: Path = SCHEMA) -> list[str]:
    """The ledgers whose JSON breaks the published schema, as sentences."""
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    return [
        f"the ledger of {corpus}/{name} breaks {schema.name} at {error.json_path}: {error.message[:120]}"
        for corpus, some in ledgers.items()
        for name, ledger in some.items()
        for error in validator.iter_errors(json.loads(ledger.to_json()))
    ]


def measured(model: str | None) -> tuple[Results, list[str]]:
    """The measures now, and what is wrong with the ledgers' JSON."""
    data = read_data(maker(model))
    return measure(data), invalid(data.ledgers)


def main(argv: list[str] | None = None, now: Callable[[str | None], tuple[Results, list[str]]] = measured) -> int:
    """Measure and compare, or update the floors; 0 if all floors hold, 1 if not, 2 if nothing can be measured."""
    parser = argparse.ArgumentParser(prog="python -m quality.gate", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--model", help="a model folder, or the name of a model in the package")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the floors (default: quality/floors.json)")
    parser.add_argument("--update", action="store_true", help="raise the floors to now")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    args = parser.parse_args(argv)
    if not args.floors.exists() and not args.update:
        print(f"no floors at {args.floors}: take them with --update", file=sys.stderr)
        return 2
    try:
        results, faults = now(args.model)
    except NoCorpus as error:
        print(error, file=sys.stderr)
        return 2
    floors = msgspec.json.decode(args.floors.read_bytes(), type=Floors) if args.floors.exists() else Floors()
    if args.update and not faults:
        return _update(args.floors, floors, results, allow_regression=args.allow_regression)
    found = rows(floors, results)
    faults += changed(floors, results)
    print(table(found))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults or not all(r.holds for r in found) else 0


def _update(path: Path, floors: Floors, results: Results, *, allow_regression: bool) -> int:
    try:
        new = updated(floors, results, allow_regression=allow_regression)
    except WouldLower as error:
        print(f"no floor is lowered without --allow-regression: {error}", file=sys.stderr)
        return 1
    path.write_bytes(msgspec.json.format(msgspec.json.encode(new), indent=1) + b"\n")
    print(table(rows(new, results)))
    return 0


def _floor(value: float) -> float:
    return max(0.0, math.floor(10 * (value - MARGIN)) / 10)


def _number(value: float | None) -> str:
    return "gone" if value is None else f"{value:.1f}"


if __name__ == "__main__":
    raise SystemExit(main())
