"""Sheet, Ledger -> Correction*: what annotators changed in a report, as decisions, and what cannot be one, and why."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from accordingto.records import Attribution, DecisionKind, Figure, Ledger, Source, Span
from accordingto.records.base import Record
from accordingto.report.annotations.brat import joined
from accordingto.report.annotations.sheet import CHOICES, FLAGS, NUMBERS, Mark, Sheet, Spans, fingerprint, sheet

_KIND_OF = {"Content": "statement", "Figure": "figure"}


class Correction(Record, frozen=True, kw_only=True):
    """One decision to be made: what `Casebook.decide` takes."""

    target: str
    kind: DecisionKind
    value: dict[str, Any]


class Refused(Record, frozen=True, kw_only=True):
    """Something in a file of annotations that becomes no decision, and why."""

    what: str
    why: str


def corrections(
    given: Sheet, ledger: Ledger, exported: Mapping[str, str], *, accepted: Collection[str] = ()
) -> tuple[tuple[Correction, ...], tuple[Refused, ...]]:
    """What was accepted, changed, deleted and added in `given`, beside the ledger as it is now taken.

    `exported` holds the fingerprints of what was exported. A change of what has changed since then is refused: its
    annotator has not seen what he would overwrite. What is in the ledger already as annotated makes no decision.
    """
    run = _Run(given, ledger, exported, accepted)
    made: list[Correction] = []
    refused: list[Refused] = []
    for one in run.all():
        (made if isinstance(one, Correction) else refused).append(one)  # type: ignore[arg-type]
    return tuple(made), tuple(refused)


class _Run:
    """The comparing of one sheet with one ledger."""

    def __init__(self, given: Sheet, ledger: Ledger, exported: Mapping[str, str], accepted: Collection[str]) -> None:
        self.given, self.ledger, self.exported, self.accepted = given, ledger, exported, accepted
        self.now = sheet(ledger, accepted=accepted)
        self.document = ledger.document.id[:16]
        items: tuple[Attribution | Figure, ...] = (*ledger.attributions, *ledger.figures)
        self.records = {one.id: one for one in items}
        self.keys = {item: key for key, item in self.now.items.items()}
        self.sources = {s.id: s for s in ledger.sources}
        self.mentions = {(m.start, m.end): s for s in reversed(ledger.sources) for m in s.mentions}

    def all(self) -> Iterator[Correction | Refused]:
        """Every correction and refusal: items in their order, then what was deleted, then what is new."""
        seen: dict[str, str] = {}
        new: list[str] = []
        # What was exported may be left without a content; what is drawn must belong to one.
        there = {(mark.label, joined(self.now.text, mark.spans)) for mark in self.now.marks.values()}
        used = {other for mark in self.given.marks.values() for other in (mark.said_by, mark.cued_by)}
        for key, mark in self.given.marks.items():
            item = self.given.items.get(key, "")
            if mark.label in _KIND_OF and item in self.exported and self._same_label(item, mark):
                seen[item] = key
            elif mark.label in _KIND_OF:
                new.append(key)
            elif key not in used and (mark.label, mark.spans) not in there:
                yield Refused(what=self._shown(mark), why=f"no content leads to this {mark.label.lower()}")
        new = self._found_again(new, seen)
        for item, key in seen.items():
            yield from self._item(item, self.given.marks[key])
        yield from self._kinds()
        for item in self.exported:
            if item not in seen and item in self.records:
                yield self._unless_stale(item, Correction(target=self._target(item), kind="reject", value={}))
        for key in new:
            yield self._added(self.given.marks[key])

    def _found_again(self, new: list[str], seen: dict[str, str]) -> list[str]:
        """Take marks for the items that stand at their places, such as one drawn anew; gives those that are left."""
        there: dict[tuple[str, Spans], list[str]] = {}
        for key, item in self.now.items.items():
            if item not in seen:
                mark = self.now.marks[key]
                there.setdefault((mark.label, joined(self.now.text, mark.spans)), []).append(item)
        left = []
        for key in new:
            mark = self.given.marks[key]
            items = there.get((mark.label, mark.spans))
            if items:
                seen[items.pop(0)] = key
            else:
                left.append(key)
        return left

    def _kinds(self) -> Iterator[Refused]:
        """The kinds of sources that were changed: what a source is, is not decided with a statement."""
        kinds: dict[Spans, set[str]] = {}
        for mark in self.now.marks.values():
            if mark.label == "Source" and "kind" in mark.fields:
                kinds.setdefault(joined(self.now.text, mark.spans), set()).add(mark.fields["kind"])
        for mark in self.given.marks.values():
            known = kinds.get(mark.spans) if mark.label == "Source" else None
            if known and mark.fields.get("kind", min(known)) not in known:
                yield Refused(what=self._shown(mark), why="the kind of a source that is known cannot be decided here")

    def _same_label(self, item: str, mark: Mark) -> bool:
        return item not in self.keys or self.now.marks[self.keys[item]].label == mark.label

    def _item(self, item: str, mark: Mark) -> Iterator[Correction | Refused]:
        if item not in self.records:
            yield Refused(what=f"{_KIND_OF[mark.label]} {item}", why="it has been rejected since the export")
            return
        old = self.now.marks[self.keys[item]]
        problem = self._wrong(mark)
        if problem:
            yield Refused(what=f"{_KIND_OF[mark.label]} {item}", why=problem)
            return
        value = self._changes(old, mark)
        problem = self._nameless(mark) if "speaker" in value else None
        if problem:
            yield Refused(what=f"{_KIND_OF[mark.label]} {item}", why=problem)
        elif value:
            yield self._unless_stale(item, Correction(target=self._target(item), kind="correct", value=value))
        elif "accepted" in mark.fields and item not in self.accepted and item in self.exported:
            yield self._unless_stale(item, Correction(target=self._target(item), kind="accept", value={}))

    def _wrong(self, mark: Mark) -> str | None:
        """Why a mark's fields make no sense, if they do not."""
        for name, values in CHOICES[mark.label].items():
            if name in mark.fields and mark.fields[name] not in values:
                return f"{name} is {mark.fields[name]!r}: give one of {', '.join(values)}"
        if mark.label == "Content":
            missing = [name for name in CHOICES["Content"] if name not in mark.fields]
            return f"it has no {' and no '.join(missing)}" if missing else None
        if len(mark.spans) != 1:
            return "a figure stands in one piece"
        low, high = (self._number(mark, name) for name in NUMBERS["Figure"])
        if any(n is not None and not math.isfinite(n) for n in (low, high)):
            return f"low={mark.fields.get('low', '')} high={mark.fields.get('high', '')}: give numbers, or nothing"
        if low is not None and high is not None and low > high:
            return f"its range {low}..{high} ends before it begins"
        return None

    def _changes(self, old: Mark, new: Mark) -> dict[str, Any]:
        value: dict[str, Any] = {}
        if joined(self.now.text, old.spans) != new.spans:
            spans = [self._span(*place) for place in new.spans]
            value |= {"content": spans} if new.label == "Content" else {"span": spans[0]}
        for name in CHOICES[new.label]:
            if old.fields.get(name) != new.fields.get(name):
                value[name] = new.fields.get(name)
        for name in FLAGS[new.label]:
            if name != "accepted" and (name in old.fields) != (name in new.fields):
                value[name] = name in new.fields
        for name in NUMBERS[new.label]:
            if self._number(old, name) != self._number(new, name):
                value[name] = self._number(new, name)
        if new.label == "Content":
            value |= self._voices(old, new)
        return value

    def _voices(self, old: Mark, new: Mark) -> dict[str, Any]:
        """What changed in who says it and in the words that tie it to what is said."""
        value: dict[str, Any] = {}
        for link, name in (("said_by", "source"), ("cued_by", "cue")):
            before, after = self._led(self.now, old, link), self._led(self.given, new, link)
            if before == after:
                continue
            value[name] = self._span(*after[0]) if after else None
            # Other bounds of the same words change nothing about who it is.
            if name == "source" and not _meet(before, after):
                value["speaker"] = None if self._nameless(new) else self._speaker(new)
        return value

    def _led(self, of: Sheet, mark: Mark, link: str) -> Spans | None:
        key = getattr(mark, link)
        return joined(of.text, of.marks[key].spans) if key in of.marks else None

    def _speaker(self, mark: Mark) -> dict[str, str] | None:
        """Who stands at the source of a content: whom the report means by these words, else the words themselves."""
        source = self.given.marks.get(mark.said_by or "")
        if source is None:
            return None
        known = self.mentions.get(source.spans[0])
        if known is not None:
            return _named(known)
        words = " ".join(self.now.text[source.spans[0][0] : source.spans[0][1]].split())
        return {"name": words, "kind": source.fields["kind"]}

    def _nameless(self, mark: Mark) -> str | None:
        """Why it cannot be told who stands at the source of a content: its kind must not be guessed."""
        source = self.given.marks.get(mark.said_by or "")
        if source is None or source.spans[0] in self.mentions:
            return None
        if source.fields.get("kind") in CHOICES["Source"]["kind"]:
            return None
        return f"its source is new: give it a kind ({', '.join(CHOICES['Source']['kind'])})"

    def _added(self, mark: Mark) -> Correction | Refused:
        what = self._shown(mark)
        problem = self._wrong(mark) or self._nameless(mark)
        if problem:
            return Refused(what=what, why=problem)
        spans = [self._span(*place) for place in mark.spans]
        flags = {name: True for name in FLAGS[mark.label] if name in mark.fields and name != "accepted"}
        fields = {name: mark.fields[name] for name in CHOICES[mark.label] if name in mark.fields}
        value: dict[str, Any]
        if mark.label == "Content":
            source, cue = self._led(self.given, mark, "said_by"), self._led(self.given, mark, "cued_by")
            ends = {"source": self._span(*source[0]) if source else None, "cue": self._span(*cue[0]) if cue else None}
            value = {"statement": {"content": spans, **ends, **fields}, "speaker": self._speaker(mark)}
        else:
            low, high = (self._number(mark, name) for name in NUMBERS["Figure"])
            if low is None and high is None:
                return Refused(what=what, why="a new figure needs low or high: how many does it say?")
            inner = self._statement_around(mark.spans[0])
            speaker = self.sources.get(inner.speaker or "") if inner else None
            figure = {"span": spans[0], "low": low, "high": high, "unit": "people", **fields, **flags}
            if inner:
                figure["attribution"] = inner.id
            value = {"figure": figure, "speaker": _named(speaker) if speaker else None}
        return Correction(target=f"report:{self.ledger.document.id}", kind="add", value=value)

    def _statement_around(self, place: tuple[int, int]) -> Attribution | None:
        """The innermost statement whose content holds this place."""
        holding = [
            (part.end - part.start, a.id, a)
            for a in self.ledger.attributions
            for part in a.content
            if part.start <= place[0] and place[1] <= part.end
        ]
        return min(holding, key=lambda one: one[:2])[2] if holding else None

    def _unless_stale(self, item: str, one: Correction) -> Correction | Refused:
        if fingerprint(self.records[item]) == self.exported.get(item):
            return one
        why = f"it has changed since the export, so {one.kind!r} is not done: export it anew"
        return Refused(what=one.target.replace(":", " "), why=why)

    def _target(self, item: str) -> str:
        return f"{_KIND_OF[self.now.marks[self.keys[item]].label]}:{self.document}/{item}"

    def _span(self, start: int, end: int) -> dict[str, Any]:
        span = Span.of(self.now.text, start, end)
        return {"start": span.start, "end": span.end, "text": span.text}

    def _shown(self, mark: Mark) -> str:
        words = " … ".join(self.now.text[start:end] for start, end in mark.spans)
        return f"{mark.label} “{' '.join(words.split())}” at {mark.spans[0][0]}"

    @staticmethod
    def _number(mark: Mark, name: str) -> float | None:
        """A number as written; NaN for what is none."""
        written = mark.fields.get(name)
        if not written:
            return None
        try:
            value = float(written.replace(",", ""))
        except ValueError:
            return math.nan
        return int(value) if value.is_integer() else value


def _named(source: Source) -> dict[str, str]:
    told = {"name": source.name, "kind": source.kind, "role": source.role, "affiliation": source.affiliation}
    return {key: value for key, value in told.items() if value}


def _meet(one: Spans | None, other: Spans | None) -> bool:
    return bool(one and other and one[0][0] < other[-1][1] and other[0][0] < one[-1][1])
