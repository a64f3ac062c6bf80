"""Stretches of a document are read as texts of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

import accordingto.models
from accordingto.errors import ModelError
from accordingto.records import Document, Reading, Span
from accordingto.tag import DEFAULT_MODEL, Tagger

SHIPPED = Path(accordingto.models.__path__[0]) / DEFAULT_MODEL
TEXT = "The envoy told reporters that the minister had said on Monday that the border was closed to everyone."
INNER = Span.of(TEXT, TEXT.index("the minister"), len(TEXT) - 1)


def document(text: str) -> Document:
    return Document(id="0" * 64, media_type="text/plain", text=text)


def with_nested(folder: Path, nested: object) -> Path:
    """A copy of the shipped model with this under `nested`."""
    path = Path(shutil.copytree(SHIPPED, folder / "model")) / "config.json"
    path.write_bytes(msgspec.json.encode({**msgspec.json.decode(path.read_bytes()), "nested": nested}))
    return path.parent


def test_a_stretch_is_read_with_the_offsets_of_its_document() -> None:
    """The voice inside what is said is found, and its spans quote the document."""
    found = Tagger(threads=1).tag(document(TEXT), within=[INNER])
    assert "the minister" in {t.span.text for t in found.spans if t.label == "source"}
    assert all(t.span.quotes(TEXT) and INNER.holds(t.span) for t in found.spans)


def test_a_stretch_does_not_hang_on_the_others() -> None:
    """Read alone or beside another one, a stretch gives the same spans."""
    tagger = Tagger(threads=1)
    other = Span.of(TEXT, 0, TEXT.index(" that"))
    alone, beside = (tagger.tag(document(TEXT), within=some) for some in ([INNER], [other, INNER]))
    assert set(alone.spans) <= set(beside.spans)


def test_no_stretch_gives_nothing() -> None:
    """To read within nothing is not to read all."""
    assert Tagger(threads=1).tag(document(TEXT), within=[]) == Reading()


def test_a_model_that_was_not_calibrated_for_it_reads_no_stretch(tmp_path: Path) -> None:
    """Without `nested` in its config a model gives nothing, since its scores would mean nothing."""
    tagger = Tagger(with_nested(tmp_path, None), threads=1)
    assert (tagger.tag(document(TEXT), within=[INNER]), tagger.nested_floor) == (Reading(), 1.0)


@pytest.mark.parametrize("nested", [{"floor": 1.5, "calibration": [[0, 0]]}, {"floor": 0.5, "calibration": []}])
def test_a_config_whose_chances_are_none_is_refused(tmp_path: Path, nested: object) -> None:
    """A floor that is no chance, or no points at all, is told."""
    with pytest.raises(ModelError, match=r"floor|calibration"):
        Tagger(with_nested(tmp_path, nested))
