"""The work grows with the text, not with its square, whatever stands in it."""

from __future__ import annotations

import time

import pytest

from accordingto.date import date
from accordingto.records import Document

LONGER, TOO_MUCH = 8, 28  # eight times the text: eight times as long, or 64 times with its square


def seconds(text: str) -> float:
    """Processor time for the dates of a text, the best of three."""
    document = Document(id="0" * 64, published="2023-03-20", media_type="text/plain", text=text)
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        date(document)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize(
    "unit",
    [
        "On 3 May 2019 they met, and two days later they left. ",
        "Tuesday ",
        "the end of the ",
        "the next day ",
        "a few ",
        "the      early                    ",
        "10:15 ",
        "nothing at all happens here, ",
        "In May and in 1999 ",
    ],
)
def test_linear(unit):
    """Dates, their beginnings, white space and plain words all cost their length."""
    date(Document(id="0" * 64, media_type="text/plain", text="On 3 May 2019."))
    short = seconds(unit * (1_500 // len(unit)))
    assert seconds(unit * (1_500 * LONGER // len(unit))) < TOO_MUCH * max(short, 0.001)
