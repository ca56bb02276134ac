"""Layers and networks in PyTorch: torch's own functions where it has them."""

from __future__ import annotations

from typing import Any, Callable, Mapping

import torch
import torch.nn.functional as F
from torch import Tensor

Inputs = Mapping[str, Tensor]
Parameters = Mapping[str, Any]
Function = Callable[[Inputs, Parameters], Tensor]


def convolve(f: Callable[..., Tensor], *names: str) -> Function:
    """A convolution with its parameters of these names."""
    return lambda x, p: f(x["x"], x["w"], x["b"], **{name: p[name] for name in names})


def resize(mode: str, **options: bool) -> Function:
    def resized(x: Inputs, p: Parameters) -> Tensor:
        size = [p["size"]] * (x["x"].ndim - 1)
        return F.interpolate(x["x"].unsqueeze(0), size, mode=mode, **options).squeeze(0)

    return resized


def pad(mode: str) -> Function:
    return lambda x, p: F.pad(x["x"], (1, 1), mode=mode)


def unfold(x: Inputs, p: Parameters) -> Tensor:
    return F.unfold(x["x"].unsqueeze(0), p["kernel"], p["dilation"], p["padding"], p["stride"]).squeeze(0)


def fold(x: Inputs, p: Parameters) -> Tensor:
    size = (p["height"], p["width"])
    return F.fold(x["x"].unsqueeze(0), size, 2, padding=p["padding"], stride=p["stride"]).squeeze(0)


def embedding_bag(x: Inputs, p: Parameters) -> Tensor:
    return F.embedding_bag(indices(p), x["x"], torch.tensor([0, 2]), mode="mean")


def indices(p: Parameters) -> Tensor:
    return torch.tensor([p[f"index{i}"] for i in range(3)])


def lstm_cell(x: Inputs, p: Parameters) -> Tensor:
    state = (x["h"].unsqueeze(0), x["c"].unsqueeze(0))
    return torch.lstm_cell(x["x"].unsqueeze(0), state, x["w"], x["u"])[0].squeeze(0)


def recurrent(f: Callable[..., Tensor]) -> Function:
    return lambda x, p: f(x["x"].unsqueeze(0), x["h"].unsqueeze(0), x["w"], x["u"]).squeeze(0)


def multi_head_attention(x: Tensor, w: Tensor, o: Tensor, heads: int) -> Tensor:
    """Self-attention of a sequence, without biases; o need not be square."""
    if len(w) != 3 * x.shape[1]:  # more or fewer features inside than outside: PyTorch's own layer has no such
        q, k, v = ((x @ part.mT).unflatten(1, (heads, -1)).transpose(0, 1) for part in w.chunk(3))
        return F.scaled_dot_product_attention(q, k, v).transpose(0, 1).flatten(1) @ o.mT
    attended, _ = F.multi_head_attention_forward(
        x, x, x, x.shape[1], heads, w, None, None, None, False, 0.0, o, None
    )
    return attended


def rotary(x: Inputs, p: Parameters) -> Tensor:
    cos, sin = (f(x["angle"]).repeat(1, 2) for f in (torch.cos, torch.sin))
    left, right = x["x"].chunk(2, dim=1)
    return x["x"] * cos + torch.cat([-right, left], dim=1) * sin


def deep_tanh(x: Inputs, p: Parameters) -> Tensor:
    hidden = torch.tanh(F.linear(x["x"], x["w1"], x["b1"]))
    return F.linear(torch.tanh(F.linear(hidden, x["w2"], x["b2"])), x["w3"], x["b3"])


def residual_network(x: Inputs, p: Parameters) -> Tensor:
    z = x["x"] + F.linear(F.relu(F.linear(x["x"], x["w1"])), x["w2"])
    return z + F.linear(F.relu(F.linear(z, x["w3"])), x["w4"])


