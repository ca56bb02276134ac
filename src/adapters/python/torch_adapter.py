"""PyTorch as a candidate: torch's own functions, differentiated by torch.func in the mode that is asked or, with
EQUICERT_TORCH_API=autograd, by torch.autograd.

The derivatives are taken as PyTorch's documentation takes them: a gradient in reverse mode is `grad`, a Hessian is
`jacfwd` and `jacrev` composed (`torch.func.hessian` is `jacfwd(jacrev(f))`), a Hessian-vector product is `jvp(grad(f))`.
"""

from __future__ import annotations

import os
from typing import Any, Callable, Mapping

import torch
import torch.nn.functional as F
import torch_autograd
from equicert_adapter import Array, Question
from torch import Tensor
from torch.func import grad, jacfwd, jacrev, jvp, vjp
from torch_layers import FUNCTIONS as LAYERS

torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)

Inputs = Mapping[str, Tensor]
Parameters = Mapping[str, Any]

EAGER = os.environ.get("EQUICERT_TORCH_API", "func") == "autograd"
DTYPES = {"f64": torch.float64, "f32": torch.float32, "f16": torch.float16, "bf16": torch.bfloat16}
GRADIENTS = {"fwd": jacfwd, "rev": grad}  # of a scalar
JACOBIANS = {"fwd": jacfwd, "rev": jacrev}
SOFTPLUS_THRESHOLD = 20  # above it F.softplus(x) is documented to be x, which is no softplus to be judged


def compose(x: Inputs, p: Parameters) -> Tensor:
    """(A ∘_k B): slot k of A is summed with B's last; B's other slots take its place."""
    a, b, slot = x["a"], x["b"], p["k"] - 1
    summed = torch.tensordot(a, b, dims=([slot], [b.ndim - 1]))
    free = range(b.ndim - 1)
    return torch.movedim(summed, [a.ndim - 1 + i for i in free], [slot + i for i in free])


def tanh_network(x: Inputs, p: Parameters) -> Tensor:
    return F.linear(torch.tanh(F.linear(x["x"], x["w1"], x["b1"])), x["w2"], x["b2"])


def symmetric(x: Tensor) -> Tensor:
    return (x + x.mT) / 2


def positive_qr(x: Tensor) -> tuple[Tensor, Tensor]:
    """The library's q and r with signs such that r has a positive diagonal, which makes them unique."""
    q, r = torch.linalg.qr(x)
    signs = torch.sign(torch.diagonal(r))
    return q * signs, r * signs[:, None]


def projection(values: Tensor, vectors: Tensor) -> Tensor:
    return torch.outer(vectors[:, -1], vectors[:, -1])


def square_root(values: Tensor, vectors: Tensor) -> Tensor:
    return vectors * torch.sqrt(values) @ vectors.mT


def polar(u: Tensor, s: Tensor, vt: Tensor) -> Tensor:
    return u @ vt


def leading(u: Tensor, s: Tensor, vt: Tensor) -> Tensor:
    return s[0] * torch.outer(u[:, 0], vt[0])


