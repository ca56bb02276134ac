"""JAX as a candidate: jax.numpy's own functions, differentiated as JAX's documentation does, compiled or not.

A gradient in reverse mode is `jax.grad`, a Hessian is `jacfwd` and `jacrev` composed (`jax.hessian` is
`jacfwd(jacrev(f))`), a Hessian-vector product is `jvp(grad(f))`. EQUICERT_JAX_JIT=0 asks the same without `jit`.

Nearly all the time goes into compiling. So all that can be asked of a function at inputs of one shape is one program,
and XLA is told to compile quickly rather than well. Who wants its defaults sets XLA_FLAGS to nothing and
JAX_DISABLE_MOST_OPTIMIZATIONS to 0: that takes three times as long.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache, partial
from typing import Any, Callable, Mapping, Sequence

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_use_fusion_emitters=false --xla_cpu_parallel_codegen_split_count=1")
os.environ.setdefault("JAX_DISABLE_MOST_OPTIMIZATIONS", "1")

import jax
import jax.numpy as jnp
import numpy as np
from equicert_adapter import Array, Question
from jax import grad, jacfwd, jacrev, jvp, vjp
from jax_layers import FUNCTIONS as LAYERS

jax.config.update("jax_platforms", "cpu")
jax.config.update("jax_enable_x64", True)  # without it f64 is silently f32
jax.config.update("jax_default_matmul_precision", "highest")

JIT = os.environ.get("EQUICERT_JAX_JIT", "1") != "0"

Inputs = Mapping[str, jax.Array]
Parameters = Mapping[str, Any]
Kind = tuple[str, str]  # quantity and mode

DTYPES = {"f64": jnp.float64, "f32": jnp.float32}
GRADIENTS = {"fwd": jacfwd, "rev": grad}  # of a scalar
JACOBIANS = {"fwd": jacfwd, "rev": jacrev}

FIRST = list(JACOBIANS)
SECOND = [f"{outer}-over-{inner}" for outer in FIRST for inner in FIRST]
MODES = {"value": [""], "gradient": FIRST, "jvp": ["fwd"], "vjp": ["rev"], "hvp": SECOND, "hessian": SECOND}
KINDS = [(quantity, mode) for quantity, modes in MODES.items() for mode in modes]


def compose(x: Inputs, p: Parameters) -> jax.Array:
    """(A ∘_k B): slot k of A is summed with B's last; B's other slots take its place."""
    a, b, slot = x["a"], x["b"], p["k"] - 1
    summed = jnp.tensordot(a, b, axes=([slot], [b.ndim - 1]))
    free = range(b.ndim - 1)
    return jnp.moveaxis(summed, [a.ndim - 1 + i for i in free], [slot + i for i in free])


def tanh_network(x: Inputs, p: Parameters) -> jax.Array:
    return x["w2"] @ jnp.tanh(x["w1"] @ x["x"] + x["b1"]) + x["b2"]


def symmetric(x: jax.Array) -> jax.Array:
    return (x + x.mT) / 2


def positive_qr(x: jax.Array) -> tuple[jax.Array, jax.Array]:
    """The library's q and r with signs such that r has a positive diagonal, which makes them unique."""
    q, r = jnp.linalg.qr(x)
    signs = jnp.sign(jnp.diagonal(r))
    return q * signs, r * signs[:, None]


def projection(values: jax.Array, vectors: jax.Array) -> jax.Array:
    return jnp.outer(vectors[:, -1], vectors[:, -1])


def square_root(values: jax.Array, vectors: jax.Array) -> jax.Array:
    return vectors * jnp.sqrt(values) @ vectors.mT


def polar(u: jax.Array, s: jax.Array, vt: jax.Array) -> jax.Array:
    return u @ vt


def leading(u: jax.Array, s: jax.Array, vt: jax.Array) -> jax.Array:
    return s[0] * jnp.outer(u[:, 0], vt[0])


