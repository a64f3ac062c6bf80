"""`python -m quality.score`: read all development reports, print every measure, write results.json."""

from __future__ import annotations

import argparse
from pathlib import Path

from quality.reading import maker
from quality.results import RESULTS, Results, measure, read_data


def show(results: Results) -> str:
    """The measures as lines to read."""
    lines = [f"{results.reader.model} ({results.reader.model_sha256[:12]}), {results.date}"]
    for corpus, measures in results.measures.items():
        lines += ["", f"{corpus}, {results.corpora[corpus].reports} reports"]
        lines += [f"  {name:58} {value:6.1f}" for name, value in measures.items()]
    lines += ["", "confidence     count   mean  right"]
    for row in results.calibration:
        means = "" if row.confidence is None or row.right is None else f"{row.confidence:6.3f} {row.right:6.3f}"
        lines.append(f"{row.low:.1f} to {row.high:.1f} {row.count:10} {means}")
    lines.append(f"expected calibration error {results.calibration_error:.3f}")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Measure, print, write; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m quality.score", description=(__doc__ or "").split(": ", 1)[1])
    parser.add_argument("--model", help="a model folder, or the name of a model in the package")
    parser.add_argument("--out", type=Path, default=RESULTS, help="default: quality/results.json")
    args = parser.parse_args(argv)
    results = measure(read_data(maker(args.model)))
    print(show(results))
    args.out.write_bytes(results.to_json())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