FUNCTIONS: dict[str, Callable[[Inputs, Parameters], Tensor]] = {
    "matmul": lambda x, p: torch.matmul(x["x1"], x["x2"]),
    "tensor.compose": compose,
    "linalg.det": lambda x, p: torch.linalg.det(x["x"]),
    "linalg.slogdet": lambda x, p: torch.linalg.slogdet(x["x"]).logabsdet,
    "linalg.inv": lambda x, p: torch.linalg.inv(x["x"]),
    "linalg.solve": lambda x, p: torch.linalg.solve(x["x1"], x["x2"]),
    "matmul.matrix_vector": lambda x, p: torch.mv(x["x1"], x["x2"]),
    "matmul.vector_matrix": lambda x, p: torch.matmul(x["x1"], x["x2"]),
    "matmul.batched": lambda x, p: torch.bmm(x["x1"], x["x2"]),
    "linalg.vecdot": lambda x, p: torch.linalg.vecdot(x["x1"], x["x2"]),
    "linalg.outer": lambda x, p: torch.outer(x["x1"], x["x2"]),
    "linalg.trace": lambda x, p: torch.trace(x["x"]),
    "linalg.diagonal": lambda x, p: torch.linalg.diagonal(x["x"]),
    "matrix_transpose": lambda x, p: torch.transpose(x["x"], 0, 1),
    "linalg.multi_dot": lambda x, p: torch.linalg.multi_dot([x["x1"], x["x2"], x["x3"]]),
    "tensordot": lambda x, p: torch.tensordot(x["x1"], x["x2"], dims=2),
    "bilinear_form": lambda x, p: torch.einsum("i,ij,j->", x["x1"], x["a"], x["x2"]),
    "quadratic_form": lambda x, p: torch.einsum("i,ij,j->", x["x"], x["a"], x["x"]),
    "bilinear": lambda x, p: F.bilinear(x["x1"], x["x2"], x["w"]),
    "gram": lambda x, p: x["x"].mT @ x["x"],
    "congruence": lambda x, p: x["a"] @ x["x"] @ x["a"].mT,
    "einsum.trace_of_product": lambda x, p: torch.einsum("ij,ji->", x["x1"], x["x2"]),
    "einsum.khatri_rao": lambda x, p: torch.einsum("ir,jr->ijr", x["x1"], x["x2"]),
    "einsum.tucker": lambda x, p: torch.einsum("ab,ia,jb->ij", x["g"], x["u"], x["v"]),
    "einsum.canonical": lambda x, p: torch.einsum("ir,jr,kr->ijk", x["a"], x["b"], x["c"]),
    "linalg.kron": lambda x, p: torch.kron(x["x1"], x["x2"]),
    "linalg.cross": lambda x, p: torch.linalg.cross(x["x1"], x["x2"]),
    "Gemm": lambda x, p: torch.addmm(x["c"], x["a"], x["b"], beta=2, alpha=0.5),
    "tril": lambda x, p: torch.tril(x["x"]),
    "triu": lambda x, p: torch.triu(x["x"]),
    "diag": lambda x, p: torch.diag(x["x"]),
    "block_diag": lambda x, p: torch.block_diag(x["x1"], x["x2"]),
    "linalg.vander": lambda x, p: torch.linalg.vander(x["x"], N=4),
    "linalg.eigvals.power_sum": lambda x, p: (torch.linalg.eigvals(x["x"]) ** 3).sum().real,
    "linalg.matrix_power": lambda x, p: torch.linalg.matrix_power(x["x"], p["n"]),
    "linalg.logdet": lambda x, p: torch.logdet(x["x"]),
    "linalg.inv_ex": lambda x, p: torch.linalg.inv_ex(x["x"]).inverse,
    "linalg.solve.vector": lambda x, p: torch.linalg.solve(x["x1"], x["x2"]),
    "linalg.solve.right": lambda x, p: torch.linalg.solve(x["x1"], x["x2"], left=False),
    "linalg.lu_solve": lambda x, p: torch.linalg.lu_solve(*torch.linalg.lu_factor(x["x1"]), x["x2"]),
    "linalg.solve_triangular.lower": lambda x, p: torch.linalg.solve_triangular(x["x1"], x["x2"], upper=False),
    "linalg.solve_triangular.upper": lambda x, p: torch.linalg.solve_triangular(x["x1"], x["x2"], upper=True),
    "linalg.solve_triangular.unit": lambda x, p: torch.linalg.solve_triangular(
        x["x1"], x["x2"], upper=False, unitriangular=True
    ),
    "linalg.solve_triangular.transposed": lambda x, p: torch.linalg.solve_triangular(x["x1"].mT, x["x2"], upper=True),
    "linalg.solve_triangular.right": lambda x, p: torch.linalg.solve_triangular(
        x["x1"], x["x2"], upper=False, left=False
    ),
    "linalg.cholesky_solve": lambda x, p: torch.cholesky_solve(x["x2"], torch.tril(x["x1"])),
    "linalg.cholesky_inverse": lambda x, p: torch.cholesky_inverse(torch.tril(x["x"])),
    "linalg.pinv": lambda x, p: torch.linalg.pinv(x["x"]),
    "linalg.lstsq": lambda x, p: torch.linalg.lstsq(x["x1"], x["x2"]).solution,
    "linalg.matrix_power.negative": lambda x, p: torch.linalg.matrix_power(x["x"], p["n"]),
    "linalg.cholesky": lambda x, p: torch.linalg.cholesky(symmetric(x["x"])),
    "linalg.cholesky.logdet": lambda x, p: 2 * torch.linalg.cholesky(symmetric(x["x"])).diagonal().log().sum(),
    "linalg.qr.q": lambda x, p: positive_qr(x["x"])[0],
    "linalg.qr.r": lambda x, p: positive_qr(x["x"])[1],
    "linalg.lu.l": lambda x, p: torch.linalg.lu(x["x"]).L,
    "linalg.lu.u": lambda x, p: torch.linalg.lu(x["x"]).U,
    "linalg.eigvalsh": lambda x, p: torch.linalg.eigvalsh(symmetric(x["x"])),
    "linalg.eigh.projection": lambda x, p: projection(*torch.linalg.eigh(symmetric(x["x"]))),
    "linalg.eigh.square_root": lambda x, p: square_root(*torch.linalg.eigh(symmetric(x["x"]))),
    "linalg.svdvals": lambda x, p: torch.linalg.svdvals(x["x"]),
    "linalg.svd.polar": lambda x, p: polar(*torch.linalg.svd(x["x"], full_matrices=False)),
    "linalg.svd.leading": lambda x, p: leading(*torch.linalg.svd(x["x"], full_matrices=False)),
    "linalg.matrix_norm.nuclear": lambda x, p: torch.linalg.matrix_norm(x["x"], "nuc"),
    "linalg.matrix_norm.spectral": lambda x, p: torch.linalg.matrix_norm(x["x"], 2),
    "linalg.matrix_norm.least": lambda x, p: torch.linalg.matrix_norm(x["x"], -2),
    "linalg.cond": lambda x, p: torch.linalg.cond(x["x"]),
    "linalg.matrix_exp": lambda x, p: torch.linalg.matrix_exp(x["x"]),
    "linalg.matrix_norm.frobenius": lambda x, p: torch.linalg.matrix_norm(x["x"]),
    "linalg.matrix_norm.one": lambda x, p: torch.linalg.matrix_norm(x["x"], 1),
    "linalg.matrix_norm.infinity": lambda x, p: torch.linalg.matrix_norm(x["x"], float("inf")),
    "linalg.cond.frobenius": lambda x, p: torch.linalg.cond(x["x"], "fro"),
    "linalg.cond.one": lambda x, p: torch.linalg.cond(x["x"], 1),
    "cov": lambda x, p: torch.cov(x["x"], correction=p["correction"]),
    "corrcoef": lambda x, p: torch.corrcoef(x["x"]),
    "linalg.vector_norm": lambda x, p: torch.linalg.vector_norm(x["x"]),
    "ReduceLogSumExp": lambda x, p: torch.logsumexp(x["x"], dim=0),
    "Softmax": lambda x, p: torch.softmax(x["x"], dim=-1),
    "var": lambda x, p: torch.var(x["x"], correction=p["correction"]),
    "LayerNormalization": lambda x, p: F.layer_norm(x["x"], x["scale"].shape, x["scale"], x["bias"], p["epsilon"]),
    "network.tanh": tanh_network,
    "network.tanh.squared_loss": lambda x, p: F.mse_loss(tanh_network(x, p), x["target"], reduction="sum") / 2,
    "network.relu": lambda x, p: F.linear(torch.relu(F.linear(x["x"], x["w1"])), x["w2"]),
    "linear": lambda x, p: F.linear(x["h"], x["w"]),
    "linear.softmax_cross_entropy": lambda x, p: F.cross_entropy(F.linear(x["h"], x["w"]), torch.tensor(p["label"])),
}