FUNCTIONS: dict[str, Callable[[Inputs, Parameters], jax.Array]] = {
    "matmul": lambda x, p: jnp.matmul(x["x1"], x["x2"]),
    "tensor.compose": compose,
    "linalg.det": lambda x, p: jnp.linalg.det(x["x"]),
    "linalg.slogdet": lambda x, p: jnp.linalg.slogdet(x["x"]).logabsdet,
    "linalg.logdet": lambda x, p: jnp.linalg.slogdet(x["x"]).logabsdet,
    "linalg.inv": lambda x, p: jnp.linalg.inv(x["x"]),
    "linalg.inv_ex": lambda x, p: jnp.linalg.inv(x["x"]),
    "linalg.solve": lambda x, p: jnp.linalg.solve(x["x1"], x["x2"]),
    "matmul.matrix_vector": lambda x, p: jnp.matmul(x["x1"], x["x2"]),
    "matmul.vector_matrix": lambda x, p: jnp.matmul(x["x1"], x["x2"]),
    "matmul.batched": lambda x, p: jnp.matmul(x["x1"], x["x2"]),
    "linalg.vecdot": lambda x, p: jnp.vecdot(x["x1"], x["x2"]),
    "linalg.outer": lambda x, p: jnp.outer(x["x1"], x["x2"]),
    "linalg.trace": lambda x, p: jnp.trace(x["x"]),
    "linalg.diagonal": lambda x, p: jnp.linalg.diagonal(x["x"]),
    "matrix_transpose": lambda x, p: jnp.matrix_transpose(x["x"]),
    "linalg.multi_dot": lambda x, p: jnp.linalg.multi_dot([x["x1"], x["x2"], x["x3"]]),
    "tensordot": lambda x, p: jnp.tensordot(x["x1"], x["x2"], axes=2),
    "bilinear_form": lambda x, p: jnp.einsum("i,ij,j->", x["x1"], x["a"], x["x2"]),
    "quadratic_form": lambda x, p: jnp.einsum("i,ij,j->", x["x"], x["a"], x["x"]),
    "bilinear": lambda x, p: jnp.einsum("oij,i,j->o", x["w"], x["x1"], x["x2"]),
    "gram": lambda x, p: x["x"].mT @ x["x"],
    "congruence": lambda x, p: x["a"] @ x["x"] @ x["a"].mT,
    "einsum.trace_of_product": lambda x, p: jnp.einsum("ij,ji->", x["x1"], x["x2"]),
    "einsum.khatri_rao": lambda x, p: jnp.einsum("ir,jr->ijr", x["x1"], x["x2"]),
    "einsum.tucker": lambda x, p: jnp.einsum("ab,ia,jb->ij", x["g"], x["u"], x["v"]),
    "einsum.canonical": lambda x, p: jnp.einsum("ir,jr,kr->ijk", x["a"], x["b"], x["c"]),
    "linalg.kron": lambda x, p: jnp.kron(x["x1"], x["x2"]),
    "linalg.cross": lambda x, p: jnp.linalg.cross(x["x1"], x["x2"]),
    "Gemm": lambda x, p: 0.5 * (x["a"] @ x["b"]) + 2 * x["c"],
    "tril": lambda x, p: jnp.tril(x["x"]),
    "triu": lambda x, p: jnp.triu(x["x"]),
    "diag": lambda x, p: jnp.diag(x["x"]),
    "block_diag": lambda x, p: jax.scipy.linalg.block_diag(x["x1"], x["x2"]),
    "linalg.vander": lambda x, p: jnp.vander(x["x"], 4, increasing=True),
    "linalg.eigvals.power_sum": lambda x, p: (jnp.linalg.eigvals(x["x"]) ** 3).sum().real,
    "linalg.matrix_power": lambda x, p: jnp.linalg.matrix_power(x["x"], p["n"]),
    "linalg.solve.vector": lambda x, p: jnp.linalg.solve(x["x1"], x["x2"]),
    "linalg.solve.right": lambda x, p: jnp.linalg.solve(x["x1"].mT, x["x2"].mT).mT,
    "linalg.lu_solve": lambda x, p: jax.scipy.linalg.lu_solve(jax.scipy.linalg.lu_factor(x["x1"]), x["x2"]),
    "linalg.solve_triangular.lower": lambda x, p: jax.scipy.linalg.solve_triangular(x["x1"], x["x2"], lower=True),
    "linalg.solve_triangular.upper": lambda x, p: jax.scipy.linalg.solve_triangular(x["x1"], x["x2"], lower=False),
    "linalg.solve_triangular.unit": lambda x, p: jax.scipy.linalg.solve_triangular(
        x["x1"], x["x2"], lower=True, unit_diagonal=True
    ),
    "linalg.solve_triangular.transposed": lambda x, p: jax.scipy.linalg.solve_triangular(
        x["x1"], x["x2"], trans=1, lower=True
    ),
    "linalg.solve_triangular.right": lambda x, p: jax.lax.linalg.triangular_solve(
        x["x1"], x["x2"], left_side=False, lower=True
    ),
    "linalg.cholesky_solve": lambda x, p: jax.scipy.linalg.cho_solve((jnp.tril(x["x1"]), True), x["x2"]),
    "linalg.cholesky_inverse": lambda x, p: jax.scipy.linalg.cho_solve((jnp.tril(x["x"]), True), jnp.eye(len(x["x"]), dtype=x["x"].dtype)),
    "linalg.pinv": lambda x, p: jnp.linalg.pinv(x["x"]),
    "linalg.lstsq": lambda x, p: jnp.linalg.lstsq(x["x1"], x["x2"])[0],
    "linalg.matrix_power.negative": lambda x, p: jnp.linalg.matrix_power(x["x"], p["n"]),
    "linalg.cholesky": lambda x, p: jnp.linalg.cholesky(symmetric(x["x"])),
    "linalg.cholesky.logdet": lambda x, p: 2 * jnp.log(jnp.diag(jnp.linalg.cholesky(symmetric(x["x"])))).sum(),
    "linalg.qr.q": lambda x, p: positive_qr(x["x"])[0],
    "linalg.qr.r": lambda x, p: positive_qr(x["x"])[1],
    "linalg.lu.l": lambda x, p: jax.scipy.linalg.lu(x["x"])[1],
    "linalg.lu.u": lambda x, p: jax.scipy.linalg.lu(x["x"])[2],
    "linalg.eigvalsh": lambda x, p: jnp.linalg.eigvalsh(symmetric(x["x"])),
    "linalg.eigh.projection": lambda x, p: projection(*jnp.linalg.eigh(symmetric(x["x"]))),
    "linalg.eigh.square_root": lambda x, p: square_root(*jnp.linalg.eigh(symmetric(x["x"]))),
    "linalg.svdvals": lambda x, p: jnp.linalg.svdvals(x["x"]),
    "linalg.svd.polar": lambda x, p: polar(*jnp.linalg.svd(x["x"], full_matrices=False)),
    "linalg.svd.leading": lambda x, p: leading(*jnp.linalg.svd(x["x"], full_matrices=False)),
    "linalg.matrix_norm.nuclear": lambda x, p: jnp.linalg.matrix_norm(x["x"], ord="nuc"),
    "linalg.matrix_norm.spectral": lambda x, p: jnp.linalg.matrix_norm(x["x"], ord=2),
    "linalg.matrix_norm.least": lambda x, p: jnp.linalg.matrix_norm(x["x"], ord=-2),
    "linalg.cond": lambda x, p: jnp.linalg.cond(x["x"]),
    "linalg.matrix_exp": lambda x, p: jax.scipy.linalg.expm(x["x"]),
    "linalg.matrix_norm.frobenius": lambda x, p: jnp.linalg.matrix_norm(x["x"]),
    "linalg.matrix_norm.one": lambda x, p: jnp.linalg.matrix_norm(x["x"], ord=1),
    "linalg.matrix_norm.infinity": lambda x, p: jnp.linalg.matrix_norm(x["x"], ord=jnp.inf),
    "linalg.cond.frobenius": lambda x, p: jnp.linalg.cond(x["x"], "fro"),
    "linalg.cond.one": lambda x, p: jnp.linalg.cond(x["x"], 1),
    "cov": lambda x, p: jnp.cov(x["x"], ddof=p["correction"]),
    "corrcoef": lambda x, p: jnp.corrcoef(x["x"]),
    "linalg.vector_norm": lambda x, p: jnp.linalg.vector_norm(x["x"]),
    "ReduceLogSumExp": lambda x, p: jax.nn.logsumexp(x["x"]),
    "Softmax": lambda x, p: jax.nn.softmax(x["x"], axis=-1),
    "var": lambda x, p: jnp.var(x["x"], correction=p["correction"]),
    "LayerNormalization": lambda x, p: jax.nn.standardize(x["x"], axis=-1, epsilon=p["epsilon"]) * x["scale"]
    + x["bias"],
    "network.tanh": tanh_network,
    "network.tanh.squared_loss": lambda x, p: jnp.sum((tanh_network(x, p) - x["target"]) ** 2) / 2,
    "network.relu": lambda x, p: x["w2"] @ jax.nn.relu(x["w1"] @ x["x"]),
    "linear": lambda x, p: x["w"] @ x["h"],
    "linear.softmax_cross_entropy": lambda x, p: -jax.nn.log_softmax(x["w"] @ x["h"])[p["label"]],
}

