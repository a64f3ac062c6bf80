"""Train the network on corpora; writes a checkpoint after each epoch, from which it can be taken up again.

python -m training.train training/configs/small.toml --corpora FOLDER --base FOLDER --out FOLDER
"""

from __future__ import annotations

import argparse
import math
import random
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from accordingto.tag.windows import Window
from training.examples import Batch, Example, collate, cut, example, polnear, reviewed, silver
from training.network import Network, Sizes, thinned


def losses(net: Network, b: Batch, weights: dict[str, float], teacher: Network | None = None) -> Tensor:
    """The weighted sum of the heads' losses, for one batch.

    A teacher, a larger network whose heads the smaller one began with, adds how far the encoder's answer is from its
    own (Sanh et al. 2019, arXiv:1910.01108; Jiao et al. 2020, arXiv:1909.10351), and how far the anchors are.
    """
    mask = b.inputs["mask"]
    on = mask.bool()
    x = net.encoder(**b.inputs)
    anchor = F.binary_cross_entropy_with_logits(net.anchor(x)[..., 0].float()[on], b.anchors[on], reduction="sum")
    kind = F.cross_entropy(net.kinds(x).float()[on], b.kinds[on], reduction="sum")
    total = weights["anchor"] * anchor + weights["kinds"] * kind
    if len(b.row):
        scores = net.roles(x, mask, b.inputs["gap"], b.row, b.at)
        total = total + weights["roles"] * net.roles.loss(scores, b.roles, mask[b.row]).sum()
    if teacher is not None:
        with torch.no_grad():
            taught = teacher.encoder(**b.inputs)
            anchors = torch.sigmoid(teacher.anchor(taught)[..., 0].float())
        total = total + weights["hidden"] * (x - taught).float().square().mean(2)[on].sum()
        soft = F.binary_cross_entropy_with_logits(net.anchor(x)[..., 0].float()[on], anchors[on], reduction="sum")
        total = total + weights["soft_anchor"] * soft
    return total / on.sum()


class Average:
    """An exponential moving average of a network's weights (Polyak averaging)."""

    def __init__(self, net: Network, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in net.state_dict().items()}

    @torch.no_grad()
    def add(self, net: Network) -> None:
        """Take in the weights as they are now; the first steps count more, so that the start is soon forgotten."""
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 9))
        for k, v in net.state_dict().items():
            self.weights[k].lerp_(v, 1 - decay)


def optimizer_of(net: Network, config: dict[str, Any]) -> torch.optim.Optimizer:
    """AdamW with one rate for what was pretrained and a higher one for all that begins anew."""
    added = ("encoder.shape.", "encoder.gap.", "encoder.quote.")
    pretrained, fresh = [], []
    for name, weights in net.named_parameters():
        new = name.startswith(added) or not name.startswith("encoder.")
        (fresh if new else pretrained).append(weights)
    groups = [{"params": pretrained, "lr": config["rate"]}, {"params": fresh, "lr": config["rate_heads"]}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=config["decay"], fused=True)


def rate_of(planned: int, warmup: float, more: int = 0, share: float = 0.0) -> Callable[[int], float]:
    """The share of the full rate at each step: up over the first part `warmup` of `planned` steps, then down in a line.

    Then `more` steps that begin again at `share` of the full rate and go down in a line (a warm restart; Loshchilov
    and Hutter 2017, arXiv:1608.03983).
    """
    warm = warmup * planned

    def rate(step: int) -> float:
        if step >= planned and more:
            return max(0.02, share * (1 - (step - planned) / more))
        return min(1.0, (step + 1) / warm) * max(0.02, 1 - max(0.0, step - warm) / (planned - warm))

    return rate


def batches_of(
    examples: Sequence[Example], config: dict[str, Any], chance: random.Random
) -> list[list[tuple[Example, Window, int]]]:
    """One epoch: each window once, with the number of the annotator to believe, in batches of about one length."""
    chosen = [
        (e, w, 0 if chance.random() < 0.5 else chance.randrange(len(e.versions)))
        for e in examples
        for w in cut(e, config["window"], chance)
    ]
    chosen.sort(key=lambda c: c[1].length + chance.random() * 40)
    batches = [chosen[i : i + config["batch"]] for i in range(0, len(chosen), config["batch"])]
    chance.shuffle(batches)
    return batches


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer of the encoder that training begins with; it cuts nothing off and fills nothing up."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def teacher_of(path: Path) -> Network:
    """The network of a checkpoint, which learns nothing more."""
    saved = torch.load(path, weights_only=True)
    net = Network(Sizes(**saved["config"].get("network", {})), dropout=0.0)
    net.load_state_dict(saved["weights"])
    return net.eval().requires_grad_(requires_grad=False)


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a checkpoint to begin with, thinned to the layers the config names")
    parser.add_argument("--teacher", type=Path, help="a checkpoint of the full network, to be imitated")
    parser.add_argument("--silver", type=Path, help="marks of `training.silver`, to learn from besides the corpora")
    parser.add_argument("--reviewed", type=Path, help="training.jsonl of `accordingto export`, to learn from besides")
    parser.add_argument("--texts", type=Path, help="folder with the reviewed reports' texts, where that has none")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--bf16", action="store_true", help="quicker where the processor multiplies bfloat16 itself")
    parser.add_argument("--steps", type=int, help="stop after so many steps (for a trial)")
    return parser.parse_args()


