"""Sheet <-> brat standoff: the text as it is, and beside it a file of annotations and one that says what was exported.

Offsets are characters, as brat has them. brat wants no line break inside a fragment, so a span over several lines is
written in several fragments, which are joined again when read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from accordingto.records import Ledger
from accordingto.report.annotations.sheet import CHOICES, FLAGS, LINKS, NUMBERS, Mark, Sheet, Spans, exported
from accordingto.report.export.file import File

_BREAKS = re.compile(r"[\r\n]+")
_CONTROL = re.compile(r"[\r\n\t]")
_TEXT_BOUND = re.compile(r"T(\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", re.DOTALL)
_RELATION = re.compile(r"R\d+\t(\S+) Arg1:T(\d+) Arg2:T(\d+)\s*")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(\S+) T(\d+)(?: (\S+))?\s*")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes T(\d+)\t(.*)", re.DOTALL)
_NAMES = {name.capitalize(): name for label in CHOICES for name in (*CHOICES[label], *FLAGS[label])}


def brat_files(made: Sheet, ledger: Ledger, name: str) -> tuple[File, ...]:
    """`NAME.txt`, `NAME.ann` and `NAME.json` for a sheet of this ledger."""
    told = {
        "document": made.document,
        "marks": {f"T{key}": item for key, item in made.items.items()},
        "exported": exported(ledger),
    }
    return (
        File(name=f"{name}.txt", content=made.text.encode()),
        File(name=f"{name}.ann", content="".join(_lines(made)).encode()),
        File(name=f"{name}.json", content=json.dumps(told, indent=1).encode()),
    )


def brat_configuration() -> File:
    """`annotation.conf`: what brat lets an annotator mark."""
    lines = ["[entities]", *CHOICES, "", "[relations]"]
    lines += [f"{link}\tArg1:Content, Arg2:{label}" for link, label in LINKS.items()]
    lines += ["", "[events]", "", "[attributes]"]
    for name in dict.fromkeys(_NAMES.values()):
        labels = "|".join(label for label in CHOICES if name in CHOICES[label] or name in FLAGS[label])
        values = next((CHOICES[label][name] for label in CHOICES if name in CHOICES[label]), None)
        lines.append(f"{name.capitalize()}\tArg:{labels}" + (f", Value:{'|'.join(values)}" if values else ""))
    return File(name="annotation.conf", content=("\n".join(lines) + "\n").encode())


def _lines(made: Sheet) -> Iterator[str]:
    relations = attributes = notes = 0
    for key, mark in made.marks.items():
        fragments = _fragments(made.text, mark.spans)
        places = ";".join(f"{start} {end}" for start, end in fragments)
        yield f"T{key}\t{mark.label} {places}\t{_shown(made.text, fragments)}\n"
    for key, mark in made.marks.items():
        for link in LINKS:
            if other := getattr(mark, link):
                relations += 1
                yield f"R{relations}\t{link} Arg1:T{key} Arg2:T{other}\n"
        for name in (*CHOICES[mark.label], *FLAGS[mark.label]):
            if name in mark.fields:
                attributes += 1
                value = "" if name in FLAGS[mark.label] else f" {mark.fields[name]}"
                yield f"A{attributes}\t{name.capitalize()} T{key}{value}\n"
        if NUMBERS[mark.label]:
            notes += 1
            told = " ".join(f"{name}={mark.fields.get(name, '')}" for name in NUMBERS[mark.label])
            yield f"#{notes}\tAnnotatorNotes T{key}\t{told}\n"


def _fragments(text: str, spans: Spans) -> Spans:
    """The spans without line breaks; a span of nothing else stays."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        at = start
        parts = []
        for found in _BREAKS.finditer(text, start, end):
            parts.append((at, found.start()))
            at = found.end()
        parts = [(a, b) for a, b in (*parts, (at, end)) if a < b]
        out += parts or [(start, end)]
    return tuple(out)


