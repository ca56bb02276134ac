"""Every function of an adapter has a program for each derivative, and program and adapter say the same.

`python reproduction_test.py torch|jax|numpy CORROBORATION [FUNCTION…]` writes and parses all programs, runs those of the
functions that are named, which needs the library, and ends with 1 where something is wrong.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import sys
from pathlib import Path
from typing import Any, Iterator

sys.path.insert(0, str(Path(__file__).parents[3] / "src" / "adapters" / "python"))

from equicert_adapter import Array, Question, decode
from reproduction import Adapter, Script

PAIRS = [f"{outer}-over-{inner}" for outer in ("fwd", "rev") for inner in ("fwd", "rev")]
DERIVATIVES = [
    ("value", None),
    ("jvp", "fwd"),
    ("vjp", "rev"),
    ("gradient", "fwd"),
    ("gradient", "rev"),
    *(("hvp", pair) for pair in PAIRS),
    *(("hessian", pair) for pair in PAIRS),
]


def ones(shape: list[int], count: int) -> Array:
    return Array(shape, [1.0] * count)


def questions(record: dict[str, Any]) -> Iterator[Question]:
    """All that can be asked where another library's value was recorded."""
    inputs = {node["name"]: decode(node) for node in record["inputs"]}
    parameters = {
        name: float.fromhex(value) if isinstance(value, str) else value for name, value in record["parameters"].items()
    }
    output = decode(record["output"])
    p = sum(len(x.entries) for x in inputs.values())
    for quantity, mode in DERIVATIVES:
        cotangent = None if quantity in ("value", "jvp") else ones(list(output.shape), len(output.entries))
        tangent = ones([p], p) if quantity in ("jvp", "hvp") else None
        yield Question(
            record["function"], parameters, quantity, mode, "f64", inputs, list(inputs), cotangent, tangent
        )


def said(adapter: Any, question: Question) -> Any:
    """The adapter's answer as nested lists, or the error that the library throws."""
    try:
        answer = adapter.answer(question)
    except Exception as error:
        return type(error)
    return list(answer.shape), [repr(entry) for entry in answer.entries]


def shown(program: str) -> Any:
    """What the program calls actual, in the same form."""
    names: dict[str, Any] = {"__name__": "program"}
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(compile(program, "program", "exec"), names)
        except SystemExit as end:
            assert end.code in (0, 1), end.code
        except Exception as error:
            return type(error)
    actual = names["actual"]
    return list(actual.shape), [repr(float(entry)) for entry in actual.ravel().tolist()]


def main(library: str, corroboration: Path, run: list[str]) -> int:
    adapter = Adapter.read(Path(sys.modules["reproduction"].__file__).with_name(f"{library}_adapter.py"))
    records = {record["function"]: record for record in json.loads(corroboration.read_text(encoding="utf-8"))}
    wrong = [name for name in run if name not in adapter.functions]
    written = 0
    for name in adapter.functions.keys() & records.keys():
        shape = records[name]["output"]["shape"]
        for question in questions(records[name]):
            if library == "numpy" and question.quantity != "value":
                continue
            rank = {"value": len(shape), "jvp": len(shape), "hessian": 2}.get(question.quantity, 1)
            program = Script(library, question, Array([], [0.0]), [0] * rank, 0.0).text()  # whatever is expected
            compile(program, f"{name} {question.quantity}", "exec")
            written += 1
            if name in run:
                there, here = said(importlib.import_module(f"{library}_adapter"), question), shown(program)
                if there != here:
                    wrong.append(f"{name} {question.quantity} {question.mode}: {there!s:.120} and {here!s:.120}")
    print(*wrong, f"{written} programs of {len(adapter.functions)} functions", sep="\n")
    return 1 if wrong or written == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:]))