UNARY: dict[str, Callable[[Tensor], Tensor]] = {
    "abs": torch.abs,
    "acos": torch.acos,
    "acosh": torch.acosh,
    "asin": torch.asin,
    "asinh": torch.asinh,
    "atan": torch.atan,
    "atanh": torch.atanh,
    "cos": torch.cos,
    "cosh": torch.cosh,
    "exp": torch.exp,
    "expm1": torch.expm1,
    "log": torch.log,
    "log1p": torch.log1p,
    "log2": torch.log2,
    "log10": torch.log10,
    "negative": torch.negative,
    "reciprocal": torch.reciprocal,
    "sin": torch.sin,
    "sinh": torch.sinh,
    "sqrt": torch.sqrt,
    "square": torch.square,
    "tan": torch.tan,
    "tanh": torch.tanh,
    "Erf": torch.erf,
    "Gelu": F.gelu,
    "Gelu.tanh": lambda x: F.gelu(x, approximate="tanh"),
    "HardSigmoid": F.hardsigmoid,
    "HardSwish": F.hardswish,
    "Mish": F.mish,
    "Relu": F.relu,
    "Selu": F.selu,
    "Sigmoid": torch.sigmoid,
    "Softplus": F.softplus,
    "Softsign": F.softsign,
    "Shrink": F.softshrink,
    "Swish": F.silu,
    "hardtanh": F.hardtanh,
    "log_sigmoid": F.logsigmoid,
    "relu6": F.relu6,
    "tanhshrink": F.tanhshrink,
    "digamma": torch.digamma,
    "entr": torch.special.entr,
    "erfc": torch.erfc,
    "exp2": torch.exp2,
    "lgamma": torch.lgamma,
    "log_ndtr": torch.special.log_ndtr,
    "logit": torch.logit,
    "ndtr": torch.special.ndtr,
    "rsqrt": torch.rsqrt,
    "sinc": torch.sinc,
    "cumulative_logsumexp": lambda x: torch.logcumsumexp(x, 0),
    "cumulative_max": lambda x: torch.cummax(x, 0).values,
    "cumulative_prod": lambda x: torch.cumprod(x, 0),
    "cumulative_sum": lambda x: torch.cumsum(x, 0),
    "diff": torch.diff,
    "LogSoftmax": lambda x: F.log_softmax(x, 0),
    "max": torch.max,
    "mean": torch.mean,
    "median": torch.median,
    "min": torch.min,
    "norm.3": lambda x: torch.linalg.vector_norm(x, 3),
    "norm.inf": lambda x: torch.linalg.vector_norm(x, torch.inf),
    "prod": torch.prod,
    "ReduceL1": lambda x: torch.linalg.vector_norm(x, 1),
    "ReduceLogSum": lambda x: torch.log(torch.sum(x)),
    "ReduceSumSquare": lambda x: torch.sum(torch.square(x)),
    "Softmin": lambda x: F.softmin(x, 0),
    "sort": lambda x: torch.sort(x).values,
    "std": torch.std,
    "sum": torch.sum,
    "trapezoid": torch.trapezoid,
}

