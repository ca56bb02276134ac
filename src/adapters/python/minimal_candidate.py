"""A whole candidate for Equicert in pure Python: `./equicert certify exec:"python3 minimal_candidate.py"`."""

import json
import math
import sys

HELLO = {
    "type": "hello",
    "name": "minimal",
    "version": "1",
    "precisions": ["f64"],
    "functions": ["ReduceLogSumExp", "var"],
    "quantities": ["value", "gradient", "hessian"],
    "modes": ["rev", "rev-over-rev"],
}


def logsumexp(x, parameters):
    """Value, gradient and Hessian: p = softmax(x), and diag(p) − p pᵀ."""
    top = max(x)
    powers = [math.exp(t - top) for t in x]
    total = math.fsum(powers)
    p = [e / total for e in powers]
    hessian = [[a * (1 - a) if i == j else -a * b for j, b in enumerate(p)] for i, a in enumerate(p)]
    return top + math.log(total), p, hessian


def variance(x, parameters):
    """Value, gradient and Hessian of Σ(xᵢ − x̄)² / (n − correction)."""
    n, d = len(x), len(x) - parameters["correction"]
    mean = math.fsum(x) / n
    deviations = [t - mean for t in x]
    hessian = [[2 * ((i == j) - 1 / n) / d for j in range(n)] for i in range(n)]
    return math.fsum(t * t for t in deviations) / d, [2 * t / d for t in deviations], hessian


def answer(question):
    x = [float.fromhex(word) for word in question["inputs"][0]["data"]]
    function = {"ReduceLogSumExp": logsumexp, "var": variance}[question["function"]]
    value, gradient, hessian = function(x, question["parameters"])
    if question["quantity"] == "value":
        return {"shape": [], "data": [value.hex()]}
    c = float.fromhex(question["cotangent"]["data"][0])  # derivatives are those of c·f
    if question["quantity"] == "gradient":
        return {"shape": [len(x)], "data": [(c * g).hex() for g in gradient]}
    return {"shape": [len(x), len(x)], "data": [(c * h).hex() for row in hessian for h in row]}


for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "hello":
        reply = HELLO
    else:
        reply = {"type": "answer", "id": message["id"], "status": "ok", "outputs": [answer(message)]}
    print(json.dumps(reply), flush=True)
