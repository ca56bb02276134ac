"""Records what a library answers at points of the catalogue: `python corroborate.py LIBRARY FILE < POINTS`.

LIBRARY is torch or jax, on the CPU in double precision. POINTS are JSON lines, the function, parameters and inputs of a
question (spec/schema/question.schema.json). FILE keeps the records of other libraries; those of this one are replaced.
To regenerate src/java/org/equicert/function/corroboration.json, with a Python that has the library named:

    ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
    java -cp target/test-classes:target/classes:$(cat target/classpath) org.equicert.function.CorroborationPoints > target/points
    python src/adapters/python/corroborate.py torch src/java/org/equicert/function/corroboration.json < target/points
    python src/adapters/python/corroborate.py jax src/java/org/equicert/function/corroboration.json < target/points

The two tables below say what each library has for each function. They share no code, so that a slip in one shows.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Callable

import numpy as np


def torch_functions() -> tuple[str, Callable, dict[str, Callable]]:
    import torch
    from torch.nn import functional as F

    def compose(p, a, b):
        k, slots = p["k"], "abcdefgh"
        inner = slots[: a.ndim]
        free = "uvwxyz"[: b.ndim - 1]
        out = inner[: k - 1] + free + inner[k:]
        return torch.einsum(f"{inner},{free}{inner[k - 1]}->{out}", a, b)

    def tanh_network(p, w1, b1, w2, b2, x):
        return F.linear(torch.tanh(F.linear(x, w1, b1)), w2, b2)

    def symmetric(x):
        return (x + x.mT) / 2

    def positive_qr(x):
        q, r = torch.linalg.qr(x)
        signs = torch.sign(torch.diagonal(r))
        return q * signs, r * signs[:, None]

    def projection(values, vectors):
        return torch.outer(vectors[:, -1], vectors[:, -1])

    def square_root(values, vectors):
        return vectors * torch.sqrt(values) @ vectors.mT

    def polar(u, s, vt):
        return u @ vt

    def leading(u, s, vt):
        return s[0] * torch.outer(u[:, 0], vt[0])

    return (
        torch.__version__.split("+")[0],
        lambda x: torch.tensor(x, dtype=torch.float64),
        {
            "matmul": lambda p, x1, x2: torch.matmul(x1, x2),
            "tensor.compose": compose,
            "linalg.det": lambda p, x: torch.linalg.det(x),
            "linalg.slogdet": lambda p, x: torch.linalg.slogdet(x).logabsdet,
            "linalg.inv": lambda p, x: torch.linalg.inv(x),
            "linalg.solve": lambda p, x1, x2: torch.linalg.solve(x1, x2),
            "matmul.matrix_vector": lambda p, x1, x2: torch.mv(x1, x2),
            "matmul.vector_matrix": lambda p, x1, x2: torch.matmul(x1, x2),
            "matmul.batched": lambda p, x1, x2: torch.bmm(x1, x2),
            "linalg.vecdot": lambda p, x1, x2: torch.linalg.vecdot(x1, x2),
            "linalg.outer": lambda p, x1, x2: torch.outer(x1, x2),
            "linalg.trace": lambda p, x: torch.trace(x),
            "linalg.diagonal": lambda p, x: torch.linalg.diagonal(x),
            "matrix_transpose": lambda p, x: torch.transpose(x, 0, 1),
            "linalg.multi_dot": lambda p, x1, x2, x3: torch.linalg.multi_dot([x1, x2, x3]),
            "tensordot": lambda p, x1, x2: torch.tensordot(x1, x2, dims=2),
            "bilinear_form": lambda p, a, x1, x2: torch.einsum("i,ij,j->", x1, a, x2),
            "quadratic_form": lambda p, a, x: torch.einsum("i,ij,j->", x, a, x),
            "bilinear": lambda p, w, x1, x2: F.bilinear(x1, x2, w),
            "gram": lambda p, x: x.mT @ x,
            "congruence": lambda p, a, x: a @ x @ a.mT,
            "einsum.trace_of_product": lambda p, x1, x2: torch.einsum("ij,ji->", x1, x2),
            "einsum.khatri_rao": lambda p, x1, x2: torch.einsum("ir,jr->ijr", x1, x2),
            "einsum.tucker": lambda p, g, u, v: torch.einsum("ab,ia,jb->ij", g, u, v),
            "einsum.canonical": lambda p, a, b, c: torch.einsum("ir,jr,kr->ijk", a, b, c),
            "linalg.kron": lambda p, x1, x2: torch.kron(x1, x2),
            "linalg.cross": lambda p, x1, x2: torch.linalg.cross(x1, x2),
            "Gemm": lambda p, a, b, c: torch.addmm(c, a, b, beta=2, alpha=0.5),
            "tril": lambda p, x: torch.tril(x),
            "triu": lambda p, x: torch.triu(x),
            "diag": lambda p, x: torch.diag(x),
            "block_diag": lambda p, x1, x2: torch.block_diag(x1, x2),
            "linalg.vander": lambda p, x: torch.linalg.vander(x, N=4),
            "linalg.householder_product": lambda p, tau, x: torch.linalg.householder_product(x, tau),
            "linalg.eigvals.power_sum": lambda p, x: (torch.linalg.eigvals(x) ** 3).sum().real,
            "linalg.matrix_power": lambda p, x: torch.linalg.matrix_power(x, p["n"]),
            "linalg.logdet": lambda p, x: torch.logdet(x),
            "linalg.inv_ex": lambda p, x: torch.linalg.inv_ex(x).inverse,
            "linalg.solve.vector": lambda p, x1, x2: torch.linalg.solve(x1, x2),
            "linalg.solve.right": lambda p, x1, x2: torch.linalg.solve(x1, x2, left=False),
            "linalg.lu_solve": lambda p, x1, x2: torch.linalg.lu_solve(*torch.linalg.lu_factor(x1), x2),
            "linalg.solve_triangular.lower": lambda p, x1, x2: torch.linalg.solve_triangular(x1, x2, upper=False),
            "linalg.solve_triangular.upper": lambda p, x1, x2: torch.linalg.solve_triangular(x1, x2, upper=True),
            "linalg.solve_triangular.unit": lambda p, x1, x2: torch.linalg.solve_triangular(x1, x2, upper=False, unitriangular=True),
            "linalg.solve_triangular.transposed": lambda p, x1, x2: torch.linalg.solve_triangular(x1.mT, x2, upper=True),
            "linalg.solve_triangular.right": lambda p, x1, x2: torch.linalg.solve_triangular(x1, x2, upper=False, left=False),
            "linalg.cholesky_solve": lambda p, x1, x2: torch.cholesky_solve(x2, torch.tril(x1)),
            "linalg.cholesky_inverse": lambda p, x: torch.cholesky_inverse(torch.tril(x)),
            "linalg.pinv": lambda p, x: torch.linalg.pinv(x),
            "linalg.lstsq": lambda p, x1, x2: torch.linalg.lstsq(x1, x2).solution,
            "linalg.matrix_power.negative": lambda p, x: torch.linalg.matrix_power(x, p["n"]),
            "linalg.cholesky": lambda p, x: torch.linalg.cholesky(symmetric(x)),
            "linalg.cholesky.logdet": lambda p, x: 2 * torch.linalg.cholesky(symmetric(x)).diagonal().log().sum(),
            "linalg.qr.q": lambda p, x: positive_qr(x)[0],
            "linalg.qr.r": lambda p, x: positive_qr(x)[1],
            "linalg.lu.l": lambda p, x: torch.linalg.lu(x).L,
            "linalg.lu.u": lambda p, x: torch.linalg.lu(x).U,
            "linalg.eigvalsh": lambda p, x: torch.linalg.eigvalsh(symmetric(x)),
            "linalg.eigh.projection": lambda p, x: projection(*torch.linalg.eigh(symmetric(x))),
            "linalg.eigh.square_root": lambda p, x: square_root(*torch.linalg.eigh(symmetric(x))),
            "linalg.svdvals": lambda p, x: torch.linalg.svdvals(x),
            "linalg.svd.polar": lambda p, x: polar(*torch.linalg.svd(x, full_matrices=False)),
            "linalg.svd.leading": lambda p, x: leading(*torch.linalg.svd(x, full_matrices=False)),
            "linalg.matrix_norm.nuclear": lambda p, x: torch.linalg.matrix_norm(x, "nuc"),
            "linalg.matrix_norm.spectral": lambda p, x: torch.linalg.matrix_norm(x, 2),
            "linalg.matrix_norm.least": lambda p, x: torch.linalg.matrix_norm(x, -2),
            "linalg.cond": lambda p, x: torch.linalg.cond(x),
            "linalg.matrix_exp": lambda p, x: torch.linalg.matrix_exp(x),
            "linalg.matrix_norm.frobenius": lambda p, x: torch.linalg.matrix_norm(x),
            "linalg.matrix_norm.one": lambda p, x: torch.linalg.matrix_norm(x, 1),
            "linalg.matrix_norm.infinity": lambda p, x: torch.linalg.matrix_norm(x, float("inf")),
            "linalg.cond.frobenius": lambda p, x: torch.linalg.cond(x, "fro"),
            "linalg.cond.one": lambda p, x: torch.linalg.cond(x, 1),
            "cov": lambda p, x: torch.cov(x, correction=p["correction"]),
            "corrcoef": lambda p, x: torch.corrcoef(x),
            "ReduceLogSumExp": lambda p, x: torch.logsumexp(x, 0),
            "Softmax": lambda p, x: F.softmax(x, -1),
            "linalg.vector_norm": lambda p, x: torch.linalg.vector_norm(x),
            "var": lambda p, x: torch.var(x, correction=p["correction"]),
            "LayerNormalization": lambda p, x, scale, bias: F.layer_norm(x, x.shape[-1:], scale, bias, p["epsilon"]),
            "network.tanh": tanh_network,
            "network.tanh.squared_loss": lambda p, w1, b1, w2, b2, x, target: F.mse_loss(
                tanh_network(p, w1, b1, w2, b2, x), target, reduction="sum"
            )
            / 2,
            "network.relu": lambda p, w1, w2, x: F.linear(F.relu(F.linear(x, w1)), w2),
            "linear": lambda p, w, h: F.linear(h, w),
            "linear.softmax_cross_entropy": lambda p, w, h: F.cross_entropy(F.linear(h, w), torch.tensor(p["label"])),
        },
    )


def jax_functions() -> tuple[str, Callable, dict[str, Callable]]:
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_platforms", "cpu")
    jax.config.update("jax_enable_x64", True)
    jax.config.update("jax_default_matmul_precision", "highest")

    def compose(p, a, b):
        # tensordot puts b's free slots last; they belong where the contracted one was
        slot, free = p["k"] - 1, b.ndim - 1
        summed = jnp.tensordot(a, b, axes=(slot, free))
        rest = a.ndim - 1
        return jnp.moveaxis(summed, range(rest, rest + free), range(slot, slot + free))

    def tanh_network(p, w1, b1, w2, b2, x):
        return w2 @ jnp.tanh(w1 @ x + b1) + b2

    return (
        jax.__version__,
        lambda x: jnp.asarray(x, dtype=jnp.float64),
        {
            "matmul": lambda p, x1, x2: jnp.matmul(x1, x2),
            "tensor.compose": compose,
            "linalg.det": lambda p, x: jnp.linalg.det(x),
            "linalg.slogdet": lambda p, x: jnp.linalg.slogdet(x).logabsdet,
            "linalg.inv": lambda p, x: jnp.linalg.inv(x),
            "linalg.solve": lambda p, x1, x2: jnp.linalg.solve(x1, x2),
            "matmul.matrix_vector": lambda p, x1, x2: jnp.matmul(x1, x2),
            "matmul.vector_matrix": lambda p, x1, x2: jnp.matmul(x1, x2),
            "matmul.batched": lambda p, x1, x2: jnp.matmul(x1, x2),
            "linalg.vecdot": lambda p, x1, x2: jnp.einsum("i,i", x1, x2),
            "linalg.outer": lambda p, x1, x2: jnp.einsum("i,j->ij", x1, x2),
            "linalg.trace": lambda p, x: jnp.einsum("ii", x),
            "linalg.diagonal": lambda p, x: jnp.einsum("ii->i", x),
            "matrix_transpose": lambda p, x: jnp.matrix_transpose(x),
            "linalg.multi_dot": lambda p, x1, x2, x3: x1 @ (x2 @ x3),
            "tensordot": lambda p, x1, x2: jnp.einsum("ijk,jkl->il", x1, x2),
            "bilinear_form": lambda p, a, x1, x2: x1 @ a @ x2,
            "quadratic_form": lambda p, a, x: x @ a @ x,
            "bilinear": lambda p, w, x1, x2: jnp.einsum("oij,i,j->o", w, x1, x2),
            "gram": lambda p, x: jnp.einsum("ki,kj->ij", x, x),
            "congruence": lambda p, a, x: jnp.einsum("ij,jk,lk->il", a, x, a),
            "einsum.trace_of_product": lambda p, x1, x2: jnp.trace(x1 @ x2),
            "einsum.khatri_rao": lambda p, x1, x2: x1[:, None, :] * x2[None, :, :],
            "einsum.tucker": lambda p, g, u, v: u @ g @ v.T,
            "einsum.canonical": lambda p, a, b, c: jnp.einsum("ir,jr,kr", a, b, c),
            "linalg.kron": lambda p, x1, x2: jnp.kron(x1, x2),
            "linalg.cross": lambda p, x1, x2: jnp.linalg.cross(x1, x2),
            "Gemm": lambda p, a, b, c: 0.5 * (a @ b) + 2 * c,
            "tril": lambda p, x: jnp.tril(x),
            "triu": lambda p, x: jnp.triu(x),
            "diag": lambda p, x: jnp.diag(x),
            "block_diag": lambda p, x1, x2: jax.scipy.linalg.block_diag(x1, x2),
            "linalg.vander": lambda p, x: jnp.vander(x, 4, increasing=True),
            "linalg.householder_product": lambda p, tau, x: jax.lax.linalg.householder_product(x, tau),
            "linalg.eigvals.power_sum": lambda p, x: jnp.trace(x @ x @ x),
            "linalg.matrix_power": lambda p, x: jnp.linalg.matrix_power(x, p["n"]),
            "linalg.logdet": lambda p, x: jnp.linalg.slogdet(x).logabsdet,
            "linalg.inv_ex": lambda p, x: jnp.linalg.inv(x),
            "linalg.solve.vector": lambda p, x1, x2: jnp.linalg.solve(x1, x2),
            "linalg.solve.right": lambda p, x1, x2: x2 @ jnp.linalg.inv(x1),
            "linalg.lu_solve": lambda p, x1, x2: jax.scipy.linalg.lu_solve(jax.scipy.linalg.lu_factor(x1), x2),
            "linalg.solve_triangular.lower": lambda p, x1, x2: jnp.linalg.solve(jnp.tril(x1), x2),
            "linalg.solve_triangular.upper": lambda p, x1, x2: jnp.linalg.solve(jnp.triu(x1), x2),
            "linalg.solve_triangular.unit": lambda p, x1, x2: jnp.linalg.solve(jnp.tril(x1, -1) + jnp.eye(len(x1)), x2),
            "linalg.solve_triangular.transposed": lambda p, x1, x2: jnp.linalg.solve(jnp.tril(x1).T, x2),
            "linalg.solve_triangular.right": lambda p, x1, x2: jnp.linalg.solve(jnp.tril(x1).T, x2.T).T,
            "linalg.cholesky_solve": lambda p, x1, x2: jnp.linalg.solve(jnp.tril(x1) @ jnp.tril(x1).T, x2),
            "linalg.cholesky_inverse": lambda p, x: jnp.linalg.inv(jnp.tril(x) @ jnp.tril(x).T),
            "linalg.pinv": lambda p, x: jnp.linalg.pinv(x),
            "linalg.lstsq": lambda p, x1, x2: jnp.linalg.lstsq(x1, x2)[0],
            "linalg.matrix_power.negative": lambda p, x: jnp.linalg.matrix_power(x, p["n"]),
            "linalg.cholesky": lambda p, x: jnp.linalg.cholesky((x + x.T) / 2),
            "linalg.cholesky.logdet": lambda p, x: jnp.linalg.slogdet((x + x.T) / 2).logabsdet,
            "linalg.qr.q": lambda p, x: jnp.linalg.qr(x)[0] * jnp.sign(jnp.diagonal(jnp.linalg.qr(x)[1])),
            "linalg.qr.r": lambda p, x: jnp.linalg.cholesky(x.T @ x).T,
            "linalg.lu.l": lambda p, x: jax.scipy.linalg.lu(x)[1],
            "linalg.lu.u": lambda p, x: jax.scipy.linalg.lu(x)[2],
            "linalg.eigvalsh": lambda p, x: jnp.linalg.eigvalsh((x + x.T) / 2),
            "linalg.eigh.projection": lambda p, x: (lambda v: jnp.outer(v, v))(jnp.linalg.eigh((x + x.T) / 2)[1][:, -1]),
            "linalg.eigh.square_root": lambda p, x: jax.scipy.linalg.sqrtm((x + x.T) / 2).real,
            "linalg.svdvals": lambda p, x: jnp.linalg.svdvals(x),
            "linalg.svd.polar": lambda p, x: jax.scipy.linalg.polar(x)[0],
            "linalg.svd.leading": lambda p, x: (lambda u, s, vt: s[0] * jnp.outer(u[:, 0], vt[0]))(*jnp.linalg.svd(x, full_matrices=False)),
            "linalg.matrix_norm.nuclear": lambda p, x: jnp.linalg.svdvals(x).sum(),
            "linalg.matrix_norm.spectral": lambda p, x: jnp.linalg.svdvals(x).max(),
            "linalg.matrix_norm.least": lambda p, x: jnp.linalg.svdvals(x).min(),
            "linalg.cond": lambda p, x: jnp.linalg.cond(x),
            "linalg.matrix_exp": lambda p, x: jax.scipy.linalg.expm(x),
            "linalg.matrix_norm.frobenius": lambda p, x: jnp.sqrt((x**2).sum()),
            "linalg.matrix_norm.one": lambda p, x: jnp.abs(x).sum(0).max(),
            "linalg.matrix_norm.infinity": lambda p, x: jnp.abs(x).sum(1).max(),
            "linalg.cond.frobenius": lambda p, x: jnp.linalg.matrix_norm(x) * jnp.linalg.matrix_norm(jnp.linalg.inv(x)),
            "linalg.cond.one": lambda p, x: jnp.linalg.cond(x, 1),
            "cov": lambda p, x: jnp.cov(x, ddof=p["correction"]),
            "corrcoef": lambda p, x: jnp.corrcoef(x),
            "ReduceLogSumExp": lambda p, x: jax.nn.logsumexp(x),
            "Softmax": lambda p, x: jax.nn.softmax(x, axis=-1),
            "linalg.vector_norm": lambda p, x: jnp.linalg.vector_norm(x),
            "var": lambda p, x: jnp.var(x, correction=p["correction"]),
            "LayerNormalization": lambda p, x, scale, bias: jax.nn.standardize(x, axis=-1, epsilon=p["epsilon"]) * scale
            + bias,
            "network.tanh": tanh_network,
            "network.tanh.squared_loss": lambda p, w1, b1, w2, b2, x, target: 0.5
            * jnp.linalg.vector_norm(tanh_network(p, w1, b1, w2, b2, x) - target) ** 2,
            "network.relu": lambda p, w1, w2, x: w2 @ jax.nn.relu(w1 @ x),
            "linear": lambda p, w, h: w @ h,
            "linear.softmax_cross_entropy": lambda p, w, h: -jax.nn.log_softmax(w @ h)[p["label"]],
        },
    )


LIBRARIES = {"torch": torch_functions, "jax": jax_functions}


def decode(node: dict[str, Any]) -> np.ndarray:
    return np.array([float.fromhex(word) for word in node["data"]]).reshape(node["shape"])


def encode(value: np.ndarray) -> dict[str, Any]:
    return {"shape": list(value.shape), "data": [float(x).hex() for x in value.ravel()]}


def real(parameter: int | str) -> int | float:
    return float.fromhex(parameter) if isinstance(parameter, str) else parameter


def main(library: str, file: Path) -> None:
    version, tensor, functions = LIBRARIES[library]()
    kept = json.loads(file.read_text()) if file.exists() else []
    records = [record for record in kept if record["library"] != library]
    for line in sys.stdin:
        point = json.loads(line)
        parameters = {name: real(value) for name, value in point["parameters"].items()}
        inputs = {node["name"]: tensor(decode(node)) for node in point["inputs"]}
        value = np.asarray(functions[point["function"]](parameters, **inputs))
        assert value.dtype == np.float64, (point["function"], value.dtype)
        records.append(
            {
                "function": point["function"],
                "library": library,
                "version": version,
                "parameters": point["parameters"],
                "inputs": point["inputs"],
                "output": encode(value),
            }
        )
    lines = ",\n".join(json.dumps(record, separators=(",", ":")) for record in records)
    file.write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in LIBRARIES:
        sys.exit("usage: corroborate.py " + "|".join(LIBRARIES) + " FILE < POINTS")
    main(sys.argv[1], Path(sys.argv[2]))