def _shown(text: str, fragments: Spans) -> str:
    return " ".join(_CONTROL.sub(" ", text[start:end]) for start, end in fragments)


def joined(text: str, spans: Spans) -> Spans:
    """The spans, those joined that nothing but line breaks parts, and without line breaks at their ends.

    Two sheets whose spans are the same when joined mark the same words.
    """
    out: list[tuple[int, int]] = []
    for start, end in _fragments(text, spans):
        if out and out[-1][1] <= start and not text[out[-1][1] : start].strip("\r\n"):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)


def read_brat(annotations: str, told: Mapping[str, object], text: str) -> tuple[Sheet, list[str]]:
    """The sheet that annotations stand for, and what of them could not be used, each with its reason.

    `told` is what `NAME.json` holds, `text` the report's.
    """
    made = Sheet(document=str(told["document"]), text=text, marks={}, items={})
    lines = [line.rstrip("\r") for line in annotations.split("\n") if line.strip()]
    problems = [problem for line in lines if line.startswith("T") and (problem := _text_bound(line, made))]
    problems += [problem for line in lines if not line.startswith("T") and (problem := _about(line, made))]
    known = told["marks"]
    if isinstance(known, dict):
        made.items.update({k[1:]: str(v) for k, v in known.items() if k[1:] in made.marks})
    return made, problems


def _text_bound(line: str, made: Sheet) -> str | None:
    found = _TEXT_BOUND.fullmatch(line)
    if found is None:
        return f"{line!r} is no text-bound annotation"
    key, label, places, shown = found.groups()
    if label not in CHOICES:
        return f"T{key}: {label} is none of {', '.join(CHOICES)}"
    spans: Spans = tuple((int(a), int(b)) for a, b in (place.split(" ") for place in places.split(";")))
    if any(not 0 <= a < b <= len(made.text) for a, b in spans):
        return f"T{key}: {places} lies outside of the text"
    if _shown(made.text, spans) != shown:
        return f"T{key}: text mismatch: at {places} stands {_shown(made.text, spans)!r}, not {shown!r}"
    made.marks[key] = Mark(label, joined(made.text, tuple(sorted(spans))))
    return None


def _about(line: str, made: Sheet) -> str | None:
    """Take up a relation, attribute or note; the reason why it cannot be."""
    if found := _RELATION.fullmatch(line):
        return _relation(made, *found.groups())
    if found := _ATTRIBUTE.fullmatch(line):
        name, key, value = found.groups()
        return _set(made, key, {_NAMES.get(name, name): value or "true"})
    if found := _NOTE.fullmatch(line):
        key, told = found.groups()
        mark = made.marks.get(key)
        if mark is not None and not NUMBERS[mark.label]:
            return None  # a remark of the annotator's
        pairs = dict(part.partition("=")[::2] for part in told.split())
        return _set(made, key, {name: value for name, value in pairs.items() if value or name not in ("low", "high")})
    return f"{line!r} is no annotation that can be imported"


def _relation(made: Sheet, link: str, first: str, second: str) -> str | None:
    one, other = made.marks.get(first), made.marks.get(second)
    if one is None or other is None:
        return f"{link} from T{first} to T{second}: one of them is not there"
    if link not in LINKS or one.label != "Content" or other.label != LINKS[link]:
        return f"{link} from {one.label} T{first} to {other.label} T{second} makes no sense"
    if getattr(one, link) not in (None, second):
        return f"{link} from T{first}: it leads to two, T{getattr(one, link)} and T{second}"
    setattr(one, link, second)
    return None


def _set(made: Sheet, key: str, fields: dict[str, str]) -> str | None:
    mark = made.marks.get(key)
    if mark is None:
        return f"T{key} is not there, and has {', '.join(fields)} all the same"
    unknown = set(fields) - {*CHOICES[mark.label], *FLAGS[mark.label], *NUMBERS[mark.label]}
    if unknown:
        return f"T{key}: a {mark.label} has no {', '.join(sorted(unknown))}"
    mark.fields.update(fields)
    return None
