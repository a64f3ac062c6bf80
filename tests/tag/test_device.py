"""Where the model is worked: on the processor unless a GPU is asked for, and never in silence on another one."""

from __future__ import annotations

import sys

import numpy as np
import onnxruntime
import pytest

from accordingto.errors import ModelError
from accordingto.records import Document
from accordingto.tag import Tagger
from accordingto.tag.floats import in_floats
from accordingto.tag.model import BATCH_CUDA, Model

BOTH = ["CUDAExecutionProvider", "CPUExecutionProvider"]
LINE = 'The mayor said "we counted 14 dead", but a doctor denied it on Monday, and the council asked for an inquiry.\n'
REAL = onnxruntime.InferenceSession


class FakeGpu:
    """A session that works on the processor, and says that it works where it was asked to."""

    sizes: list[int]

    def __init__(self, content, options, providers):
        self._providers = providers
        self._session = REAL(content, options, providers=["CPUExecutionProvider"])
        FakeGpu.sizes = []

    def get_providers(self):
        return self._providers

    def run(self, names, given):
        FakeGpu.sizes.append(len(given["ids"]))
        return self._session.run(names, given)


@pytest.fixture
def gpu(monkeypatch):
    """A machine whose runtime has the CUDA provider."""
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: BOTH)
    monkeypatch.setattr(onnxruntime, "InferenceSession", FakeGpu)


def test_the_processor_is_the_default_also_beside_a_gpu(gpu) -> None:
    """A GPU is used when it is asked for, and not because it is there."""
    assert Model(threads=1)._session.get_providers() == ["CPUExecutionProvider"]


def test_a_gpu_reads_many_windows_at_once_and_nearly_the_same(gpu, example) -> None:
    """On a GPU windows go together, in float; its spans are those of the processor, their scores nearly."""
    tagger = Tagger(threads=1, device="cuda")
    assert tagger._model._session.get_providers() == BOTH
    found, known = ({(t.span, t.label): t.score for t in one.tag(example.document).spans} for one in (tagger, Tagger()))
    assert 1 < max(FakeGpu.sizes) <= BATCH_CUDA
    assert len(found.keys() & known.keys()) >= 0.95 * len(found.keys() | known.keys())
    assert max(abs(found[key] - known[key]) for key in found.keys() & known.keys()) < 0.1


def test_on_a_gpu_no_window_hangs_on_its_neighbours(gpu) -> None:
    """A text read with another one behind it gives what it gives alone."""
    tagger = Tagger(threads=1, device="cuda")
    line, other = LINE.strip() * 8, "A bridge was shut by the police, officials say. " * 20
    alone, beside = (
        tagger.tag(Document(id="0" * 64, media_type="text/plain", text=text)) for text in (line, f"{line}\n{other}")
    )
    assert FakeGpu.sizes == [1, 2]
    first = [t for t in beside.spans if t.span.end <= len(line)]
    assert [(t.span, t.label) for t in alone.spans] == [(t.span, t.label) for t in first]
    assert np.allclose([t.score for t in alone.spans], [t.score for t in first], atol=1e-3)


def test_a_gpu_that_is_not_there_is_an_error(monkeypatch) -> None:
    """Without the CUDA provider the message names the package that has it."""
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CPUExecutionProvider"])
    with pytest.raises(ModelError, match="onnxruntime-gpu"):
        Model(device="cuda")


def test_a_gpu_that_does_not_start_is_an_error(monkeypatch) -> None:
    """Where the runtime falls back on the processor, since a library of the GPU is missing, that is told."""
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: BOTH)
    fallen = REAL(Model(threads=1)._session._model_bytes, providers=["CPUExecutionProvider"])
    monkeypatch.setattr(onnxruntime, "InferenceSession", lambda *_, **__: fallen)
    with pytest.raises(ModelError, match="cuda does not start"):
        Model(device="cuda")


def test_an_unknown_device_is_told_the_known_ones() -> None:
    """A misspelt device is answered with the names that would do."""
    with pytest.raises(ModelError, match="cpu, cuda"):
        Model(device="gpu")  # type: ignore[arg-type]


def test_a_product_that_is_scaled_otherwise_is_refused() -> None:
    """A network that was quantised in another way is told by the product's name, and not read wrongly."""
    onnx = pytest.importorskip("onnx")
    given = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.INT8, [2, 2]) for name in "ab"]
    out = onnx.helper.make_tensor_value_info("c", onnx.TensorProto.INT32, [2, 2])
    node = onnx.helper.make_node("MatMulInteger", ["a", "b"], ["c"], name="alone")
    model = onnx.helper.make_model(onnx.helper.make_graph([node], "g", given, [out]))
    with pytest.raises(ModelError, match="alone is not scaled"):
        in_floats(model.SerializeToString())


def test_without_onnx_the_extra_is_named(monkeypatch) -> None:
    """What a GPU needs besides the runtime is told by the extra that brings it."""
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(ModelError, match=r"accordingto\[cuda\]"):
        in_floats(b"")
