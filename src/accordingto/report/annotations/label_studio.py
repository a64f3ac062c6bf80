"""Sheet <-> Label Studio: a task with predictions, and the annotations that people made of it.

Offsets are code points, as Label Studio stores them by now (its issue 1008; before, it counted UTF-16 code units);
`value.text` beside them shows where an older one counted otherwise, and such a region is refused. A content in several
parts is several regions, each part linked to the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accordingto.records import Ledger
from accordingto.report.annotations.brat import joined
from accordingto.report.annotations.sheet import CHOICES, FLAGS, LINKS, NUMBERS, Mark, Sheet, exported
from accordingto.report.export.file import File

_PART_OF = "part_of"
"""From a further part of a content to its first."""


def task(made: Sheet, ledger: Ledger) -> dict[str, Any]:
    """The task of a report, with what was found in it as a prediction."""
    told = {
        "document": made.document,
        "title": ledger.document.title or "",
        "text": made.text,
        "marks": {f"m{key}": item for key, item in made.items.items()},
        "exported": exported(ledger),
    }
    version = f"accordingto {ledger.reader.version}, {ledger.reader.model}"
    return {"data": told, "predictions": [{"model_version": version, "result": list(_result(made))}]}


def configuration() -> File:
    """`label-studio.xml`: the labeling configuration of the project."""
    lines = ["<View>", "  <Relations>"]
    lines += [f'    <Relation value="{link}"/>' for link in (*LINKS, _PART_OF)]
    lines += ["  </Relations>", '  <Labels name="label" toName="text">']
    lines += [f'    <Label value="{label}"/>' for label in CHOICES]
    lines += ["  </Labels>", '  <Text name="text" value="$text" granularity="character"/>']
    for label in CHOICES:
        for name in CHOICES[label]:
            lines += list(_choices(label, name, CHOICES[label][name]))
        if FLAGS[label]:
            lines += list(_choices(label, f"{label.lower()}-flags", FLAGS[label], many=True))
        lines += [
            f'  <TextArea name="{name}" toName="text" perRegion="true" whenTagName="label" whenLabelValue="{label}" '
            f'placeholder="{name}" maxSubmissions="1"/>'
            for name in NUMBERS[label]
        ]
    return File(name="label-studio.xml", content=("\n".join([*lines, "</View>"]) + "\n").encode())


def _choices(label: str, name: str, values: tuple[str, ...], *, many: bool = False) -> Iterator[str]:
    choice = "multiple" if many else "single-radio"
    yield (
        f'  <Choices name="{name}" toName="text" perRegion="true" choice="{choice}" whenTagName="label" '
        f'whenLabelValue="{label}">'
    )
    yield from (f'    <Choice value="{value}"/>' for value in values)
    yield "  </Choices>"


def _result(made: Sheet) -> Iterator[dict[str, Any]]:
    for key, mark in made.marks.items():
        for part, (start, end) in enumerate(mark.spans):
            id_ = f"m{key}" if part == 0 else f"m{key}-{part}"
            value = {"start": start, "end": end, "text": made.text[start:end]}
            yield _region(id_, "label", "labels", value | {"labels": [mark.label]})
            if part:
                yield _relation(id_, f"m{key}", _PART_OF)
                continue
            place = {"start": start, "end": end}
            for name in CHOICES[mark.label]:
                if name in mark.fields:
                    yield _region(id_, name, "choices", place | {"choices": [mark.fields[name]]})
            flags = [name for name in FLAGS[mark.label] if name in mark.fields]
            if flags:
                yield _region(id_, f"{mark.label.lower()}-flags", "choices", place | {"choices": flags})
            for name in NUMBERS[mark.label]:
                if name in mark.fields:
                    yield _region(id_, name, "textarea", place | {"text": [mark.fields[name]]})
    for key, mark in made.marks.items():
        yield from (_relation(f"m{key}", f"m{other}", link) for link in LINKS if (other := getattr(mark, link)))


def _region(id_: str, name: str, type_: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": id_, "from_name": name, "to_name": "text", "type": type_, "value": value}


def _relation(first: str, second: str, link: str) -> dict[str, Any]:
    return {"from_id": first, "to_id": second, "type": "relation", "direction": "right", "labels": [link]}


def read_task(data: dict[str, Any], result: list[dict[str, Any]], text: str) -> tuple[Sheet, list[str]]:
    """The sheet that one annotation of a task stands for, and what of it could not be used, each with its reason."""
    made = Sheet(document=str(data["document"]), text=text, marks={}, items={})
    relations = [one for one in result if one.get("type") == "relation"]
    regions = [one for one in result if one.get("type") == "labels"]
    rest = [one for one in result if one.get("type") not in {"relation", "labels"}]
    problems = [problem for one in regions if (problem := _labels(one, made))]
    problems += [problem for one in rest if (problem := _field(one, made))]
    problems += [problem for one in sorted(relations, key=_links_last) if (problem := _link(one, made))]
    for mark in made.marks.values():
        mark.spans = joined(text, tuple(sorted(mark.spans)))
    made.items.update({key: str(item) for key, item in dict(data["marks"]).items() if key in made.marks})
    return made, problems


def _links_last(relation: dict[str, Any]) -> bool:
    return _PART_OF not in _names(relation)


def _names(relation: dict[str, Any]) -> list[str]:
    return [str(name) for name in relation.get("labels") or []]


def _labels(one: dict[str, Any], made: Sheet) -> str | None:
    id_, value = str(one.get("id")), one.get("value") or {}
    labels = value.get("labels") or []
    start, end = value.get("start"), value.get("end")
    if len(labels) != 1 or labels[0] not in CHOICES:
        return f"{id_}: {', '.join(map(str, labels)) or 'no label'} is not one of {', '.join(CHOICES)}"
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(made.text):
        return f"{id_}: {start}..{end} lies outside of the text"
    if value.get("text", made.text[start:end]) != made.text[start:end]:
        return f"{id_}: text mismatch: at {start}..{end} stands {made.text[start:end]!r}, not {value['text']!r}"
    made.marks[id_] = Mark(labels[0], ((start, end),))
    return None


def _field(one: dict[str, Any], made: Sheet) -> str | None:
    id_, name, value = str(one.get("id")), str(one.get("from_name")), one.get("value") or {}
    mark = made.marks.get(id_)
    if mark is None:
        return f"{id_}: {name} of a region that is not there"
    if name in CHOICES[mark.label] and len(value.get("choices") or []) == 1:
        mark.fields[name] = str(value["choices"][0])
    elif name == f"{mark.label.lower()}-flags" and set(value.get("choices") or []) <= set(FLAGS[mark.label]):
        mark.fields.update(dict.fromkeys(value["choices"], "true"))
    elif name in NUMBERS[mark.label]:
        given = value.get("text") or []
        text = given if isinstance(given, str) else " ".join(map(str, given))
        if text.strip():
            mark.fields[name] = text.strip()
    else:
        return f"{id_}: a {mark.label} has no {name}"
    return None


def _link(one: dict[str, Any], made: Sheet) -> str | None:
    first, second, names = str(one.get("from_id")), str(one.get("to_id")), _names(one)
    a, b = made.marks.get(first), made.marks.get(second)
    if a is None or b is None:
        return f"a relation from {first} to {second}: one of them is not there"
    if names == [_PART_OF] and a.label == b.label == "Content":
        b.spans += a.spans
        del made.marks[first]
        return None
    link = names[0] if len(names) == 1 else ""
    if link not in LINKS or a.label != "Content" or b.label != LINKS[link]:
        return f"a relation {names} from {a.label} {first} to {b.label} {second} makes no sense"
    if getattr(a, link) not in (None, second):
        return f"{link} from {first}: it leads to two, {getattr(a, link)} and {second}"
    setattr(a, link, second)
    return None
