"""Mark news with a trained model, as data for a smaller one to learn from (self-training by hard labels).

    python -m training.silver MODEL --corpora FOLDER --out FILE

`MODEL` is a model folder. Writes one line of JSON for each report: its id, and source, cue and content of each
attribution as code point bounds, never its text. Run again, it goes on behind the last report in FILE.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import defaultdict
from pathlib import Path

import msgspec

from accordingto.records import Document, Reading
from accordingto.tag import Tagger
from quality.corpora import Bounds, Marked
from training.examples import Silver, read_news


def marks(reading: Reading) -> tuple[Marked, ...]:
    """Each cue with the source and the content linked to it."""
    parts: dict[int, dict[str, list[Bounds]]] = defaultdict(lambda: defaultdict(list))
    for link in reading.links:
        tagged = reading.spans[link.tail]
        parts[link.head][tagged.label].append((tagged.span.start, tagged.span.end))
    return tuple(
        Marked(
            source=tuple(of["source"]),
            cue=((reading.spans[head].span.start, reading.spans[head].span.end),),
            content=tuple(of["content"]),
        )
        for head, of in parts.items()
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int)
    args = parser.parse_args()
    tagger = Tagger(args.model, args.threads)
    done = len(args.out.read_bytes().splitlines()) if args.out.exists() else 0
    with args.out.open("ab") as out:
        for i, (name, text) in enumerate(read_news(args.corpora / "news" / "gun-violence.jsonl.gz")):
            if i < done:
                continue
            key = hashlib.sha256(text.encode()).hexdigest()
            document = Document(id=key, media_type="text/plain", text=text)
            out.write(msgspec.json.encode(Silver(id=name, marks=marks(tagger.tag(document)))) + b"\n")
            if i % 100 == 0:
                print(f"{i} reports", flush=True)


if __name__ == "__main__":
    main()
