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
