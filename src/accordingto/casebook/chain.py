"""The chain of entries: what is hashed, and how each entry holds the one before.

An entry's hash is the sha256 of a JSON list of its number, kind, time, person, reason, its payload's hash and the hash
of the entry before. The payload is JSON with sorted keys; whatever is large in it (raw bytes, ledgers) stands in it by
its sha256. So whoever changes, adds or takes away anything but at the end changes every hash behind it.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from accordingto.records.base import Record

FIRST = "0" * 64
"""What stands for the hash of the entry before the first."""

KINDS = ("report", "ledger", "version", "rejection", "decision")


class Entry(Record, frozen=True, kw_only=True):
    """One link of the chain; `number` counts from 1, `at` is ISO 8601 in UTC, `payload` is JSON."""

    number: int
    kind: str
    at: str
    by: str
    why: str | None
    payload: str
    payload_sha256: str
    before: str
    hash: str

    def holds(self) -> dict[str, Any]:
        """The payload."""
        return msgspec.json.decode(self.payload, type=dict[str, Any])

    def fault(self, number: int, before: str) -> str | None:
        """What is wrong with this entry as number `number` behind the hash `before`, in words; None where nothing."""
        if self.number != number:
            return f"entry {number} is missing: entry {self.number} stands in its place"
        if sha256(self.payload.encode()) != self.payload_sha256:
            return f"entry {number}: its payload is not what its hash says"
        if self.before != before:
            return f"entry {number}: it does not hold the hash of the entry before it"
        if self.hash != _hash(self):
            return f"entry {number}: its number, kind, time, person or reason is not what its hash says"
        return None


def link(*, number: int, kind: str, at: str, by: str, why: str | None, payload: dict[str, Any], before: str) -> Entry:
    """The entry with these contents behind the one whose hash is `before`."""
    text = msgspec.json.encode(payload, order="sorted").decode()
    bare = Entry(
        number=number,
        kind=kind,
        at=at,
        by=by,
        why=why,
        payload=text,
        payload_sha256=sha256(text.encode()),
        before=before,
        hash="",
    )
    return msgspec.structs.replace(bare, hash=_hash(bare))


def sha256(data: bytes) -> str:
    """The sha256 in hex."""
    return hashlib.sha256(data).hexdigest()


def _hash(entry: Entry) -> str:
    parts = [entry.number, entry.kind, entry.at, entry.by, entry.why, entry.payload_sha256, entry.before]
    return sha256(msgspec.json.encode(parts))
