"""A network with 8-bit products -> the same network with products in float, as a GPU works them.

The CUDA provider of onnxruntime has no kernel that quantises activations while it runs: it would hand each product back
to the processor. And a scale that is taken over all windows at once makes answers hang on which windows go together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from accordingto.errors import ModelError

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto


def in_floats(content: bytes) -> bytes:
    """The ONNX file `content` with every `MatMulInteger` and what scales it replaced by a `MatMul`, and with masks.

    So windows of several lengths can go together. Weights are those that the 8 bits stand for; activations are no
    longer rounded. Raises ModelError without the library onnx, and where a product is scaled otherwise than by
    onnxruntime's dynamic quantisation.
    """
    onnx = _library()
    model: ModelProto = onnx.load_from_string(content)
    graph = model.graph
    made = {output: node for node in graph.node for output in node.output}
    users: dict[str, list[NodeProto]] = {}
    for node in graph.node:
        for given in node.input:
            users.setdefault(given, []).append(node)
    stored = {one.name: one for one in graph.initializer}
    gone: set[str] = set()
    products: dict[str, NodeProto] = {}
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        try:
            quantised = made[node.input[0]]
            (cast,) = users[node.output[0]]
            (scaled,) = users[cast.output[0]]
            scales = made[next(name for name in scaled.input if name != cast.output[0])]
            scale = next(stored[name] for name in scales.input if name in stored)
            weight, zero = (onnx.numpy_helper.to_array(stored[name]) for name in (node.input[1], node.input[3]))
        except (KeyError, ValueError, IndexError, StopIteration) as error:
            raise ModelError(f"encoder.onnx: {node.name} is not scaled as expected: use --device cpu") from error
        name = f"{node.input[1]}_float"
        if name not in stored:
            values = (weight.astype(np.float32) - zero.astype(np.float32)) * onnx.numpy_helper.to_array(scale)
            stored[name] = onnx.numpy_helper.from_array(values.astype(np.float32), name)
        product = onnx.helper.make_node("MatMul", [quantised.input[0], name], [scaled.output[0]], name=scaled.name)
        products[scaled.output[0]] = product
        gone |= {one.output[0] for one in (node, cast, scaled, scales, quantised)}
    nodes = [products.get(n.output[0], n) for n in graph.node if n.output[0] in products or n.output[0] not in gone]
    nodes = _knowing_padding(nodes)
    used = {given for node in nodes for given in node.input}
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(one for name, one in stored.items() if name in used)
    return bytes(model.SerializeToString())


def _knowing_padding(nodes: Iterable[NodeProto]) -> list[NodeProto]:
    """The nodes with a mask at each attention, which on the processor has none: a window goes alone there."""
    make = _library().helper.make_node
    found = [make("Cast", ["mask"], ["mask_whole"], to=_library().TensorProto.INT32)]
    for node in nodes:
        if node.op_type == "MultiHeadAttention":
            mask = "mask_whole"
            if "/roles/" in node.name:  # there a row for each anchor, whose window is `row`
                mask = "mask_of_anchors"
                found.append(make("Gather", ["mask_whole", "row"], [mask], axis=0))
            node.input.extend(["", mask])
        found.append(node)
    return found


def _library() -> Any:  # noqa: ANN401  a module
    try:
        import onnx  # noqa: PLC0415  an extra, which the processor does not need
    except ImportError:
        raise ModelError("--device cuda needs the library onnx: pip install 'accordingto[cuda]'") from None
    return onnx
