"""Records what a library answers at points of the catalogue: `python corroborate.py LIBRARY FILE < POINTS`.

LIBRARY is torch or jax, on the CPU in double precision. POINTS are JSON lines, the function, parameters and inputs of a
question (spec/schema/question.schema.json). FILE keeps the records of other libraries; those of this one are replaced.
To regenerate src/java/org/equicert/function/corroboration.json, with a Python that has the library named:

    ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
    java -cp target/test-classes:target/classes:$(cat target/classpath) org.equicert.function.CorroborationPoints > target/points
    python src/adapters/python/corroborate.py torch src/java/org/equicert/function/corroboration.json < target/points
    python src/adapters/python/corroborate.py jax src/java/org/equicert/function/corroboration.json < target/points

What each library has for each function is what its adapter asks it; the two adapters share no code, so that a slip in one
shows. JAX has few losses and lacks some functions: those are written out here in its elementary operations. So is its
attention, whose own softmax is in single precision.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Callable

import numpy as np


def torch_functions() -> tuple[str, Callable, dict[str, Callable]]:
    import torch
    import torch_adapter

    return (
        torch.__version__.split("+")[0],
        lambda x: torch.tensor(x, dtype=torch.float64),
        torch_adapter.FUNCTIONS,
    )


def jax_functions() -> tuple[str, Callable, dict[str, Callable]]:
    import jax
    import jax.numpy as jnp
    import jax_adapter
    import jax_layers

    def residual(x: dict[str, Any]) -> Any:
        return x["x"] - x["target"]

    def distance(x: Any, y: Any) -> Any:
        return jnp.linalg.vector_norm(x - y + 1e-6)

    def capped(bound: float, r: Any) -> Any:
        """r²/2 up to the bound, and on along the tangent."""
        size = jnp.abs(r)
        return jnp.where(size <= bound, r**2 / 2, bound * size - bound**2 / 2)

    def multi_margin(x: dict[str, Any], p: dict[str, Any]) -> Any:
        margins = jnp.maximum(1 - x["x"][p["label"]] + x["x"], 0)
        return (jnp.sum(margins) - 1) / x["x"].size  # the label's own margin is 1

    def cosine_embedding(x: dict[str, Any], p: dict[str, Any]) -> Any:
        a, b = x["x1"], x["x2"]
        return 1 - a @ b / jnp.sqrt((a @ a + 1e-12) * (b @ b + 1e-12))

    return (
        jax.__version__,
        lambda x: jnp.asarray(x, dtype=jnp.float64),
        jax_adapter.FUNCTIONS
        | {
            "Attention": lambda x, p: jax_layers.attend(x["q"], x["k"], x["v"]),
            "Attention.causal": lambda x, p: jax_layers.attend(
                x["q"], x["k"], x["v"], jax_layers.past(len(x["q"]))
            ),
            "Attention.bias": lambda x, p: jax_layers.attend(x["q"], x["k"], x["v"], x["mask"]),
            "Shrink": lambda x, p: jnp.sign(x["x"]) * jnp.maximum(jnp.abs(x["x"]) - 0.5, 0),
            "linalg.inv_ex": lambda x, p: jnp.linalg.inv(x["x"]),
            "linalg.logdet": lambda x, p: jnp.linalg.slogdet(x["x"]).logabsdet,
            "lerp": lambda x, p: (1 - p["weight"]) * x["x1"] + p["weight"] * x["x2"],
            "tanhshrink": lambda x, p: x["x"] - jnp.tanh(x["x"]),
            "loss.binary_cross_entropy": lambda x, p: -jnp.mean(
                jax.scipy.special.xlogy(x["target"], x["x"]) + jax.scipy.special.xlog1py(1 - x["target"], -x["x"])
            ),
            "loss.binary_cross_entropy_with_logits": lambda x, p: -jnp.mean(
                x["target"] * jax.nn.log_sigmoid(x["x"]) + (1 - x["target"]) * jax.nn.log_sigmoid(-x["x"])
            ),
            "loss.cosine_embedding": cosine_embedding,
            "loss.gaussian_nll": lambda x, p: jnp.mean(jnp.log(x["var"]) + residual(x) ** 2 / x["var"]) / 2,
            "loss.hinge_embedding": lambda x, p: jnp.mean(jnp.maximum(p["margin"] - x["x"], 0)),
            "loss.huber": lambda x, p: jnp.mean(capped(p["delta"], residual(x))),
            "loss.kl_div": lambda x, p: jnp.mean(x["target"] * (jnp.log(x["target"]) - x["x"])),
            "loss.l1": lambda x, p: jnp.mean(jnp.abs(residual(x))),
            "loss.margin_ranking": lambda x, p: jnp.mean(jnp.maximum(x["x2"] - x["x1"] + p["margin"], 0)),
            "loss.multi_margin": multi_margin,
            "loss.poisson_nll": lambda x, p: jnp.mean(jnp.exp(x["x"]) - x["target"] * x["x"]),
            "loss.smooth_l1": lambda x, p: jnp.mean(capped(p["beta"], residual(x))) / p["beta"],
            "loss.soft_margin": lambda x, p: jnp.mean(jnp.log1p(jnp.exp(-x["target"] * x["x"]))),
            "loss.triplet_margin": lambda x, p: jnp.maximum(
                1 + distance(x["anchor"], x["positive"]) - distance(x["anchor"], x["negative"]), 0
            ),
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
        value = np.asarray(functions[point["function"]](inputs, parameters))
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