def convolutional_network(x: Inputs, p: Parameters) -> Tensor:
    return F.linear(F.relu(F.conv1d(x["x"], x["w1"], x["b1"])).mean(1), x["w2"])


def attention_block(x: Inputs, p: Parameters) -> Tensor:
    q, k, v = (F.linear(x["x"], x[name]) for name in "qkv")
    return x["x"] + F.linear(F.scaled_dot_product_attention(q, k, v), x["o"])


def transformer_block(x: Inputs, p: Parameters) -> Tensor:
    def norm(z: Tensor) -> Tensor:
        return F.rms_norm(z, (z.shape[1],), eps=0.0)

    z = x["x"] + multi_head_attention(norm(x["x"]), x["w"], x["o"], p["heads"])
    return z + F.linear(F.relu(F.linear(norm(z), x["w1"])), x["w2"])


CONVOLUTION = ("stride", "padding", "dilation", "groups")
TRANSPOSED = (*CONVOLUTION, "output_padding")

FUNCTIONS: dict[str, Function] = {
    "linear.bias": lambda x, p: F.linear(x["x"], x["w"], x["b"]),
    "bilinear.bias": lambda x, p: F.bilinear(x["x1"], x["x2"], x["w"], x["b"]),
    "PRelu": lambda x, p: F.prelu(x["x"], x["slope"]),
    "glu": lambda x, p: F.glu(x["x"]),
    "Softmax.axis": lambda x, p: F.softmax(x["x"], p["axis"]),
    "LogSoftmax.axis": lambda x, p: F.log_softmax(x["x"], p["axis"]),
    "RNN.cell": recurrent(torch.rnn_tanh_cell),
    "GRU.cell": recurrent(torch.gru_cell),
    "LSTM.cell": lstm_cell,
    "SoftmaxCrossEntropyLoss.smoothed": lambda x, p: F.cross_entropy(
        x["x"], torch.tensor(p["label"]), label_smoothing=p["smoothing"]
    ),
    "SoftmaxCrossEntropyLoss.weighted": lambda x, p: F.cross_entropy(
        x["x"], torch.tensor([p["label0"], p["label1"]]), x["weight"]
    ),
    "SoftmaxCrossEntropyLoss.shares": lambda x, p: F.cross_entropy(x["x"], x["target"]),
    "loss.kl_div.log_target": lambda x, p: F.kl_div(x["x"], x["target"], reduction="batchmean", log_target=True),
    "Conv.1d": convolve(F.conv1d, *CONVOLUTION),
    "Conv.2d": convolve(F.conv2d, *CONVOLUTION),
    "ConvTranspose.1d": convolve(F.conv_transpose1d, *TRANSPOSED),
    "ConvTranspose.2d": convolve(F.conv_transpose2d, *TRANSPOSED),
    "unfold": unfold,
    "fold": fold,
    "AveragePool.1d": lambda x, p: F.avg_pool1d(
        x["x"], p["kernel"], p["stride"], p["padding"], count_include_pad=bool(p["count_include_pad"])
    ),
    "AveragePool.2d": lambda x, p: F.avg_pool2d(
        x["x"], p["kernel"], p["stride"], p["padding"], count_include_pad=bool(p["count_include_pad"])
    ),
    "MaxPool.1d": lambda x, p: F.max_pool1d(x["x"], p["kernel"], p["stride"], p["padding"], p["dilation"]),
    "MaxPool.2d": lambda x, p: F.max_pool2d(x["x"], p["kernel"], p["stride"], p["padding"], p["dilation"]),
    "AdaptiveAveragePool.1d": lambda x, p: F.adaptive_avg_pool1d(x["x"], p["bins"]),
    "AdaptiveAveragePool.2d": lambda x, p: F.adaptive_avg_pool2d(x["x"], p["bins"]),
    "AdaptiveMaxPool.1d": lambda x, p: F.adaptive_max_pool1d(x["x"], p["bins"]),
    "LpPool.1d": lambda x, p: F.lp_pool1d(x["x"], 2, p["kernel"], p["stride"]),
    "Resize.linear": resize("linear"),
    "Resize.bilinear": resize("bilinear"),
    "Resize.align_corners": resize("linear", align_corners=True),
    "Resize.nearest": resize("nearest-exact"),
    "Pad.reflect": pad("reflect"),
    "Pad.edge": pad("replicate"),
    "Pad.wrap": pad("circular"),
    "DepthToSpace": lambda x, p: F.pixel_shuffle(x["x"], 2),
    "SpaceToDepth": lambda x, p: F.pixel_unshuffle(x["x"], 2),
    "channel_shuffle": lambda x, p: F.channel_shuffle(x["x"].unsqueeze(0), 2).squeeze(0),
    "embedding": lambda x, p: F.embedding(indices(p), x["x"]),
    "embedding_bag": embedding_bag,
    "BatchNormalization.training": lambda x, p: F.batch_norm(
        x["x"], None, None, x["scale"], x["bias"], training=True, eps=p["epsilon"]
    ),
    "BatchNormalization": lambda x, p: F.batch_norm(
        x["x"], x["mean"], x["var"], x["scale"], x["bias"], eps=p["epsilon"]
    ),
    "InstanceNormalization": lambda x, p: F.instance_norm(
        x["x"].unsqueeze(0), weight=x["scale"], bias=x["bias"], eps=p["epsilon"]
    ).squeeze(0),
    "GroupNormalization": lambda x, p: F.group_norm(
        x["x"].unsqueeze(0), p["groups"], x["scale"], x["bias"], p["epsilon"]
    ).squeeze(0),
    "RMSNormalization": lambda x, p: F.rms_norm(x["x"], x["scale"].shape, x["scale"], p["epsilon"]),
    "LpNormalization": lambda x, p: F.normalize(x["x"]),
    "weight_norm": lambda x, p: torch._weight_norm(x["v"], x["g"].unsqueeze(1), 0),
    "LRN": lambda x, p: F.local_response_norm(
        x["x"].unsqueeze(0), 3, p["alpha"], p["beta"], p["bias"]
    ).squeeze(0),
    "cosine_similarity": lambda x, p: F.cosine_similarity(x["x1"], x["x2"]),
    "pairwise_distance": lambda x, p: F.pairwise_distance(x["x1"], x["x2"]),
    "cdist": lambda x, p: torch.cdist(x["x1"], x["x2"]),
    "cdist.1": lambda x, p: torch.cdist(x["x1"], x["x2"], 1),
    "pdist": lambda x, p: F.pdist(x["x"]),
    "Attention": lambda x, p: F.scaled_dot_product_attention(x["q"], x["k"], x["v"]),
    "Attention.causal": lambda x, p: F.scaled_dot_product_attention(x["q"], x["k"], x["v"], is_causal=True),
    "Attention.bias": lambda x, p: F.scaled_dot_product_attention(x["q"], x["k"], x["v"], x["mask"]),
    "multi_head_attention": lambda x, p: multi_head_attention(x["x"], x["w"], x["o"], p["heads"]),
    "RotaryEmbedding": rotary,
    "network.deep_linear": lambda x, p: F.linear(F.linear(F.linear(x["x"], x["w1"]), x["w2"]), x["w3"]),
    "network.deep_tanh": deep_tanh,
    "network.deep_relu": lambda x, p: F.linear(F.relu(F.linear(F.relu(F.linear(x["x"], x["w1"])), x["w2"])), x["w3"]),
    "network.swiglu": lambda x, p: F.linear(F.silu(F.linear(x["x"], x["w1"])) * F.linear(x["x"], x["w2"]), x["w3"]),
    "network.residual": residual_network,
    "network.convolutional": convolutional_network,
    "network.attention": attention_block,
    "network.transformer": transformer_block,
}
