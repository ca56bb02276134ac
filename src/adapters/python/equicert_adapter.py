"""The protocol loop of Equicert's Python candidates: `python equicert_adapter.py torch`.

One JSON object a line on stdin and stdout (spec/guide/protocol.md). Knows no library: `NAME_adapter.py` beside this
file does, by `describe() -> dict` (what hello says) and `answer(Question) -> Array`, which raises NotImplementedError
for what it cannot do. To judge a library of your own, write such a file, or see minimal_candidate.py.
"""

from __future__ import annotations

import base64
import importlib
import json
import os
import signal
import sys
from array import array
from dataclasses import dataclass
from typing import Any, Callable, NamedTuple, Sequence, TextIO

PROTOCOL = 1
HEX_LIMIT = 4096  # above this many entries numbers travel as base64


class Array(NamedTuple):
    """Numbers in row-major order; the empty shape is a scalar's."""

    shape: Sequence[int]
    entries: Sequence[float]


@dataclass(frozen=True)
class Question:
    """A question as spec/schema/question.schema.json describes it, its numbers read."""

    function: str
    parameters: dict[str, int | float]
    quantity: str
    mode: str | None
    precision: str
    inputs: dict[str, Array]
    wrt: list[str]
    cotangent: Array | None
    tangent: Array | None


def little_endian(doubles: array) -> array:
    if sys.byteorder == "big":
        doubles.byteswap()
    return doubles


def decode(node: dict[str, Any]) -> Array:
    if "base64" in node:
        return Array(node["shape"], little_endian(array("d", base64.b64decode(node["base64"]))))
    return Array(node["shape"], [float.fromhex(word) for word in node["data"]])


def encode(numbers: Array) -> dict[str, Any]:
    shape = list(numbers.shape)
    if len(numbers.entries) > HEX_LIMIT:
        raw = little_endian(array("d", numbers.entries)).tobytes()
        return {"shape": shape, "base64": base64.b64encode(raw).decode("ascii")}
    return {"shape": shape, "data": [float(entry).hex() for entry in numbers.entries]}


def read_question(message: dict[str, Any]) -> Question:
    parameters = {
        name: float.fromhex(value) if isinstance(value, str) else value
        for name, value in message.get("parameters", {}).items()
    }
    optional = {name: decode(message[name]) if message.get(name) else None for name in ("cotangent", "tangent")}
    return Question(
        message["function"],
        parameters,
        message["quantity"],
        message.get("mode"),
        message["precision"],
        {node["name"]: decode(node) for node in message["inputs"]},
        message["wrt"],
        **optional,
    )


def first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["no message"])[0]


def is_unsupported(error: Exception) -> bool:
    """Libraries say so by this type, or by these words in another."""
    said = str(error)
    return isinstance(error, NotImplementedError) or "implemented" in said or "not supported" in said


def reply(answer: Callable[[Question], Array], message: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"status": "ok", "outputs": [encode(answer(read_question(message)))]}
    except Exception as error:  # whatever the library throws is its answer
        if is_unsupported(error):
            return {"status": "unsupported", "reason": first_line(error)}
        return {"status": "error", "reason": f"{type(error).__name__}: {first_line(error)}"}


def private_stdout() -> TextIO:
    """The real stdout, for the protocol alone: whatever else prints there, in Python or C, goes to stderr."""
    protocol = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    return protocol


def main(library: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for Equicert, which closes stdin or kills us
    out = private_stdout()
    adapter = importlib.import_module(f"{library}_adapter")
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "hello":
            answer = {"type": "hello", "protocol": PROTOCOL, **adapter.describe()}
        else:
            answer = {"type": "answer", "id": message["id"], **reply(adapter.answer, message)}
        print(json.dumps(answer), file=out, flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python equicert_adapter.py LIBRARY   (torch, numpy, …: a LIBRARY_adapter.py beside this file)")
    sys.modules["equicert_adapter"] = sys.modules["__main__"]  # one module, also for the adapters that import it
    main(sys.argv[1])