UNARY: dict[str, Callable[[jax.Array], jax.Array]] = {
    "abs": jnp.abs,
    "acos": jnp.acos,
    "acosh": jnp.acosh,
    "asin": jnp.asin,
    "asinh": jnp.asinh,
    "atan": jnp.atan,
    "atanh": jnp.atanh,
    "cos": jnp.cos,
    "cosh": jnp.cosh,
    "exp": jnp.exp,
    "expm1": jnp.expm1,
    "log": jnp.log,
    "log1p": jnp.log1p,
    "log2": jnp.log2,
    "log10": jnp.log10,
    "negative": jnp.negative,
    "reciprocal": jnp.reciprocal,
    "sin": jnp.sin,
    "sinh": jnp.sinh,
    "sqrt": jnp.sqrt,
    "square": jnp.square,
    "tan": jnp.tan,
    "tanh": jnp.tanh,
    "Erf": jax.lax.erf,
    "Gelu": lambda x: jax.nn.gelu(x, approximate=False),
    "Gelu.tanh": jax.nn.gelu,
    "HardSigmoid": jax.nn.hard_sigmoid,
    "HardSwish": jax.nn.hard_swish,
    "Mish": jax.nn.mish,
    "Relu": jax.nn.relu,
    "Selu": jax.nn.selu,
    "Sigmoid": jax.nn.sigmoid,
    "Softplus": jax.nn.softplus,
    "Softsign": jax.nn.soft_sign,
    "Swish": jax.nn.silu,
    "hardtanh": jax.nn.hard_tanh,
    "log_sigmoid": jax.nn.log_sigmoid,
    "relu6": jax.nn.relu6,
    "digamma": jax.scipy.special.digamma,
    "entr": jax.scipy.special.entr,
    "erfc": jax.scipy.special.erfc,
    "exp2": jnp.exp2,
    "lgamma": jax.lax.lgamma,
    "log_ndtr": jax.scipy.special.log_ndtr,
    "logit": jax.scipy.special.logit,
    "ndtr": jax.scipy.special.ndtr,
    "rsqrt": jax.lax.rsqrt,
    "sinc": jnp.sinc,
    "cumulative_logsumexp": jax.lax.cumlogsumexp,
    "cumulative_max": jax.lax.cummax,
    "cumulative_prod": jnp.cumulative_prod,
    "cumulative_sum": jnp.cumulative_sum,
    "diff": jnp.diff,
    "LogSoftmax": jax.nn.log_softmax,
    "max": jnp.max,
    "mean": jnp.mean,
    "median": jnp.median,
    "min": jnp.min,
    "norm.3": lambda x: jnp.linalg.vector_norm(x, ord=3),
    "norm.inf": lambda x: jnp.linalg.vector_norm(x, ord=jnp.inf),
    "prod": jnp.prod,
    "ReduceL1": lambda x: jnp.linalg.vector_norm(x, ord=1),
    "ReduceLogSum": lambda x: jnp.log(jnp.sum(x)),
    "ReduceSumSquare": lambda x: jnp.sum(jnp.square(x)),
    "Softmin": lambda x: jax.nn.softmax(-x),
    "sort": jnp.sort,
    "std": lambda x: jnp.std(x, correction=1),
    "sum": jnp.sum,
    "trapezoid": jnp.trapezoid,
}

