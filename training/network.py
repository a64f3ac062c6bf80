"""The network: one encoder over the text, anchors on its tokens, and for each anchor the role of every token.

A relation (an attribution now; a figure with its parts, or a mention with its antecedent, later) has one *anchor*, the
piece at which its head span begins (the cue). An anchor head says which pieces are anchors. For each anchor a small
transformer layer reads the whole window again, conditioned on that anchor, and gives each piece a role in the
anchor's relation; a linear-chain CRF over the roles (Lafferty, McCallum and Pereira 2001) makes them hang together.
This is the predicate-conditioned labelling of semantic role labelling (Shi and Lin 2019, arXiv:1904.05255) in one pass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from accordingto.tag.windows import GAPS, QUOTES, SHAPES

ROLES = ("none", "source", "cue", "content")


@dataclass(frozen=True)
class Sizes:
    """The shape of the network."""

    vocabulary: int = 30522
    positions: int = 512
    layers: int = 6
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    role_hidden: int = 128
    role_heads: int = 4
    role_inner: int = 256
    near: int = 16
    octave: int = 4
    lines: int = 2


class Attended(torch.autograd.Function):
    """Attention as one node of onnxruntime's, which knows no padding: a window goes alone (see `tag.floats`).

    A node with a mask is a twentieth slower, as it takes another kernel than that of FlashAttention (Dao et al. 2022,
    arXiv:2205.14135).
    """

    @staticmethod
    def forward(_ctx: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """(batch, length, hidden) three times -> the same shape."""
        b, n, d = query.shape
        q, k, v = (part.view(b, n, heads, d // heads).transpose(1, 2) for part in (query, key, value))
        return F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, n, d)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:  # noqa: ANN401  torch.onnx gives them no type
        """The node."""
        node = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        node.setType(query.type())
        return node


class SelfAttention(nn.Module):
    """Multi-head attention of a sequence on itself."""

    def __init__(self, hidden: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.out = nn.Linear(hidden, hidden)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` (batch, length, hidden), `mask` (batch, length), 1 where a piece counts and 0 for padding."""
        b, n, d = x.shape
        q, k, v = (f(x) for f in (self.query, self.key, self.value))
        if torch.onnx.is_in_onnx_export():
            return self.out(Attended.apply(q, k, v, self.heads))
        q, k, v = (part.view(b, n, self.heads, d // self.heads).transpose(1, 2) for part in (q, k, v))
        # No dropout on the attention weights: on a CPU it costs more than the attention itself.
        bias = (1.0 - mask[:, None, None, :].to(q.dtype)) * -1e4
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        return self.out(mixed.transpose(1, 2).reshape(b, n, d))


class Layer(nn.Module):
    """A transformer layer with its normalisation behind each part (as in BERT)."""

    def __init__(self, hidden: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.attention = SelfAttention(hidden, heads)
        self.norm_attention = nn.LayerNorm(hidden, eps=1e-12)
        self.up, self.down = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.norm_out = nn.LayerNorm(hidden, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(batch, length, hidden) -> the same shape."""
        x = self.norm_attention(x + self.drop(self.attention(x, mask)))
        return self.norm_out(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT with three more features a piece: its shape, the gap before it, and where it stands in a quotation."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        h = sizes.hidden
        self.word = nn.Embedding(sizes.vocabulary, h)
        self.position = nn.Embedding(sizes.positions, h)
        self.segment = nn.Parameter(torch.zeros(h))
        self.shape, self.gap, self.quote = (nn.Embedding(len(f), h) for f in (SHAPES, GAPS, QUOTES))
        for extra in (self.shape, self.gap, self.quote):
            nn.init.normal_(extra.weight, std=0.005)
        self.norm = nn.LayerNorm(h, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(h, sizes.heads, sizes.inner, dropout) for _ in range(sizes.layers))

    def forward(self, ids: Tensor, mask: Tensor, shape: Tensor, gap: Tensor, quote: Tensor) -> Tensor:
        """Five (batch, length) arrays of numbers -> (batch, length, hidden)."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(at)[None] + self.segment
        x = self.drop(self.norm(x + self.shape(shape) + self.gap(gap) + self.quote(quote)))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_bert(self, path: Path) -> None:
        """Take the weights of a BERT checkpoint in safetensors form; every weight of it must find its place."""
        given = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
        renamed = {
            "word.weight": given.pop("embeddings.word_embeddings.weight"),
            "position.weight": given.pop("embeddings.position_embeddings.weight"),
            "segment": given.pop("embeddings.token_type_embeddings.weight")[0],
            "norm.weight": given.pop("embeddings.LayerNorm.weight"),
            "norm.bias": given.pop("embeddings.LayerNorm.bias"),
        }
        parts = {
            "attention.self.query": "attention.query",
            "attention.self.key": "attention.key",
            "attention.self.value": "attention.value",
            "attention.output.dense": "attention.out",
            "attention.output.LayerNorm": "norm_attention",
            "intermediate.dense": "up",
            "output.dense": "down",
            "output.LayerNorm": "norm_out",
        }
        for i in range(len(self.layers)):
            for theirs, ours in parts.items():
                for kind in ("weight", "bias"):
                    renamed[f"layers.{i}.{ours}.{kind}"] = given.pop(f"encoder.layer.{i}.{theirs}.{kind}")
        left = {k for k in given if not k.startswith("pooler.") and k != "embeddings.position_ids"}
        if left:
            raise ValueError(f"{path}: weights without a place: {sorted(left)[:3]}")
        missing, unknown = self.load_state_dict(renamed, strict=False)
        if unknown or any(not k.startswith(("shape.", "gap.", "quote.")) for k in missing):
            raise ValueError(f"{path}: unknown {unknown[:3]}, missing {missing[:3]}")


def thinned(weights: Mapping[str, Tensor], layers: Sequence[int]) -> dict[str, Tensor]:
    """The weights of a network, of whose encoder only the named layers are left, counted anew from 0.

    A smaller network that begins with every other layer of a trained one learns sooner than one that begins with none
    (Sanh et al. 2019, arXiv:1910.01108).
    """
    out = {}
    for name, weight in weights.items():
        if not name.startswith("encoder.layers."):
            out[name] = weight
            continue
        number, rest = name.removeprefix("encoder.layers.").split(".", 1)
        if int(number) in layers:
            out[f"encoder.layers.{layers.index(int(number))}.{rest}"] = weight
    return out


def distance_buckets(sizes: Sizes) -> Tensor:
    """The bucket of each distance from `-positions` to `positions`: one each when near, then `octave` per doubling."""
    far = torch.arange(-sizes.positions, sizes.positions + 1)
    size = far.abs().double()
    steps = sizes.near + torch.floor(sizes.octave * torch.log2(size.clamp_min(sizes.near) / sizes.near))
    bucket = torch.where(size < sizes.near, size, steps).long()
    return bucket * far.sign() + bucket.max()


class Roles(nn.Module):
    """For each anchor, the role of every piece of its window."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        d = sizes.role_hidden
        buckets = distance_buckets(sizes)
        self.register_buffer("bucket", buckets, persistent=False)
        self.lines = sizes.lines
        self.of_anchor, self.of_piece = nn.Linear(sizes.hidden, d), nn.Linear(sizes.hidden, d)
        self.gate = nn.Linear(sizes.hidden, d)
        self.distance = nn.Embedding(int(buckets.max()) + 1, d)
        self.line = nn.Embedding(2 * sizes.lines + 1, d)
        self.norm = nn.LayerNorm(d)
        self.layer = Layer(d, sizes.role_heads, sizes.role_inner, dropout)
        self.out = nn.Linear(d, len(ROLES))
        self.step = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.line.weight, std=0.1)

    def forward(self, x: Tensor, mask: Tensor, gap: Tensor, row: Tensor, at: Tensor) -> Tensor:
        """Encoded windows, masks and gaps, each anchor's row and place -> role scores (anchors, length, roles)."""
        anchor = x[row, at]
        far = torch.arange(x.shape[1], device=x.device)[None] - at[:, None]
        lines = (gap >= GAPS.index("line")).long().cumsum(1)
        apart = (lines[row] - lines[row, at][:, None]).clamp(-self.lines, self.lines) + self.lines
        where = self.distance(self.bucket[far + len(self.bucket) // 2]) + self.line(apart)
        piece = self.of_piece(x)[row]
        y = piece + self.of_anchor(anchor)[:, None] + piece * self.gate(anchor)[:, None] + where
        return self.out(self.layer(self.norm(y), mask[row]))

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood of each anchor's roles; (anchors, length, roles), (anchors, length) twice."""
        scores, step, on = scores.float(), self.step.float(), mask.bool()
        given = scores.gather(2, gold[..., None])[..., 0]
        moves = step[gold[:, :-1], gold[:, 1:]]
        path = (given * on).sum(1) + (moves * on[:, 1:]).sum(1)
        first, *rest = scores.unbind(1)
        total = first
        for now, there in zip(rest, on[:, 1:].unbind(1), strict=True):
            to = torch.logsumexp(total[:, :, None] + step[None], 1) + now
            total = torch.where(there[:, None], to, total)
        return torch.logsumexp(total, 1) - path


class Network(nn.Module):
    """Encoder, anchor head and role head; `kinds` is the helper head that training uses to teach the encoder."""

    def __init__(self, sizes: Sizes = Sizes(), dropout: float = 0.1) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes, dropout)
        self.anchor = nn.Linear(sizes.hidden, 1)
        self.roles = Roles(sizes, dropout)
        self.kinds = nn.Linear(sizes.hidden, 2 * len(ROLES) - 1)

    def forward(
        self, ids: Tensor, mask: Tensor, shape: Tensor, gap: Tensor, quote: Tensor, floor: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What the exported model does.

        Returns anchor probabilities (windows, length), and for each anchor at or above `floor` its window, its place
        and its role scores (anchors, length, roles).
        """
        x = self.encoder(ids, mask, shape, gap, quote)
        anchors = torch.sigmoid(self.anchor(x)[..., 0]) * mask.to(x.dtype)
        row, at = torch.nonzero(anchors >= floor, as_tuple=True)
        return anchors, row, at, self.roles(x, mask, gap, row, at)
