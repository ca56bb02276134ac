"""A peer of `equicert bench`: `python bench_peer.py torch` (or jax) does what it is told, and times itself.

One JSON object a line on stdin and stdout. {"task": ...} prepares a task and answers {"checksum", "magnitude"} of its
result, or {"absent": why} where it cannot; {"calls": n} does it n times and answers {"seconds"}. The first line that it
writes is {"version"}.

Inputs are made, not sent: entry i of array j is a whole number between -9 and 9, divided by a power of two.
"""

from __future__ import annotations

import json
import math
import os
import sys
import time
from typing import Any, Callable, Sequence

THREADS = 1
XLA = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"


def numbers(size: int, array: int, scale: float) -> list[float]:
    return [((((i + 1 + 1000003 * array) * 2654435761 & 0xFFFFFFFF) >> 16) % 19 - 9) / scale for i in range(size)]


def network_shapes(width: int) -> list[tuple[int, ...]]:
    """Of w1, b1, w2, b2; then of x and the target."""
    return [(width, width), (width,), (1, width), (1,), (width,), (1,)]


def split(theta: Any, width: int) -> list[Any]:
    parts, start = [], 0
    for shape in network_shapes(width)[:4]:
        size = math.prod(shape)
        parts.append(theta[start : start + size].reshape(shape))
        start += size
    return parts


class Torch:
    def __init__(self) -> None:
        import torch

        torch.set_num_threads(THREADS)
        self.torch = torch
        self.version = torch.__version__
        self.device = "cpu"

    def use(self, device: str) -> str:
        """Has arrays made there; says why, if that cannot be."""
        if device == "gpu" and not self.torch.cuda.is_available():
            return "this PyTorch reaches no GPU"
        self.device = "cuda" if device == "gpu" else "cpu"
        return ""

    def array(self, shape: Sequence[int], array: int, scale: float, precision: str) -> Any:
        dtype = self.torch.float64 if precision == "f64" else self.torch.float32
        entries = numbers(math.prod(shape), array, scale)
        return self.torch.tensor(entries, dtype=dtype, device=self.device).reshape(tuple(shape))

    def einsum(self, formula: str) -> Callable[..., Any]:
        return lambda a, b: self.torch.einsum(formula, a, b)

    def loss(self, width: int, x: Any, target: Any) -> Callable[[Any], Any]:
        def loss(theta: Any) -> Any:
            w1, b1, w2, b2 = split(theta, width)
            return 0.5 * ((w2 @ self.torch.tanh(w1 @ x + b1) + b2 - target) ** 2).sum()

        return loss

    def derivative(self, quantity: str, loss: Callable[[Any], Any]) -> Callable[..., Any]:
        func = self.torch.func
        gradient = func.grad(loss)
        if quantity == "gradient":
            return lambda theta, v: gradient(theta)
        if quantity == "hvp":
            return lambda theta, v: func.jvp(gradient, (theta,), (v,))[1]
        hessian = func.hessian(loss)
        return lambda theta, v: hessian(theta)

    def done(self, result: Any) -> None:
        result.cpu()  # on a GPU it waits, and its result is to come to the host; on the CPU it returns when it is done

    def checksum(self, result: Any) -> tuple[float, float]:
        flat = result.cpu().flatten().double()
        weights = 1 + self.torch.arange(flat.numel()) % 7
        return float((flat * weights).sum()), float((flat.abs() * weights).sum())


class Jax:
    def __init__(self) -> None:
        os.environ["XLA_FLAGS"] = XLA
        import jax

        jax.config.update("jax_platforms", "cpu")
        jax.config.update("jax_enable_x64", True)
        jax.config.update("jax_default_matmul_precision", "highest")
        self.jax = jax
        self.version = jax.__version__

    def use(self, device: str) -> str:
        return "it is asked for on the CPU only" if device == "gpu" else ""

    def array(self, shape: Sequence[int], array: int, scale: float, precision: str) -> Any:
        jnp = self.jax.numpy
        dtype = jnp.float64 if precision == "f64" else jnp.float32
        return jnp.array(numbers(math.prod(shape), array, scale), dtype=dtype).reshape(tuple(shape))

    def einsum(self, formula: str) -> Callable[..., Any]:
        return self.jax.jit(lambda a, b: self.jax.numpy.einsum(formula, a, b))

    def loss(self, width: int, x: Any, target: Any) -> Callable[[Any], Any]:
        def loss(theta: Any) -> Any:
            w1, b1, w2, b2 = split(theta, width)
            return 0.5 * ((w2 @ self.jax.numpy.tanh(w1 @ x + b1) + b2 - target) ** 2).sum()

        return loss

    def derivative(self, quantity: str, loss: Callable[[Any], Any]) -> Callable[..., Any]:
        gradient = self.jax.grad(loss)
        if quantity == "gradient":
            return self.jax.jit(lambda theta, v: gradient(theta))
        if quantity == "hvp":
            return self.jax.jit(lambda theta, v: self.jax.jvp(gradient, (theta,), (v,))[1])
        return self.jax.jit(lambda theta, v: self.jax.hessian(loss)(theta))

    def done(self, result: Any) -> None:
        result.block_until_ready()

    def checksum(self, result: Any) -> tuple[float, float]:
        jnp = self.jax.numpy
        flat = result.ravel().astype(jnp.float64)
        weights = 1 + jnp.arange(flat.size) % 7
        return float((flat * weights).sum()), float((abs(flat) * weights).sum())


def prepared(library: Any, task: dict[str, Any]) -> Callable[[], Any]:
    """What does the task once, and returns its result when it is done."""
    if task["task"] == "einsum":
        a, b = (library.array(shape, i, 1, task["precision"]) for i, shape in enumerate(task["shapes"]))
        call, arguments = library.einsum(task["formula"]), (a, b)
    else:
        width = task["width"]
        size = sum(math.prod(shape) for shape in network_shapes(width)[:4])
        theta, v = library.array((size,), 0, 64, "f64"), library.array((size,), 1, 16, "f64")
        x, target = library.array((width,), 2, 16, "f64"), library.array((1,), 3, 16, "f64")
        call, arguments = library.derivative(task["task"], library.loss(width, x, target)), (theta, v)

    def once() -> Any:
        result = call(*arguments)
        library.done(result)
        return result

    return once


def answer(library: Any, requests: Any, reply: Callable[[dict[str, Any]], None]) -> None:
    once: Callable[[], Any] = lambda: None
    for line in requests:
        request = json.loads(line)
        if "task" in request:
            once = lambda: None  # frees what the last task held
            absent = library.use(request.get("device", "cpu"))
            if absent:
                reply({"absent": absent})
                continue
            once = prepared(library, request)
            checksum, magnitude = library.checksum(once())
            reply({"checksum": checksum, "magnitude": magnitude})
        else:
            start = time.perf_counter()
            for _ in range(request["calls"]):
                once()
            reply({"seconds": time.perf_counter() - start})


def main() -> None:
    answers = sys.stdout
    sys.stdout = sys.stderr  # what a library prints is no answer

    def reply(message: dict[str, Any]) -> None:
        print(json.dumps(message), file=answers, flush=True)

    library = {"torch": Torch, "jax": Jax}[sys.argv[1]]()
    reply({"version": library.version})
    answer(library, sys.stdin, reply)


if __name__ == "__main__":
    main()