BINARY: dict[str, Callable[[jax.Array, jax.Array], jax.Array]] = {
    "add": jnp.add,
    "atan2": jnp.atan2,
    "copysign": jnp.copysign,
    "divide": jnp.divide,
    "hypot": jnp.hypot,
    "logaddexp": jnp.logaddexp,
    "maximum": jnp.maximum,
    "minimum": jnp.minimum,
    "multiply": jnp.multiply,
    "pow": jnp.pow,
    "subtract": jnp.subtract,
    "xlog1py": jax.scipy.special.xlog1py,
    "xlogy": jax.scipy.special.xlogy,
}

FUNCTIONS |= LAYERS | (
    {name: lambda x, p, f=f: f(x["x"]) for name, f in UNARY.items()}
    | {name: lambda x, p, f=f: f(x["x1"], x["x2"]) for name, f in BINARY.items()}
    | {
        "clip": lambda x, p: jnp.clip(x["x"], p["min"], p["max"]),
        "Celu": lambda x, p: jax.nn.celu(x["x"], p["alpha"]),
        "Elu": lambda x, p: jax.nn.elu(x["x"], p["alpha"]),
        "LeakyRelu": lambda x, p: jax.nn.leaky_relu(x["x"], p["alpha"]),
        "NegativeLogLikelihoodLoss": lambda x, p: -x["x"][p["label"]],
        "SoftmaxCrossEntropyLoss": lambda x, p: -jax.nn.log_softmax(x["x"])[p["label"]],
        "lerp": lambda x, p: x["x1"] + p["weight"] * (x["x2"] - x["x1"]),
        "tanhshrink": lambda x, p: x["x"] - jnp.tanh(x["x"]),
        "loss.l1": lambda x, p: jnp.mean(jnp.abs(x["x"] - x["target"])),
        "loss.mse": lambda x, p: jnp.mean(jnp.square(x["x"] - x["target"])),
    }
)