class Progress:
    """Where a run stands: all that it changes, kept in one file so that it can be taken up again."""

    def __init__(self, net: Network, config: dict[str, Any], batches: int) -> None:
        self.net, self.average = net, Average(net, config["average"])
        self.optimizer = optimizer_of(net, config)
        more = config.get("more", {"epochs": 0, "rate": 0.0})
        rate = rate_of(batches * config["epochs"], config["warmup"], batches * more["epochs"], more["rate"])
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, rate)
        self.chance = random.Random(config["seed"])
        self.epochs = self.steps = 0

    def save(self, path: Path) -> None:
        """Write it in one move, so that a kill on the way leaves the file as it was."""
        new = path.with_suffix(".new")
        state = {
            "net": self.net.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "average": (self.average.weights, self.average.steps),
            "chance": self.chance.getstate(),
            "noise": torch.get_rng_state(),
            "done": (self.epochs, self.steps),
        }
        torch.save(state, new)
        new.replace(path)

    def load(self, path: Path) -> None:
        """Go back to where `save` was called."""
        state = torch.load(path, weights_only=False)
        self.net.load_state_dict(state["net"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.average.weights, self.average.steps = state["average"]
        self.chance.setstate(state["chance"])
        torch.set_rng_state(state["noise"])
        self.epochs, self.steps = state["done"]

    def step(self, loss: Tensor) -> None:
        """Learn from one batch."""
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.average.add(self.net)
        self.steps += 1


def main() -> None:
    """Command line."""
    args = arguments()
    config = tomllib.loads(args.config.read_text(encoding="utf-8"))
    torch.set_num_threads(args.threads)
    torch.manual_seed(config["seed"])
    tokenizer = tokenizer_of(args.base)
    special = tuple(tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[PAD]", "[MASK]"))
    reports = polnear(args.corpora / "polnear" / "train")
    if args.silver:
        reports += silver(args.corpora / "news" / "gun-violence.jsonl.gz", args.silver)
    if args.reviewed:
        reports += reviewed(args.reviewed, args.texts)
    examples = [example(r, tokenizer) for r in reports]
    net = Network(Sizes(**config.get("network", {})), dropout=config["dropout"])
    if args.start:
        begun = torch.load(args.start, weights_only=True)["weights"]
        net.load_state_dict(thinned(begun, config["layers_of_start"]))
    else:
        net.encoder.load_bert(args.base / "model.safetensors")
    teacher = teacher_of(args.teacher) if args.teacher else None
    print(f"{len(examples)} reports, {sum(len(e.pieces) for e in examples)} pieces", flush=True)

    batches = math.ceil(sum(len(cut(e, config["window"], None)) for e in examples) * 1.08 / config["batch"])
    run = Progress(net, config, batches)
    args.out.mkdir(parents=True, exist_ok=True)
    saved = args.out / "state.pt"
    if saved.exists():
        run.load(saved)
        print(f"taken up again after epoch {run.epochs}", flush=True)
    net.train()
    while run.epochs < config["epochs"] + config.get("more", {}).get("epochs", 0):
        chosen = batches_of(examples, config, run.chance)
        began, seen = time.time(), 0.0
        for i, some in enumerate(chosen, 1):
            b = collate(some, special, run.chance, config["hide"])
            with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
                loss = losses(net, b, config["weights"], teacher)
            run.step(loss)
            seen += loss.item()
            if i % 25 == 0:
                each = (time.time() - began) / i
                print(f"epoch {run.epochs + 1} batch {i}/{len(chosen)} loss {seen / 25:.4f} {each:.2f} s", flush=True)
                seen = 0.0
            if args.steps and run.steps >= args.steps:
                return
        run.epochs += 1
        run.save(saved)
        torch.save({"weights": run.average.weights, "config": config}, args.out / f"epoch-{run.epochs}.pt")


if __name__ == "__main__":
    main()
