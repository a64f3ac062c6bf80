"""How often the charset of English reports is told right, beside a general detector.

`python -m benchmarks.charset_detection FOLDER` takes the reports (UTF-8, `*.txt`) of FOLDER, writes each in charsets of
one byte per character where these have all its characters, and counts how many come back as they were. Reports in
ASCII alone are left out: nothing can be told wrong in them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from charset_normalizer import from_bytes

from accordingto.errors import ReadError
from accordingto.read.charset import decode

# What writers of Latin-1 and Latin-9 put for the typographic characters that these do not have.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "―": "-", "…": "..."})
_TYPOGRAPHIC = str.maketrans({"―": "—"})
CHARSETS = {"cp1252": _TYPOGRAPHIC, "mac-roman": _TYPOGRAPHIC, "latin-1": _PLAIN, "iso8859-15": _PLAIN}


def by_accordingto(data: bytes) -> str | None:
    """The text as `read` decodes it, None where it refuses."""
    try:
        return decode(data, name="report").text
    except ReadError:
        return None


def by_charset_normalizer(data: bytes) -> str | None:
    """The text as charset-normalizer decodes it by itself."""
    best = from_bytes(data).best()
    return str(best) if best else None


def measure(reports: list[str], charset: str, told: Callable[[bytes], str | None]) -> str:
    """One line: reports that came back as they were, of those that the charset can write, and milliseconds for each."""
    written = []
    for report in reports:
        text = report.translate(CHARSETS[charset])
        try:
            data = text.encode(charset)
        except UnicodeEncodeError:
            continue
        if not data.isascii():
            written.append((text, data))
    start = time.perf_counter()
    right = sum(told(data) == text for text, data in written)
    spent = 1000 * (time.perf_counter() - start) / max(len(written), 1)
    return f"{charset:10} {told.__name__:22} {right:4} of {len(written):4} right, {spent:5.1f} ms each"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("give the folder of the reports: python -m benchmarks.charset_detection FOLDER")
    found = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    for one in CHARSETS:
        for detector in (by_accordingto, by_charset_normalizer):
            print(measure(found, one, detector))
