"""Derivatives as torch.autograd takes them: eagerly, and a vector at a time.

torch.func traces a function through transformations and takes a Jacobian's columns or rows by vmap; here the function runs
as it is written. Reverse mode is `autograd.grad`, twice for a double backward; forward mode is `forward_ad`, which does not
nest, so that forward over forward is unsupported.
"""

from __future__ import annotations

from typing import Callable

import torch
from torch import Tensor
from torch.autograd import forward_ad

Map = Callable[[Tensor], Tensor]


def derive(quantity: str, outer: str, inner: str, f: Map, theta: Tensor, c: Tensor | None, v: Tensor | None) -> Tensor:
    """A derivative of f, or of g = ⟨c, f⟩, in a mode or in one over another; v is a tangent."""

    def g(theta: Tensor) -> Tensor:
        return (c * f(theta)).sum()

    match quantity:
        case "jvp" if v is not None:
            return jvp(f, theta, v)
        case "vjp" if c is not None:
            return vjp(f, theta, c)
        case "gradient" if c is not None and outer == "rev":
            return vjp(g, theta, theta.new_ones(()))
        case "gradient" if c is not None:
            return images(lambda e: jvp(g, theta, e), theta)
        case "hessian" if c is not None:
            return images(lambda e: product(outer, inner, g, theta, e), theta).T
        case "hvp" if c is not None and v is not None:
            return product(outer, inner, g, theta, v)
    raise NotImplementedError(f"no quantity {quantity}")


def jvp(f: Map, theta: Tensor, v: Tensor) -> Tensor:
    with forward_ad.dual_level():
        y, tangent = forward_ad.unpack_dual(f(forward_ad.make_dual(theta, v)))
        return torch.zeros_like(y) if tangent is None else tangent


def vjp(f: Map, theta: Tensor, c: Tensor, create_graph: bool = False) -> Tensor:
    theta = theta if theta.requires_grad else theta.detach().requires_grad_()
    y = f(theta)
    if not y.requires_grad:  # it does not depend on theta
        return torch.zeros_like(theta)
    return torch.autograd.grad(y, theta, c, create_graph=create_graph, materialize_grads=True)[0]


def product(outer: str, inner: str, g: Map, theta: Tensor, v: Tensor) -> Tensor:
    """∇²g(θ)[v]."""
    if (outer, inner) == ("fwd", "fwd"):
        raise NotImplementedError("torch.autograd.forward_ad does not support nested levels")
    if inner == "fwd":
        return vjp(lambda t: jvp(g, t, v), theta, theta.new_ones(()))
    one = theta.new_ones(())
    if outer == "fwd":
        return jvp(lambda t: vjp(g, t, one, create_graph=True), theta.detach().requires_grad_(), v)
    return vjp(lambda t: vjp(g, t, one, create_graph=True), theta, v)


def images(of: Map, theta: Tensor) -> Tensor:
    """What becomes of the basis vectors, one after the other."""
    return torch.stack([of(e) for e in torch.eye(theta.numel(), dtype=theta.dtype)])
