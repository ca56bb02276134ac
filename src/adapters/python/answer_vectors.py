"""Answers Equicert's test vectors of `var` and checks the answers itself: `python3 answer_vectors.py DIR/var.json`."""

import json
import math
import sys


def variance(question):
    """Σ(xᵢ − x̄)² / d, its gradient 2(x − x̄)/d, and the products of its Hessian 2(I − 1/n)/d with a vector."""
    x = [float.fromhex(word) for word in question["inputs"][0]["data"]]
    v = [float.fromhex(word) for word in question.get("tangent", {"data": []})["data"]]
    n, d = len(x), len(x) - question["parameters"]["correction"]
    away = [t - math.fsum(x) / n for t in x]
    bend = lambda u: [2 * (t - math.fsum(u) / n) / d for t in u]
    gradient = [2 * t / d for t in away]
    unit = lambda i: [float(i == j) for j in range(n)]
    return {
        "value": lambda: [math.fsum(t * t for t in away) / d],
        "gradient": lambda: gradient,
        "jvp": lambda: [math.fsum(g * t for g, t in zip(gradient, v))],
        "hvp": lambda: bend(v),
        "hessian": lambda: [h for i in range(n) for h in bend(unit(i))],
    }[question["quantity"]]()


vectors, answers, wrong = json.load(open(sys.argv[1], encoding="utf-8")), [], []
for test in (test for group in vectors["groups"] for test in group["tests"]):
    output = variance(test["question"])
    bounds = zip(test["accepted_lower"], output, test["accepted_upper"])
    if not all(float.fromhex(low) <= y <= float.fromhex(high) for low, y, high in bounds):
        wrong.append(test["id"])
    data = {"shape": test["shape"], "data": [y.hex() for y in output]}
    answers.append({"id": test["id"], "status": "ok", "outputs": [data]})
with open(sys.argv[1].replace(".json", ".answers.json"), "w", encoding="utf-8") as file:
    json.dump({"schema": "urn:equicert:schema:vector-answers:1", "answers": answers}, file)
print(len(answers), "answers,", len(wrong), "wrong:", wrong)
sys.exit(1 if wrong else 0)
