"""Layers and networks in JAX: what lax, jax.nn, jax.image and jax.numpy have, put together as JAX's libraries do."""

from __future__ import annotations

from typing import Any, Callable, Mapping

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

Inputs = Mapping[str, jax.Array]
Parameters = Mapping[str, Any]
Function = Callable[[Inputs, Parameters], jax.Array]


def convolve(x: Inputs, p: Parameters) -> jax.Array:
    grid = x["x"].ndim - 1
    y = lax.conv_general_dilated(
        x["x"][None],
        x["w"],
        [p["stride"]] * grid,
        [(p["padding"], p["padding"])] * grid,
        rhs_dilation=[p["dilation"]] * grid,
        feature_group_count=p["groups"],
    )
    return y[0] + x["b"].reshape(-1, *[1] * grid)


def convolve_transposed(x: Inputs, p: Parameters) -> jax.Array:
    """A convolution of the stretched x with the mirrored kernel, whose inputs and outputs change places group by group."""
    grid = x["x"].ndim - 1
    w = x["w"]
    groups = w.reshape(p["groups"], -1, *w.shape[1:]).swapaxes(1, 2)
    mirrored = jnp.flip(groups.reshape(-1, *groups.shape[2:]), range(2, 2 + grid))
    reach = [p["dilation"] * (taps - 1) - p["padding"] for taps in w.shape[2:]]
    y = lax.conv_general_dilated(
        x["x"][None],
        mirrored,
        [1] * grid,
        [(r, r + p["output_padding"]) for r in reach],
        lhs_dilation=[p["stride"]] * grid,
        rhs_dilation=[p["dilation"]] * grid,
        feature_group_count=p["groups"],
    )
    return y[0] + x["b"].reshape(-1, *[1] * grid)


def unfold(x: Inputs, p: Parameters) -> jax.Array:
    y = lax.conv_general_dilated_patches(
        x["x"][None],
        [p["kernel"]] * 2,
        [p["stride"]] * 2,
        [(p["padding"], p["padding"])] * 2,
        rhs_dilation=[p["dilation"]] * 2,
    )
    return y[0].reshape(y.shape[1], -1)


def fold(x: Inputs, p: Parameters) -> jax.Array:
    """The transposed of unfold."""
    channels = len(x["x"]) // 4
    image = jax.ShapeDtypeStruct((channels, p["height"], p["width"]), x["x"].dtype)
    unfolding = {**p, "kernel": 2, "dilation": 1}
    return jax.linear_transpose(lambda z: unfold({"x": z}, unfolding), image)(x["x"])[0]


def windows(reduction: Callable[..., Any], start: float) -> Function:
    """A sum or maximum of every window of every channel; JAX differentiates it where it knows the start while it traces."""

    def reduce(x: Inputs, p: Parameters) -> jax.Array:
        grid = x["x"].ndim - 1
        return lax.reduce_window(
            x["x"],
            np.asarray(start, x["x"].dtype)[()],
            reduction,
            (1, *[p["kernel"]] * grid),
            (1, *[p["stride"]] * grid),
            [(0, 0), *[(p["padding"], p["padding"])] * grid],
            window_dilation=(1, *[p.get("dilation", 1)] * grid),
        )

    return reduce


def average_pool(x: Inputs, p: Parameters) -> jax.Array:
    sums = windows(lax.add, 0.0)
    if p["count_include_pad"]:
        return sums(x, p) / p["kernel"] ** (x["x"].ndim - 1)
    return sums(x, p) / sums({"x": jnp.ones_like(x["x"])}, p)


