"""A model folder is checked before it is used."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

import accordingto.models
from accordingto.errors import ModelError
from accordingto.models import MODELS
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
    with pytest.raises(ModelError, match=r"is missing|no model at"):
        Tagger(folder)


def test_an_unknown_name_lists_the_models_there_are() -> None:
    """A misspelt name is answered with the names that would do."""
    with pytest.raises(ModelError, match=", ".join(MODELS)):
        Tagger("no-such-model")


@pytest.mark.parametrize("name", MODELS)
def test_every_name_stands_for_a_model(name: str) -> None:
    """Each name that `--model` lists opens a model, whose ledgers name its folder."""
    assert Tagger(name, threads=1).name == MODELS[name]


def test_the_default_can_be_named() -> None:
    """The default is one of the names, so that a command line can say it."""
    assert DEFAULT_MODEL in MODELS


def test_a_folder_needs_no_slash(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder beside the user is a model by its bare name."""
    monkeypatch.chdir(folder.parent)
    assert Tagger("model", threads=1).name == DEFAULT_MODEL


def test_a_config_with_an_unknown_form_is_refused(folder: Path) -> None:
    """A config that lacks a key is told by that key."""
    config = msgspec.json.decode((folder / "config.json").read_bytes())
    del config["window"]
    (folder / "config.json").write_bytes(msgspec.json.encode(config))
    with pytest.raises(ModelError, match="window"):
        Tagger(folder)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("sha256", {"encoder.onnx": "0" * 64}, "sha256"),
        ("roles", ["none", "source", "cue"], "roles"),
        ("step", [[0.0]], "step"),
        ("context", 127, "context 127"),
        ("calibration", [], "calibration"),
        ("calibration", [[0.5, 0.5], [0.1, 0.6]], "calibration"),
        ("calibration", [[0.0, 0.0], [1.0, 1.5]], "calibration"),
    ],
)
def test_a_config_that_would_lose_text_or_lie_is_refused(folder: Path, key: str, value: object, message: str) -> None:
    """A value that nothing can be read with is told by its key, and is no error of Python's."""
    config = msgspec.json.decode((folder / "config.json").read_bytes())
    (folder / "config.json").write_bytes(msgspec.json.encode({**config, key: value}))
    with pytest.raises(ModelError, match=message):
        Tagger(folder)


def test_a_file_that_cannot_be_opened_is_named(folder: Path) -> None:
    """A folder where the network should be is told by its path."""
    (folder / "encoder.onnx").unlink()
    (folder / "encoder.onnx").mkdir()
    with pytest.raises(ModelError, match=r"encoder\.onnx cannot be read"):
        Tagger(folder)


def test_the_same_text_gives_the_same_reading() -> None:
    """A session with one thread and a session with two read the same spans."""
    line = 'The mayor said "we counted 14 dead", but a doctor denied it on Monday.\n'
    document = Document(id="0" * 64, media_type="text/plain", text=line * 30)
    first, second = Tagger(threads=1).tag(document), Tagger(threads=2).tag(document)
    assert [(t.span, t.label) for t in first.spans] == [(t.span, t.label) for t in second.spans]
    assert {t.span.text for t in first.spans if t.label == "source"} >= {"The mayor"}


def test_more_threads_than_cores_are_no_more() -> None:
    """Threads without a core of their own only wait for each other."""
    document = Document(id="0" * 64, media_type="text/plain", text="The bridge is shut, the mayor said on Monday.")
    assert Tagger(threads=99_999).tag(document) == Tagger(threads=1).tag(document)