BINARY: dict[str, Callable[[Tensor, Tensor], Tensor]] = {
    "add": torch.add,
    "atan2": torch.atan2,
    "copysign": torch.copysign,
    "divide": torch.divide,
    "hypot": torch.hypot,
    "logaddexp": torch.logaddexp,
    "maximum": torch.maximum,
    "minimum": torch.minimum,
    "multiply": torch.multiply,
    "pow": torch.pow,
    "subtract": torch.subtract,
    "xlog1py": torch.special.xlog1py,
    "xlogy": torch.xlogy,
    "loss.cosine_embedding": lambda x1, x2: F.cosine_embedding_loss(x1, x2, x1.new_ones(())),
}

LOSSES: dict[str, Callable[[Tensor, Tensor], Tensor]] = {
    "loss.binary_cross_entropy": F.binary_cross_entropy,
    "loss.binary_cross_entropy_with_logits": F.binary_cross_entropy_with_logits,
    "loss.kl_div": F.kl_div,
    "loss.l1": F.l1_loss,
    "loss.mse": F.mse_loss,
    "loss.poisson_nll": F.poisson_nll_loss,
    "loss.soft_margin": F.soft_margin_loss,
}

FUNCTIONS |= LAYERS | (
    {name: lambda x, p, f=f: f(x["x"]) for name, f in UNARY.items()}
    | {name: lambda x, p, f=f: f(x["x1"], x["x2"]) for name, f in BINARY.items()}
    | {name: lambda x, p, f=f: f(x["x"], x["target"]) for name, f in LOSSES.items()}
    | {
        "clip": lambda x, p: torch.clip(x["x"], p["min"], p["max"]),
        "lerp": lambda x, p: torch.lerp(x["x1"], x["x2"], p["weight"]),
        "Celu": lambda x, p: F.celu(x["x"], p["alpha"]),
        "Elu": lambda x, p: F.elu(x["x"], p["alpha"]),
        "LeakyRelu": lambda x, p: F.leaky_relu(x["x"], p["alpha"]),
        "loss.gaussian_nll": lambda x, p: F.gaussian_nll_loss(x["x"], x["target"], x["var"]),
        "loss.huber": lambda x, p: F.huber_loss(x["x"], x["target"], delta=p["delta"]),
        "loss.smooth_l1": lambda x, p: F.smooth_l1_loss(x["x"], x["target"], beta=p["beta"]),
        "loss.hinge_embedding": lambda x, p: F.hinge_embedding_loss(x["x"], -torch.ones_like(x["x"]), p["margin"]),
        "loss.margin_ranking": lambda x, p: F.margin_ranking_loss(
            x["x1"], x["x2"], torch.ones_like(x["x1"]), p["margin"]
        ),
        "NegativeLogLikelihoodLoss": lambda x, p: F.nll_loss(x["x"], torch.tensor(p["label"])),
        "SoftmaxCrossEntropyLoss": lambda x, p: F.cross_entropy(x["x"], torch.tensor(p["label"])),
        "loss.multi_margin": lambda x, p: F.multi_margin_loss(x["x"], torch.tensor(p["label"])),
        "loss.triplet_margin": lambda x, p: F.triplet_margin_loss(x["anchor"], x["positive"], x["negative"]),
    }
)


