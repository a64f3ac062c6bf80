"""A model folder is checked before it is used."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

import accordingto.models
from accordingto.errors import ModelError
from accordingto.records import Document
from accordingto.tag import DEFAULT_MODEL, Tagger

SHIPPED = Path(accordingto.models.__path__[0]) / DEFAULT_MODEL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the default model."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def test_a_changed_model_is_refused(folder: Path) -> None:
    """One changed byte in the network is told, with both hashes."""
    encoder = folder / "encoder.onnx"
    content = bytearray(encoder.read_bytes())
    content[len(content) // 2] ^= 1
    encoder.write_bytes(content)
    with pytest.raises(ModelError, match=r"sha256 is [0-9a-f]{64}, config.json says [0-9a-f]{64}"):
        Tagger(folder)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "config.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    """The message says which file is missing or that no model is there."""
    (folder / name).unlink()
    with pytest.raises(ModelError, match="is missing|no model at"):
        Tagger(folder)


def test_an_unknown_name_lists_the_models_there_are() -> None:
    """A misspelt name is answered with the names that would do."""
    with pytest.raises(ModelError, match=DEFAULT_MODEL):
        Tagger("no-such-model")


def test_a_config_with_an_unknown_form_is_refused(folder: Path) -> None:
    """A config that lacks a key is told by that key."""
    config = msgspec.json.decode((folder / "config.json").read_bytes())
    del config["window"]
    (folder / "config.json").write_bytes(msgspec.json.encode(config))
    with pytest.raises(ModelError, match="window"):
        Tagger(folder)


def test_the_same_text_gives_the_same_reading() -> None:
    """Two sessions, and windows in batches or alone, read the same spans."""
    line = 'The mayor said "we counted 14 dead", but a doctor denied it on Monday.\n'
    document = Document(id="0" * 64, media_type="text/plain", text=line * 30)
    first, second = Tagger(threads=1).tag(document), Tagger(threads=2).tag(document)
    assert [(t.span, t.label) for t in first.spans] == [(t.span, t.label) for t in second.spans]
    assert {t.span.text for t in first.spans if t.label == "source"} >= {"The mayor"}