def describe() -> dict[str, Any]:
    return {
        "name": "jax" if JIT else "jax (no jit)",
        "version": jax.__version__,
        "precisions": list(DTYPES),
        "functions": list(FUNCTIONS),
        "quantities": list(MODES),
        "modes": FIRST + SECOND,
    }


def answer(question: Question) -> Array:
    if question.function not in FUNCTIONS:
        raise NotImplementedError(f"no function {question.function}")
    dtype = DTYPES[question.precision]
    inputs = {name: array(numbers, dtype) for name, numbers in question.inputs.items()}
    f = model_of(question.function, tuple(sorted(question.parameters.items())))
    wrt = tuple(question.wrt)
    vectors = {
        "cotangent": vector(question.cotangent, f.eval_shape(inputs).shape, dtype),
        "tangent": vector(question.tangent, [sum(inputs[name].size for name in wrt)], dtype),
    }
    kind = (question.quantity, question.mode or "")
    answers = program_of(f, wrt)(inputs, vectors) if JIT else {}
    result = answers[kind] if kind in answers else alone(f, wrt, kind)(inputs, vectors)
    return Array(list(result.shape), np.asarray(result, dtype=np.float64).ravel().tolist())


@lru_cache(maxsize=64)  # questions come function by function
def model_of(function: str, parameters: tuple[tuple[str, Any], ...]) -> Any:
    return jax.jit(lambda inputs: FUNCTIONS[function](inputs, dict(parameters)))