def describe() -> dict[str, Any]:
    return {
        "name": "torch",
        "version": torch.__version__,
        "precisions": list(DTYPES),
        "functions": list(FUNCTIONS),
        "quantities": ["value", "gradient", "jvp", "vjp", "hvp", "hessian"],
        "modes": [*JACOBIANS, *(f"{outer}-over-{inner}" for outer in JACOBIANS for inner in JACOBIANS)],
    }


def answer(question: Question) -> Array:
    if question.function not in FUNCTIONS:
        raise NotImplementedError(f"no function {question.function}")
    if question.function == "Softplus" and max(question.inputs["x"].entries) > SOFTPLUS_THRESHOLD:
        raise NotImplementedError(f"softplus is documented to be linear above {SOFTPLUS_THRESHOLD}")
    result = derive(question).detach()
    return Array(list(result.shape), result.to(torch.float64).flatten().tolist())


def derive(question: Question) -> Tensor:
    dtype = DTYPES[question.precision]
    inputs = {name: tensor(numbers, dtype) for name, numbers in question.inputs.items()}
    theta = torch.cat([inputs[name].flatten() for name in question.wrt])

    def f(theta: Tensor) -> Tensor:
        return FUNCTIONS[question.function]({**inputs, **unflatten(theta, inputs, question.wrt)}, question.parameters)

    def g(theta: Tensor) -> Tensor:
        return (tensor(question.cotangent, dtype) * f(theta)).sum()

    outer, _, inner = (question.mode or "").partition("-over-")
    if question.quantity == "value":
        return f(theta)
    if EAGER:
        c, v = (None if x is None else tensor(x, dtype) for x in (question.cotangent, question.tangent))
        return torch_autograd.derive(question.quantity, outer, inner, f, theta, c, v)
    match question.quantity:
        case "jvp":
            return jvp(f, (theta,), (tensor(question.tangent, dtype),))[1]
        case "vjp":
            return vjp(f, theta)[1](tensor(question.cotangent, dtype))[0]
        case "gradient":
            return GRADIENTS[outer](g)(theta)
        case "hessian":
            return JACOBIANS[outer](JACOBIANS[inner](g))(theta)
        case "hvp":
            return hessian_product(outer, inner, g, theta, tensor(question.tangent, dtype))
    raise NotImplementedError(f"no quantity {question.quantity}")


def hessian_product(outer: str, inner: str, g: Callable[[Tensor], Tensor], theta: Tensor, v: Tensor) -> Tensor:
    """∇²g(θ)[v] without the Hessian: the gradient of a directional derivative, or a product with the gradient's map."""
    if inner == "fwd":
        return GRADIENTS[outer](lambda t: jvp(g, (t,), (v,))[1])(theta)
    if outer == "fwd":
        return jvp(grad(g), (theta,), (v,))[1]
    return vjp(grad(g), theta)[1](v)[0]


def tensor(numbers: Array | None, dtype: torch.dtype) -> Tensor:
    if numbers is None:
        raise ValueError("the question lacks its cotangent or tangent")
    return torch.tensor(list(numbers.entries), dtype=torch.float64).to(dtype).reshape(list(numbers.shape))


def unflatten(theta: Tensor, inputs: Inputs, wrt: list[str]) -> dict[str, Tensor]:
    pieces = torch.split(theta, [inputs[name].numel() for name in wrt])
    return {name: piece.reshape(inputs[name].shape) for name, piece in zip(wrt, pieces)}
