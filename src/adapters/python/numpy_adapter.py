"""NumPy as a candidate: values only, as a second opinion on the catalogue's definitions."""

from __future__ import annotations

from typing import Any, Callable, Mapping

import numpy as np
from equicert_adapter import Array, Question

Inputs = Mapping[str, np.ndarray]
Parameters = Mapping[str, Any]

DTYPES = {"f64": np.float64, "f32": np.float32}


def compose(x: Inputs, p: Parameters) -> np.ndarray:
    """(A ∘_k B): slot k of A is summed with B's last; B's other slots take its place."""
    a, b, slot = x["a"], x["b"], p["k"] - 1
    summed = np.tensordot(a, b, axes=([slot], [b.ndim - 1]))
    free = range(b.ndim - 1)
    return np.moveaxis(summed, [a.ndim - 1 + i for i in free], [slot + i for i in free])


def softmax(z: np.ndarray) -> np.ndarray:
    powers = np.exp(z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def layer_norm(x: Inputs, p: Parameters) -> np.ndarray:
    z = x["x"]
    deviation = z - z.mean(axis=-1, keepdims=True)
    root = np.sqrt(z.var(axis=-1, keepdims=True) + z.dtype.type(p["epsilon"]))
    return deviation / root * x["scale"] + x["bias"]


def tanh_network(x: Inputs, p: Parameters) -> np.ndarray:
    return x["w2"] @ np.tanh(x["w1"] @ x["x"] + x["b1"]) + x["b2"]


def cross_entropy(x: Inputs, p: Parameters) -> np.ndarray:
    z = x["w"] @ x["h"]
    return np.logaddexp.reduce(z) - z[p["label"]]


def symmetric(x: np.ndarray) -> np.ndarray:
    return (x + x.mT) / 2


def positive_qr(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The library's q and r with signs such that r has a positive diagonal, which makes them unique."""
    q, r = np.linalg.qr(x)
    signs = np.sign(np.diagonal(r))
    return q * signs, r * signs[:, None]


def projection(values: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    return np.outer(vectors[:, -1], vectors[:, -1])


def square_root(values: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    return vectors * np.sqrt(values) @ vectors.mT


def polar(u: np.ndarray, s: np.ndarray, vt: np.ndarray) -> np.ndarray:
    return u @ vt


def leading(u: np.ndarray, s: np.ndarray, vt: np.ndarray) -> np.ndarray:
    return s[0] * np.outer(u[:, 0], vt[0])


def attention(x: Inputs, p: Parameters) -> np.ndarray:
    scores = x["q"] @ x["k"].T / np.sqrt(x["q"].dtype.type(x["q"].shape[1]))
    return softmax(scores + x.get("mask", 0)) @ x["v"]


def batch_norm(x: Inputs, p: Parameters) -> np.ndarray:
    z = x["x"]
    root = np.sqrt(z.var(axis=0) + z.dtype.type(p["epsilon"]))
    return (z - z.mean(axis=0)) / root * x["scale"] + x["bias"]


def rms_norm(x: Inputs, p: Parameters) -> np.ndarray:
    z = x["x"]
    return z / np.sqrt(np.square(z).mean(axis=-1, keepdims=True) + z.dtype.type(p["epsilon"])) * x["scale"]


def relu(z: np.ndarray) -> np.ndarray:
    return np.maximum(z, 0)


def deep_tanh(x: Inputs, p: Parameters) -> np.ndarray:
    hidden = np.tanh(x["w2"] @ np.tanh(x["w1"] @ x["x"] + x["b1"]) + x["b2"])
    return x["w3"] @ hidden + x["b3"]


def pad(mode: str) -> Callable[[Inputs, Parameters], np.ndarray]:
    return lambda x, p: np.pad(x["x"], ((0, 0), (1, 1)), mode)


FUNCTIONS: dict[str, Callable[[Inputs, Parameters], np.ndarray]] = {
    "matmul": lambda x, p: np.matmul(x["x1"], x["x2"]),
    "matmul.matrix_vector": lambda x, p: np.matvec(x["x1"], x["x2"]),
    "matmul.vector_matrix": lambda x, p: np.vecmat(x["x1"], x["x2"]),
    "matmul.batched": lambda x, p: np.matmul(x["x1"], x["x2"]),
    "linalg.vecdot": lambda x, p: np.linalg.vecdot(x["x1"], x["x2"]),
    "linalg.outer": lambda x, p: np.linalg.outer(x["x1"], x["x2"]),
    "linalg.trace": lambda x, p: np.linalg.trace(x["x"]),
    "linalg.diagonal": lambda x, p: np.linalg.diagonal(x["x"]),
    "matrix_transpose": lambda x, p: np.matrix_transpose(x["x"]),
    "linalg.multi_dot": lambda x, p: np.linalg.multi_dot([x["x1"], x["x2"], x["x3"]]),
    "tensordot": lambda x, p: np.linalg.tensordot(x["x1"], x["x2"], axes=2),
    "bilinear_form": lambda x, p: np.einsum("i,ij,j->", x["x1"], x["a"], x["x2"]),
    "quadratic_form": lambda x, p: np.einsum("i,ij,j->", x["x"], x["a"], x["x"]),
    "bilinear": lambda x, p: np.einsum("oij,i,j->o", x["w"], x["x1"], x["x2"]),
    "gram": lambda x, p: x["x"].mT @ x["x"],
    "congruence": lambda x, p: x["a"] @ x["x"] @ x["a"].mT,
    "einsum.trace_of_product": lambda x, p: np.einsum("ij,ji->", x["x1"], x["x2"]),
    "einsum.khatri_rao": lambda x, p: np.einsum("ir,jr->ijr", x["x1"], x["x2"]),
    "einsum.tucker": lambda x, p: np.einsum("ab,ia,jb->ij", x["g"], x["u"], x["v"]),
    "einsum.canonical": lambda x, p: np.einsum("ir,jr,kr->ijk", x["a"], x["b"], x["c"]),
    "linalg.kron": lambda x, p: np.kron(x["x1"], x["x2"]),
    "linalg.cross": lambda x, p: np.linalg.cross(x["x1"], x["x2"]),
    "tril": lambda x, p: np.tril(x["x"]),
    "triu": lambda x, p: np.triu(x["x"]),
    "diag": lambda x, p: np.diag(x["x"]),
    "linalg.vander": lambda x, p: np.vander(x["x"], 4, increasing=True),
    "linalg.eigvals.power_sum": lambda x, p: (np.linalg.eigvals(x["x"]) ** 3).sum().real,
    "linalg.matrix_power": lambda x, p: np.linalg.matrix_power(x["x"], p["n"]),
    "linalg.matrix_power.negative": lambda x, p: np.linalg.matrix_power(x["x"], p["n"]),
    "linalg.solve.vector": lambda x, p: np.linalg.solve(x["x1"], x["x2"]),
    "linalg.solve.right": lambda x, p: np.linalg.solve(x["x1"].mT, x["x2"].mT).mT,
    "linalg.pinv": lambda x, p: np.linalg.pinv(x["x"]),
    "linalg.lstsq": lambda x, p: np.linalg.lstsq(x["x1"], x["x2"])[0],
    "linalg.cholesky": lambda x, p: np.linalg.cholesky(symmetric(x["x"])),
    "linalg.cholesky.logdet": lambda x, p: 2 * np.log(np.diagonal(np.linalg.cholesky(symmetric(x["x"])))).sum(),
    "linalg.qr.q": lambda x, p: positive_qr(x["x"])[0],
    "linalg.qr.r": lambda x, p: positive_qr(x["x"])[1],
    "linalg.eigvalsh": lambda x, p: np.linalg.eigvalsh(symmetric(x["x"])),
    "linalg.eigh.projection": lambda x, p: projection(*np.linalg.eigh(symmetric(x["x"]))),
    "linalg.eigh.square_root": lambda x, p: square_root(*np.linalg.eigh(symmetric(x["x"]))),
    "linalg.svdvals": lambda x, p: np.linalg.svdvals(x["x"]),
    "linalg.svd.polar": lambda x, p: polar(*np.linalg.svd(x["x"], full_matrices=False)),
    "linalg.svd.leading": lambda x, p: leading(*np.linalg.svd(x["x"], full_matrices=False)),
    "linalg.matrix_norm.frobenius": lambda x, p: np.linalg.matrix_norm(x["x"]),
    "linalg.matrix_norm.nuclear": lambda x, p: np.linalg.matrix_norm(x["x"], ord="nuc"),
    "linalg.matrix_norm.spectral": lambda x, p: np.linalg.matrix_norm(x["x"], ord=2),
    "linalg.matrix_norm.least": lambda x, p: np.linalg.matrix_norm(x["x"], ord=-2),
    "linalg.matrix_norm.one": lambda x, p: np.linalg.matrix_norm(x["x"], ord=1),
    "linalg.matrix_norm.infinity": lambda x, p: np.linalg.matrix_norm(x["x"], ord=np.inf),
    "linalg.cond": lambda x, p: np.linalg.cond(x["x"]),
    "linalg.cond.frobenius": lambda x, p: np.linalg.cond(x["x"], "fro"),
    "linalg.cond.one": lambda x, p: np.linalg.cond(x["x"], 1),
    "cov": lambda x, p: np.cov(x["x"], ddof=p["correction"]),
    "corrcoef": lambda x, p: np.corrcoef(x["x"]),
    "tensor.compose": compose,
    "linalg.det": lambda x, p: np.linalg.det(x["x"]),
    "linalg.slogdet": lambda x, p: np.linalg.slogdet(x["x"])[1],
    "linalg.inv": lambda x, p: np.linalg.inv(x["x"]),
    "linalg.solve": lambda x, p: np.linalg.solve(x["x1"], x["x2"]),
    "linalg.vector_norm": lambda x, p: np.linalg.norm(x["x"]),
    "ReduceLogSumExp": lambda x, p: np.logaddexp.reduce(x["x"]),
    "Softmax": lambda x, p: softmax(x["x"]),
    "var": lambda x, p: np.var(x["x"], ddof=p["correction"]),
    "LayerNormalization": layer_norm,
    "network.tanh": tanh_network,
    "network.tanh.squared_loss": lambda x, p: ((tanh_network(x, p) - x["target"]) ** 2).sum() / 2,
    "network.relu": lambda x, p: x["w2"] @ np.maximum(x["w1"] @ x["x"], 0),
    "linear": lambda x, p: x["w"] @ x["h"],
    "linear.softmax_cross_entropy": cross_entropy,
    "linear.bias": lambda x, p: x["x"] @ x["w"].T + x["b"],
    "Pad.reflect": pad("reflect"),
    "Pad.edge": pad("edge"),
    "Pad.wrap": pad("wrap"),
    "embedding": lambda x, p: np.take(x["x"], [p["index0"], p["index1"], p["index2"]], axis=0),
    "BatchNormalization.training": batch_norm,
    "RMSNormalization": rms_norm,
    "LpNormalization": lambda x, p: x["x"] / np.linalg.norm(x["x"], axis=1, keepdims=True),
    "weight_norm": lambda x, p: x["g"][:, None] * x["v"] / np.linalg.norm(x["v"], axis=1, keepdims=True),
    "cdist": lambda x, p: np.linalg.norm(x["x1"][:, None] - x["x2"], axis=2),
    "cdist.1": lambda x, p: np.linalg.norm(x["x1"][:, None] - x["x2"], 1, axis=2),
    "Attention": attention,
    "Attention.bias": attention,
    "network.deep_linear": lambda x, p: x["w3"] @ (x["w2"] @ (x["w1"] @ x["x"])),
    "network.deep_tanh": deep_tanh,
    "network.deep_relu": lambda x, p: x["w3"] @ relu(x["w2"] @ relu(x["w1"] @ x["x"])),
}

UNARY: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "abs": np.abs,
    "acos": np.acos,
    "acosh": np.acosh,
    "asin": np.asin,
    "asinh": np.asinh,
    "atan": np.atan,
    "atanh": np.atanh,
    "cos": np.cos,
    "cosh": np.cosh,
    "exp": np.exp,
    "expm1": np.expm1,
    "log": np.log,
    "log1p": np.log1p,
    "log2": np.log2,
    "log10": np.log10,
    "negative": np.negative,
    "reciprocal": np.reciprocal,
    "sin": np.sin,
    "sinh": np.sinh,
    "sqrt": np.sqrt,
    "square": np.square,
    "tan": np.tan,
    "tanh": np.tanh,
    "exp2": np.exp2,
    "sinc": np.sinc,
    "cumulative_max": np.maximum.accumulate,
    "cumulative_logsumexp": np.logaddexp.accumulate,
    "cumulative_prod": np.cumprod,
    "cumulative_sum": np.cumsum,
    "diff": np.diff,
    "max": np.max,
    "mean": np.mean,
    "median": np.median,
    "min": np.min,
    "norm.3": lambda x: np.linalg.norm(x, 3),
    "norm.inf": lambda x: np.linalg.norm(x, np.inf),
    "prod": np.prod,
    "ReduceL1": lambda x: np.linalg.norm(x, 1),
    "sort": np.sort,
    "std": lambda x: np.std(x, ddof=1),
    "sum": np.sum,
    "trapezoid": np.trapezoid,
}

BINARY: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "add": np.add,
    "atan2": np.atan2,
    "copysign": np.copysign,
    "divide": np.divide,
    "hypot": np.hypot,
    "logaddexp": np.logaddexp,
    "maximum": np.maximum,
    "minimum": np.minimum,
    "multiply": np.multiply,
    "pow": np.pow,
    "subtract": np.subtract,
}

FUNCTIONS |= (
    {name: lambda x, p, f=f: f(x["x"]) for name, f in UNARY.items()}
    | {name: lambda x, p, f=f: f(x["x1"], x["x2"]) for name, f in BINARY.items()}
    | {"clip": lambda x, p: np.clip(x["x"], p["min"], p["max"])}
)


def describe() -> dict[str, Any]:
    return {
        "name": "numpy",
        "version": np.__version__,
        "precisions": list(DTYPES),
        "functions": list(FUNCTIONS),
        "quantities": ["value"],
        "modes": [],
    }


def answer(question: Question) -> Array:
    if question.function not in FUNCTIONS or question.quantity != "value":
        raise NotImplementedError(f"no {question.quantity} of {question.function}")
    dtype = DTYPES[question.precision]
    inputs = {name: np.array(x.entries, dtype=dtype).reshape(x.shape) for name, x in question.inputs.items()}
    value = np.asarray(FUNCTIONS[question.function](inputs, question.parameters))
    return Array(list(value.shape), value.astype(np.float64).ravel().tolist())