@lru_cache(maxsize=64)
def program_of(f: Any, wrt: tuple[str, ...]) -> Callable[[Inputs, Inputs], dict[Kind, jax.Array]]:
    """Every kind of derivative that JAX can trace, compiled as one program for each shape."""

    def everything(inputs: Inputs, vectors: Inputs) -> dict[Kind, jax.Array]:
        answers = {}
        for kind in KINDS:
            with suppress(Exception):  # who asks for it is told, by asking it alone
                answers[kind] = derivative(f.__wrapped__, wrt, kind, inputs, vectors)
        return answers

    return jax.jit(everything)


def alone(f: Any, wrt: tuple[str, ...], kind: Kind) -> Callable[[Inputs, Inputs], jax.Array]:
    asked = partial(derivative, f.__wrapped__, wrt, kind)
    return jax.jit(asked) if JIT else asked


def derivative(
    f: Callable[[Inputs], jax.Array], wrt: tuple[str, ...], kind: Kind, inputs: Inputs, vectors: Inputs
) -> jax.Array:
    """The quantity and mode that a kind names, of f as a function of the inputs in wrt, one after the other."""

    def g(theta: jax.Array) -> jax.Array:
        return f({**inputs, **unflatten(theta, inputs, wrt)})

    quantity, mode = kind
    theta = jnp.concatenate([inputs[name].ravel() for name in wrt])
    return derive(g, theta, vectors, quantity, mode.split("-over-"))


def derive(
    f: Callable[[jax.Array], jax.Array], theta: jax.Array, vectors: Inputs, quantity: str, modes: list[str]
) -> jax.Array:
    def g(theta: jax.Array) -> jax.Array:
        return (vectors["cotangent"] * f(theta)).sum()

    match quantity:
        case "value":
            return f(theta)
        case "jvp":
            return jvp(f, (theta,), (vectors["tangent"],))[1]
        case "vjp":
            return vjp(f, theta)[1](vectors["cotangent"])[0]
        case "gradient":
            return GRADIENTS[modes[0]](g)(theta)
        case "hessian":
            return JACOBIANS[modes[0]](JACOBIANS[modes[1]](g))(theta)
        case "hvp":
            return hessian_product(modes[0], modes[1], g, theta, vectors["tangent"])
    raise NotImplementedError(f"no quantity {quantity}")


def hessian_product(
    outer: str, inner: str, g: Callable[[jax.Array], jax.Array], theta: jax.Array, v: jax.Array
) -> jax.Array:
    """∇²g(θ)[v] without the Hessian: the gradient of a directional derivative, or a product with the gradient's map."""
    if inner == "fwd":
        return GRADIENTS[outer](lambda t: jvp(g, (t,), (v,))[1])(theta)
    if outer == "fwd":
        return jvp(grad(g), (theta,), (v,))[1]
    return vjp(grad(g), theta)[1](v)[0]


def vector(numbers: Array | None, shape: Sequence[int], dtype: Any) -> jax.Array:
    """Zeros where a question has none: what depends on it is not asked for."""
    return jnp.zeros(shape, dtype) if numbers is None else array(numbers, dtype)


def array(numbers: Array, dtype: Any) -> jax.Array:
    return jnp.asarray(np.array(numbers.entries, dtype=np.float64).reshape(numbers.shape), dtype=dtype)


def unflatten(theta: jax.Array, inputs: Inputs, wrt: tuple[str, ...]) -> dict[str, jax.Array]:
    bounds = np.cumsum([inputs[name].size for name in wrt])[:-1]
    pieces = jnp.split(theta, [int(bound) for bound in bounds])
    return {name: piece.reshape(inputs[name].shape) for name, piece in zip(wrt, pieces)}