def bins(reduction: Callable[..., jax.Array]) -> Function:
    """A reduction of so many bins of every channel, axis by axis."""

    def reduce(x: Inputs, p: Parameters) -> jax.Array:
        y, b = x["x"], p["bins"]
        for axis in range(1, y.ndim):
            n = y.shape[axis]
            parts = [lax.slice_in_dim(y, i * n // b, -(-(i + 1) * n // b), axis=axis) for i in range(b)]
            y = jnp.concatenate([reduction(part, axis=axis, keepdims=True) for part in parts], axis)
        return y

    return reduce


def resize(method: str) -> Function:
    def resized(x: Inputs, p: Parameters) -> jax.Array:
        shape = (x["x"].shape[0], *[p["size"]] * (x["x"].ndim - 1))
        return jax.image.resize(x["x"], shape, method, antialias=False)

    return resized


def align_corners(x: Inputs, p: Parameters) -> jax.Array:
    n = x["x"].shape[1]
    places = jnp.linspace(0, n - 1, p["size"], dtype=x["x"].dtype)
    return jax.vmap(lambda row: jnp.interp(places, jnp.arange(n, dtype=row.dtype), row))(x["x"])


def pad(mode: str) -> Function:
    return lambda x, p: jnp.pad(x["x"], ((0, 0), (1, 1)), mode)


def depth_to_space(x: Inputs, p: Parameters) -> jax.Array:
    c, h, w = x["x"].shape
    return x["x"].reshape(c // 4, 2, 2, h, w).transpose(0, 3, 1, 4, 2).reshape(c // 4, 2 * h, 2 * w)


def space_to_depth(x: Inputs, p: Parameters) -> jax.Array:
    c, h, w = x["x"].shape
    return x["x"].reshape(c, h // 2, 2, w // 2, 2).transpose(0, 2, 4, 1, 3).reshape(4 * c, h // 2, w // 2)


def channel_shuffle(x: Inputs, p: Parameters) -> jax.Array:
    return x["x"].reshape(2, -1, x["x"].shape[1]).swapaxes(0, 1).reshape(x["x"].shape)


def embedding(x: Inputs, p: Parameters) -> jax.Array:
    return jnp.take(x["x"], jnp.array([p["index0"], p["index1"], p["index2"]]), axis=0)


def embedding_bag(x: Inputs, p: Parameters) -> jax.Array:
    rows = embedding(x, p)
    return jnp.stack([rows[:2].mean(axis=0), rows[2]])


def instance_norm(x: Inputs, p: Parameters) -> jax.Array:
    return jax.nn.standardize(x["x"], axis=1, epsilon=p["epsilon"]) * x["scale"][:, None] + x["bias"][:, None]


def group_norm(x: Inputs, p: Parameters) -> jax.Array:
    blocks = x["x"].reshape(p["groups"], -1)
    y = jax.nn.standardize(blocks, axis=1, epsilon=p["epsilon"]).reshape(x["x"].shape)
    return y * x["scale"][:, None] + x["bias"][:, None]


def inference_norm(x: Inputs, p: Parameters) -> jax.Array:
    y = jax.nn.standardize(x["x"], axis=0, mean=x["mean"], variance=x["var"], epsilon=p["epsilon"])
    return y * x["scale"] + x["bias"]


def rms_norm(x: jax.Array, epsilon: float) -> jax.Array:
    return x * lax.rsqrt(jnp.mean(jnp.square(x), axis=-1, keepdims=True) + epsilon)


def unit_rows(x: jax.Array) -> jax.Array:
    return x / jnp.linalg.vector_norm(x, axis=1, keepdims=True)


def local_response_norm(x: Inputs, p: Parameters) -> jax.Array:
    sums = lax.reduce_window(
        jnp.square(x["x"]), np.zeros((), x["x"].dtype)[()], lax.add, (3, 1), (1, 1), [(1, 1), (0, 0)]
    )
    return x["x"] / (p["bias"] + p["alpha"] / 3 * sums) ** p["beta"]


def attention(**options: Any) -> Function:
    """jax.nn's attention of one sequence and one head; it computes its softmax in single precision whatever it is given."""

    def attend(x: Inputs, p: Parameters) -> jax.Array:
        q, k, v = (x[name][:, None] for name in "qkv")
        narrower = q.shape[2] - v.shape[2]  # it wants one width: columns of zeros more change nothing that is kept
        if narrower > 0:
            v = jnp.pad(v, ((0, 0), (0, 0), (0, narrower)))
        elif narrower < 0:
            q, k = (jnp.pad(z, ((0, 0), (0, 0), (0, -narrower))) for z in (q, k))
        bias = x["mask"][None] if "mask" in x else None
        scale = float(x["q"].shape[1]) ** -0.5
        return jax.nn.dot_product_attention(q, k, v, bias, scale=scale, **options)[:, 0, : x["v"].shape[1]]

    return attend


def attend(q: jax.Array, k: jax.Array, v: jax.Array, mask: Any = 0.0) -> jax.Array:
    """Attention by its formula, in the precision that it is given."""
    scores = q @ k.T / jnp.sqrt(jnp.asarray(q.shape[1], q.dtype)) + mask
    return jax.nn.softmax(scores, axis=-1) @ v


def past(rows: int) -> jax.Array:
    """The mask that lets row i ask rows 0..i."""
    return jnp.where(jnp.tril(jnp.ones((rows, rows), dtype=bool)), 0.0, -jnp.inf)


def multi_head_attention(x: jax.Array, w: jax.Array, o: jax.Array, heads: int) -> jax.Array:
    q, k, v = ((x @ part.T).reshape(len(x), heads, -1) for part in jnp.split(w, 3))
    return jax.vmap(attend, 1, 1)(q, k, v).reshape(len(x), -1) @ o.T


def rotary(x: Inputs, p: Parameters) -> jax.Array:
    a, b = jnp.split(x["x"], 2, axis=1)
    cos, sin = jnp.cos(x["angle"]), jnp.sin(x["angle"])
    return jnp.concatenate([a * cos - b * sin, b * cos + a * sin], axis=1)


def gru_cell(x: Inputs, p: Parameters) -> jax.Array:
    from_x, from_h = jnp.split(x["w"] @ x["x"], 3), jnp.split(x["u"] @ x["h"], 3)
    r, z = (jax.nn.sigmoid(from_x[i] + from_h[i]) for i in range(2))
    return (1 - z) * jnp.tanh(from_x[2] + r * from_h[2]) + z * x["h"]


def lstm_cell(x: Inputs, p: Parameters) -> jax.Array:
    i, f, g, o = jnp.split(x["w"] @ x["x"] + x["u"] @ x["h"], 4)
    state = jax.nn.sigmoid(f) * x["c"] + jax.nn.sigmoid(i) * jnp.tanh(g)
    return jax.nn.sigmoid(o) * jnp.tanh(state)


def weighted_cross_entropy(x: Inputs, p: Parameters) -> jax.Array:
    labels = jnp.array([p["label0"], p["label1"]])
    losses = -jnp.take_along_axis(jax.nn.log_softmax(x["x"]), labels[:, None], 1)[:, 0]
    return jnp.average(losses, weights=x["weight"][labels])


def smoothed_cross_entropy(x: Inputs, p: Parameters) -> jax.Array:
    losses = -jax.nn.log_softmax(x["x"])
    return (1 - p["smoothing"]) * losses[p["label"]] + p["smoothing"] * losses.mean()


def distances(x1: jax.Array, x2: jax.Array, ord: int) -> jax.Array:
    return jnp.linalg.vector_norm(x1[:, None] - x2[None], axis=2, ord=ord)


def pairs(x: Inputs, p: Parameters) -> jax.Array:
    i, j = jnp.triu_indices(len(x["x"]), 1)
    return jnp.linalg.vector_norm(x["x"][i] - x["x"][j], axis=1)


def deep_tanh(x: Inputs, p: Parameters) -> jax.Array:
    hidden = jnp.tanh(x["w1"] @ x["x"] + x["b1"])
    return x["w3"] @ jnp.tanh(x["w2"] @ hidden + x["b2"]) + x["b3"]


def residual_network(x: Inputs, p: Parameters) -> jax.Array:
    z = x["x"] + x["w2"] @ jax.nn.relu(x["w1"] @ x["x"])
    return z + x["w4"] @ jax.nn.relu(x["w3"] @ z)


def convolutional_network(x: Inputs, p: Parameters) -> jax.Array:
    hidden = lax.conv_general_dilated(x["x"][None], x["w1"], [1], "VALID")[0] + x["b1"][:, None]
    return x["w2"] @ jax.nn.relu(hidden).mean(axis=1)


def attention_block(x: Inputs, p: Parameters) -> jax.Array:
    q, k, v = (x["x"] @ x[name].T for name in "qkv")
    return x["x"] + attend(q, k, v) @ x["o"].T


def transformer_block(x: Inputs, p: Parameters) -> jax.Array:
    z = x["x"] + multi_head_attention(rms_norm(x["x"], 0), x["w"], x["o"], p["heads"])
    return z + jax.nn.relu(rms_norm(z, 0) @ x["w1"].T) @ x["w2"].T


FUNCTIONS: dict[str, Function] = {
    "linear.bias": lambda x, p: x["x"] @ x["w"].T + x["b"],
    "bilinear.bias": lambda x, p: jnp.einsum("ni,oij,nj->no", x["x1"], x["w"], x["x2"]) + x["b"],
    "PRelu": lambda x, p: jax.nn.leaky_relu(x["x"], x["slope"]),
    "glu": lambda x, p: jax.nn.glu(x["x"]),
    "Softmax.axis": lambda x, p: jax.nn.softmax(x["x"], axis=p["axis"]),
    "LogSoftmax.axis": lambda x, p: jax.nn.log_softmax(x["x"], axis=p["axis"]),
    "RNN.cell": lambda x, p: jnp.tanh(x["w"] @ x["x"] + x["u"] @ x["h"]),
    "GRU.cell": gru_cell,
    "LSTM.cell": lstm_cell,
    "SoftmaxCrossEntropyLoss.smoothed": smoothed_cross_entropy,
    "SoftmaxCrossEntropyLoss.weighted": weighted_cross_entropy,
    "SoftmaxCrossEntropyLoss.shares": lambda x, p: -jnp.mean(
        jnp.sum(x["target"] * jax.nn.log_softmax(x["x"]), axis=1)
    ),
    "loss.kl_div.log_target": lambda x, p: jnp.sum(jnp.exp(x["target"]) * (x["target"] - x["x"])) / len(x["x"]),
    "Conv.1d": convolve,
    "Conv.2d": convolve,
    "ConvTranspose.1d": convolve_transposed,
    "ConvTranspose.2d": convolve_transposed,
    "unfold": unfold,
    "fold": fold,
    "AveragePool.1d": average_pool,
    "AveragePool.2d": average_pool,
    "MaxPool.1d": windows(lax.max, -jnp.inf),
    "MaxPool.2d": windows(lax.max, -jnp.inf),
    "AdaptiveAveragePool.1d": bins(jnp.mean),
    "AdaptiveAveragePool.2d": bins(jnp.mean),
    "AdaptiveMaxPool.1d": bins(jnp.max),
    "LpPool.1d": lambda x, p: jnp.sqrt(windows(lax.add, 0.0)({"x": jnp.square(x["x"])}, p)),
    "Resize.linear": resize("linear"),
    "Resize.bilinear": resize("linear"),
    "Resize.align_corners": align_corners,
    "Resize.nearest": resize("nearest"),
    "Pad.reflect": pad("reflect"),
    "Pad.edge": pad("edge"),
    "Pad.wrap": pad("wrap"),
    "DepthToSpace": depth_to_space,
    "SpaceToDepth": space_to_depth,
    "channel_shuffle": channel_shuffle,
    "embedding": embedding,
    "embedding_bag": embedding_bag,
    "BatchNormalization.training": lambda x, p: jax.nn.standardize(x["x"], axis=0, epsilon=p["epsilon"]) * x["scale"]
    + x["bias"],
    "BatchNormalization": inference_norm,
    "InstanceNormalization": instance_norm,
    "GroupNormalization": group_norm,
    "RMSNormalization": lambda x, p: rms_norm(x["x"], p["epsilon"]) * x["scale"],
    "LpNormalization": lambda x, p: unit_rows(x["x"]),
    "weight_norm": lambda x, p: x["g"][:, None] * unit_rows(x["v"]),
    "LRN": local_response_norm,
    "cosine_similarity": lambda x, p: jnp.vecdot(unit_rows(x["x1"]), unit_rows(x["x2"])),
    "pairwise_distance": lambda x, p: jnp.linalg.vector_norm(x["x1"] - x["x2"] + 1e-6, axis=1),
    "cdist": lambda x, p: distances(x["x1"], x["x2"], 2),
    "cdist.1": lambda x, p: distances(x["x1"], x["x2"], 1),
    "pdist": pairs,
    "Attention": attention(),
    "Attention.causal": attention(is_causal=True),
    "Attention.bias": attention(),
    "multi_head_attention": lambda x, p: multi_head_attention(x["x"], x["w"], x["o"], p["heads"]),
    "RotaryEmbedding": rotary,
    "network.deep_linear": lambda x, p: x["w3"] @ (x["w2"] @ (x["w1"] @ x["x"])),
    "network.deep_tanh": deep_tanh,
    "network.deep_relu": lambda x, p: x["w3"] @ jax.nn.relu(x["w2"] @ jax.nn.relu(x["w1"] @ x["x"])),
    "network.swiglu": lambda x, p: x["w3"] @ (jax.nn.silu(x["w1"] @ x["x"]) * (x["w2"] @ x["x"])),
    "network.residual": residual_network,
    "network.convolutional": convolutional_network,
    "network.attention": attention_block,
    "network.transformer": transformer_block,
}
