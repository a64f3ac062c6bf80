"""What one measurement of speed gives: the record that results.json holds."""

from __future__ import annotations

from pathlib import Path

import msgspec

RESULTS = Path(__file__).with_name("results.json")


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """Where it was measured; `load` is the one-minute load average before: near 0, or others were working too."""

    processor: str
    cores: int
    memory_gb: float
    system: str
    python: str
    load: float


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """One program on all texts: medians over the rounds.

    `ratio_to_spacy` is the median of its speed over spaCy's in the same round, by wall time; `cpu_ratio_to_spacy` the
    same by processor time, which other work on the machine does not lengthen. `cold_seconds` is one report in a new
    process, start to end. `failed` counts the texts that it raised an error on; their words count as read.
    """

    versions: dict[str, str]
    words_per_second: float
    ratio_to_spacy: float
    ratios: tuple[float, ...]
    cpu_ratio_to_spacy: float
    peak_mb: float
    cold_seconds: float
    failed: int


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """The whole command `accordingto read` on one report: median wall time, largest peak memory."""

    words: int
    seconds: float
    peak_mb: float


class Speed(msgspec.Struct, frozen=True, kw_only=True):
    """One measurement. Words are those of `str.split`, for everybody; MB are 10^6 bytes."""

    date: str
    machine: Machine
    texts: int
    words: int
    repeats: int
    subjects: dict[str, Subject]
    command: Command
    import_seconds: float
    wheel_mb: float | None

    def to_json(self) -> bytes:
        """As the committed file has it: indented, with a line end."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"
