"""A checkpoint -> the ONNX file that ships: exported, quantised to 8 bits, folded into a model folder.

    python -m training.export CHECKPOINT --base FOLDER --name small-1 --out src/accordingto/models/small-1

Weights of matrix products are 8 bits with a scale a column, activations are quantised while it runs, word vectors are
8 bits with a scale a row. `--float` leaves all this out, to measure what it costs (quality/quantised.py); `--keep`
leaves out the products whose name holds a word.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import warnings
from collections.abc import Sequence
from pathlib import Path

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.network import ROLES, Network, Sizes

INPUTS = ("ids", "mask", "shape", "gap", "quote")
MAX_DIFFERENCE = 1e-3


class RowQuantised(nn.Module):
    """An embedding with 8 bits a value and one scale a row."""

    def __init__(self, exact: nn.Embedding) -> None:
        super().__init__()
        weight = exact.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("table", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """(batch, length) numbers -> (batch, length, hidden)."""
        flat = ids.reshape(-1)
        rows = self.table.index_select(0, flat).float() * self.scale.index_select(0, flat)
        return rows.reshape(*ids.shape, -1)


def load(checkpoint: Path) -> Network:
    """The network with the averaged weights of a checkpoint."""
    saved = torch.load(checkpoint, weights_only=True)
    net = Network(Sizes(**saved["config"].get("network", {})), dropout=0.0)
    net.load_state_dict(saved["weights"])
    return net.eval()


def to_onnx(net: Network, path: Path) -> None:
    """Write the network as ONNX, any number of windows of any length up to its positions."""
    some = torch.ones(2, 9, dtype=torch.long)
    names = [*INPUTS, "floor"]
    dynamic = {name: {0: "windows", 1: "length"} for name in (*INPUTS, "anchors")}
    dynamic |= {"row": {0: "found"}, "at": {0: "found"}, "roles": {0: "found", 1: "length"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            net, (*(some for _ in INPUTS), torch.tensor(0.5)), str(path), input_names=names,
            output_names=["anchors", "row", "at", "roles"], dynamic_axes=dynamic, opset_version=17, dynamo=False,
        )  # fmt: skip


def quantised(path: Path, out: Path, keep: Sequence[str]) -> None:
    """Quantise the matrix products with constant weights: 8 bits, a scale for each column of a weight.

    Activations are quantised while it runs. A product whose name holds one of `keep` stays as it is.
    """
    names = [node.name for node in onnx.load(path, load_external_data=False).graph.node if node.op_type == "MatMul"]
    quantize_dynamic(
        path,
        out,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=[name for name in names if any(part in name for part in keep)],
        extra_options={"MatMulConstBOnly": True},
    )


def check(net: Network, path: Path) -> None:
    """Hold the exported network against the one it comes from, on windows of two lengths; exits where they part."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    chance = torch.Generator().manual_seed(0)
    for length in (7, 120):
        ids = torch.randint(1000, 20000, (2, length), generator=chance)
        rest = [torch.randint(0, top, (2, length), generator=chance) for top in (7, 4, 4)]
        given = dict(zip(INPUTS, [ids, torch.ones_like(ids), *rest], strict=True)) | {"floor": torch.tensor(0.0)}
        with torch.no_grad():
            want = net(**given)
        found = session.run(None, {name: value.numpy() for name, value in given.items()})
        worst = max(float(abs(a.numpy() - b).max()) for a, b in zip(want, found, strict=True))
        if worst > MAX_DIFFERENCE:
            raise SystemExit(f"{path}: answers differ by {worst:.2g} from the network's at length {length}")


def config(net: Network, name: str, folder: Path) -> dict[str, object]:
    """What `accordingto.tag.model.Config` reads; the calibration is the plain one until training.calibrate has run."""
    files = ("encoder.onnx", "tokenizer.json")
    return {
        "name": name,
        "sha256": {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in files},
        "roles": ROLES,
        "step": [[round(x, 5) for x in row] for row in net.roles.step.tolist()],
        "window": 254,
        "context": 0,
        "floor": 0.5,
        "calibration": [[0.0, 0.0], [1.0, 1.0]],
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder with the tokenizer that it was trained with")
    parser.add_argument("--name", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="do not quantise")
    parser.add_argument("--keep", nargs="*", default=["/anchor/", "/roles/out/"], help="products that stay as they are")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    net = load(args.checkpoint)
    if not args.float:
        net.encoder.word = RowQuantised(net.encoder.word)
    exact = args.out / "float.onnx"
    to_onnx(net, exact)
    check(net, exact)
    if args.float:
        exact.replace(args.out / "encoder.onnx")
    else:
        quantised(exact, args.out / "encoder.onnx", args.keep)
        exact.unlink()
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(args.out / "tokenizer.json"), pretty=False)
    text = json.dumps(config(net, args.name, args.out), indent=1)
    (args.out / "config.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
