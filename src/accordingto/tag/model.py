"""A model folder: `encoder.onnx`, `tokenizer.json`, `config.json` and `CARD.md`, loaded and checked."""

from __future__ import annotations

import hashlib
import os
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal, cast, get_args

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from accordingto.errors import ModelError
from accordingto.models import DEFAULT_MODEL, MODELS
from accordingto.tag.floats import in_floats

Device = Literal["cpu", "cuda"]
BATCH_CUDA = 32
"""Windows that a GPU reads at once: it is idle with fewer. On a processor the model's config says how many."""
_CUDA = "CUDAExecutionProvider"

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


Points = tuple[tuple[float, float], ...]


class Nested(msgspec.Struct, frozen=True, kw_only=True):
    """How the model reads what is said a second time, for statements within it.

    `calibration` as in `Config`, for statements found that way; `floor` is the chance below which none is given.
    """

    floor: float
    calibration: Points

    def __post_init__(self) -> None:
        """A floor that is no chance would drop all of them, or none."""
        if not 0.0 <= self.floor <= 1.0:
            raise ValueError(f"`floor` of `nested` is {self.floor}, and must be a chance from 0 to 1")
        _check_points(self.calibration)


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What `config.json` of a model says.

    `roles` are the labels of a piece in a relation, the first one is none; `step` is the CRF's score for going from
    one role to the next. `window` and `context` count word pieces. `floor` is the anchor probability below which no
    relation is read. `calibration` are points (raw score, chance), rising, between which chances are interpolated.
    `nested` is None for a model that was not calibrated on nested statements: it gives none of its second reading.
    """

    name: str
    sha256: dict[str, str]
    roles: tuple[str, ...]
    step: tuple[tuple[float, ...], ...]
    window: int
    context: int
    floor: float
    calibration: Points
    nested: Nested | None = None

    def __post_init__(self) -> None:
        """What the code relies on; a window without room would lose the text in silence."""
        if not {"encoder.onnx", "tokenizer.json"} <= set(self.sha256):
            raise ValueError(f"`sha256` must name encoder.onnx and tokenizer.json, not {sorted(self.sha256)}")
        if not {"source", "cue", "content"} <= set(self.roles[1:]):
            raise ValueError(f"`roles` must have source, cue and content behind the first, not {self.roles}")
        if any(len(row) != len(self.roles) for row in (self.step, *self.step)):
            raise ValueError(f"`step` must have a row and a column for each of the {len(self.roles)} roles")
        if self.context < 0 or self.window <= 2 * self.context:
            raise ValueError(f"window {self.window} and context {self.context} leave nothing to read")
        _check_points(self.calibration)


def _check_points(points: Points) -> None:
    raw = [x for x, _ in points]
    if not raw or raw != sorted(raw) or not all(0.0 <= y <= 1.0 for _, y in points):
        raise ValueError("`calibration` must be points with rising raw scores and chances from 0 to 1")


class Model:
    """An opened model: its config, its tokenizer and its session.

    `path` is a name of `accordingto.models.MODELS`, or a folder. `threads` is how many cores one call may use, None for
    all. `device` is where it is worked, a GPU in float; `batch` windows are best given at once there. Raises ModelError
    where a file is missing, damaged, or not the one that `config.json` names by its sha256, and where the device is not
    there.
    """

    def __init__(self, path: str | Path = DEFAULT_MODEL, threads: int | None = None, device: Device = "cpu") -> None:
        providers = _providers(device)
        folder = _folder(path)
        self.config = _config(folder)
        content = {name: _checked(folder / name, want) for name, want in self.config.sha256.items()}
        self.sha256 = self.config.sha256["encoder.onnx"]
        self.tokenizer = Tokenizer.from_buffer(content["tokenizer.json"])
        special = [self.tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[PAD]")]
        if None in special:
            raise ModelError(f"{folder}: tokenizer.json lacks [CLS], [SEP] or [PAD]; install the model again")
        self.cls, self.sep, self.pad = cast("list[int]", special)
        if device != "cpu":
            content["encoder.onnx"] = in_floats(content["encoder.onnx"])
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        if threads is not None:
            options.intra_op_num_threads = min(threads, os.cpu_count() or 1)  # more only wait for each other
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(content["encoder.onnx"], options, providers=providers)
        # Where a library of the GPU is missing, the runtime would go on without it, and only be slow.
        if providers[0] not in self._session.get_providers():
            raise ModelError(f"--device {device} does not start: see what onnxruntime says above, or leave it out")
        self.batch = 1 if device == "cpu" else BATCH_CUDA

    def __call__(self, inputs: dict[str, Ints]) -> tuple[Floats, Ints, Ints, Floats]:
        """Run the network on `ids`, `mask`, `shape`, `gap`, `quote`, each (windows, length).

        Returns the anchor probabilities (windows, length), and for each anchor at or above the floor its window, its
        place in it and its role scores (anchors, length, roles).
        """
        given: dict[str, Any] = {**inputs, "floor": np.array(self.config.floor, np.float32)}
        anchors, row, at, roles = self._session.run(None, given)
        return anchors, row, at, roles


def _providers(device: str) -> list[str]:
    """What the runtime is to work with, best first."""
    if device == "cpu":
        return ["CPUExecutionProvider"]
    if device not in get_args(Device):
        raise ModelError(f"no device {device!r}: name one of {', '.join(get_args(Device))}")
    if _CUDA not in onnxruntime.get_available_providers():
        raise ModelError(
            f"--device {device} needs the package onnxruntime-gpu in place of onnxruntime: uninstall the one, install "
            "the other, or leave --device out"
        )
    # The runtime looks for the GPU's libraries in the system alone, unless it is told that pip has installed them.
    if hasattr(onnxruntime, "preload_dlls"):
        onnxruntime.preload_dlls()
    return [_CUDA, "CPUExecutionProvider"]


def _folder(path: str | Path) -> Path:
    if path not in MODELS:
        return Path(path)
    with as_file(files("accordingto") / "models" / MODELS[str(path)]) as folder:
        return folder


def _config(folder: Path) -> Config:
    path = folder / "config.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Config)
    except FileNotFoundError as error:
        raise ModelError(
            f"no model at {folder}: name one of {', '.join(MODELS)}, or a folder with config.json"
        ) from error
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}); check who may read it") from error
    except msgspec.MsgspecError as error:
        raise ModelError(f"{path}: {error}; install the model again") from error


def _checked(path: Path, want: str) -> bytes:
    """The bytes of a model file, if they are those that the config names."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise ModelError(f"{path} is missing; install the model again") from error
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}); check who may read it") from error
    found = hashlib.sha256(content).hexdigest()
    if found != want:
        raise ModelError(f"{path}: sha256 is {found}, config.json says {want}; install the model again")
    return content
