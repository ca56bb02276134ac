"""Writes a program of its library alone that shows a wrong answer: `python reproduction.py LIBRARY FILE`.

FILE is a JSON object: `question` (spec/schema/question.schema.json), `expected` (an array as the protocol writes it),
`entry` (the index of the entry that is wrong) and `rounding` (how far from `expected` rounding may put that entry).
What the library calls the function is read off LIBRARY_adapter.py, which is parsed and not run: nothing but Python is
needed here. The program prints what is right and what comes out, and ends with 1 where that is wrong.
"""

from __future__ import annotations

import ast
import copy
import json
import sys
from dataclasses import dataclass, field
from functools import cache
from math import prod
from pathlib import Path
from typing import Any, Iterator, Mapping

from equicert_adapter import Array, Question, decode, read_question

MOST_ENTRIES = 16  # of a larger answer only the wrong entry is shown
DTYPES = {"f64": "float64", "f32": "float32", "f16": "float16", "bf16": "bfloat16"}
GRADIENTS = {"fwd": "jacfwd", "rev": "grad"}  # of a scalar, as the adapters take them
JACOBIANS = {"fwd": "jacfwd", "rev": "jacrev"}


@dataclass(frozen=True)
class Library:
    """How a library is written: its arrays, what has to be set first, and what a derivative is called inside of."""

    arrays: str
    array: str
    settings: tuple[str, ...] = ()
    compiled: str = "{}"


LIBRARIES = {
    "torch": Library("torch", "tensor"),
    "jax": Library(
        "jnp",
        "array",
        ('jax.config.update("jax_platforms", "cpu")', 'jax.config.update("jax_enable_x64", True)'),
        "jax.jit(lambda {point}: {})({point})",
    ),
    "numpy": Library("np", "array"),
}


@dataclass
class Adapter:
    """An adapter's source: the expression of each function of the catalogue, and what expressions may refer to."""

    imports: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, ast.stmt] = field(default_factory=dict)
    functions: dict[str, ast.expr] = field(default_factory=dict)

    @classmethod
    @cache
    def read(cls, file: Path) -> Adapter:
        adapter = cls()
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            match node:
                case ast.Import(names=names):
                    for name in names:
                        adapter.imports[name.asname or name.name.split(".")[0]] = ast.unparse(ast.Import([name]))
                case ast.ImportFrom(module=str(module), names=[ast.alias(name=table, asname=str(name))]) if (
                    beside := file.with_name(f"{module}.py")
                ).exists():
                    adapter.take(cls.read(beside), table, name)
                case ast.ImportFrom(module=str(module), names=names):
                    for name in names:
                        line = ast.unparse(ast.ImportFrom(module, [name], 0))
                        adapter.imports[name.asname or name.name] = line
                case ast.FunctionDef(name=name):
                    adapter.definitions[name] = node
                case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                    adapter.definitions[name] = node
                case ast.AugAssign(target=ast.Name(id="FUNCTIONS"), value=value):
                    adapter.functions |= adapter.entries(value)
        adapter.functions |= adapter.entries(ast.Name("FUNCTIONS"))
        return adapter

    def take(self, other: Adapter, table: str, name: str) -> None:
        """All that a part of the adapter in a file of its own has, its table under the name that it is imported by."""
        self.imports |= other.imports
        self.definitions |= other.definitions
        self.definitions[name] = other.definitions[table]

    def entries(self, table: ast.expr) -> dict[str, ast.expr]:
        """The entries of a table: `{…}`, `TABLE`, `A | B` or `{name: lambda x, p, f=f: … for name, f in A.items()}`."""
        match table:
            case ast.Dict(keys=keys, values=values):
                return {key.value: value for key, value in zip(keys, values) if isinstance(key, ast.Constant)}
            case ast.Name(id=name):
                value = getattr(self.definitions.get(name), "value", None)
                return self.entries(value) if value else {}
            case ast.BinOp(left=left, right=right):
                return self.entries(left) | self.entries(right)
            case ast.DictComp(value=ast.Lambda(body=body), generators=[ast.comprehension(iter=ast.Call(func=call))]):
                return {
                    name: with_parameters(Substitution({"f": f}).visit(copy.deepcopy(body)))
                    for name, f in self.entries(call.value).items()
                }
        return {}

    def needed(self, *trees: ast.AST) -> Iterator[str]:
        """The names that trees refer to here, and those that their definitions refer to."""
        waiting, seen = [*trees], set()
        while waiting:
            for name in names(waiting.pop()) - seen:
                seen.add(name)
                if name in self.definitions:
                    waiting.append(bare(self.definitions[name]))
                if name in self.definitions or name in self.imports:
                    yield name


def with_parameters(body: ast.expr) -> ast.Lambda:
    arguments = ast.arguments([], [ast.arg("x"), ast.arg("p")], None, [], [], None, [])
    return ast.Lambda(arguments, body)


def names(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def bare(definition: ast.stmt) -> ast.stmt:
    """A definition without annotations, which would refer to more than it needs."""
    stripped = copy.deepcopy(definition)
    if isinstance(stripped, ast.FunctionDef):
        stripped.returns = None
        for argument in stripped.args.args:
            argument.annotation = None
    if isinstance(stripped, ast.AnnAssign) and stripped.value:
        return ast.Assign([stripped.target], stripped.value, lineno=0)
    return stripped


class Substitution(ast.NodeTransformer):
    """Puts expressions in the place of names; a lambda that is then called becomes its body."""

    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return copy.deepcopy(self.values.get(node.id, node))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.func, ast.Lambda) and not node.keywords:
            parameters = [argument.arg for argument in node.func.args.args]
            return Substitution(dict(zip(parameters, node.args))).visit(node.func.body)
        return node


class Plain(ast.NodeTransformer):
    """`x["x1"]` becomes `x1` and `p["n"]` its value; a helper of one line that takes all of x is written in its place."""

    def __init__(self, adapter: Adapter, question: Question) -> None:
        self.adapter = adapter
        self.question = question

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        match node:
            case ast.Subscript(value=ast.Name(id="x"), slice=ast.Constant(value=str(name))):
                return ast.Name(local(name))
            case ast.Subscript(value=ast.Name(id="p"), slice=ast.Constant(value=str(name))):
                return ast.Constant(self.question.parameters[name])
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        match node:
            case ast.Call(func=ast.Name(id=helper), args=[ast.Name(id="x"), ast.Name(id="p")]):
                match self.adapter.definitions.get(helper):
                    case ast.FunctionDef(body=[ast.Return(value=body)]) if body:
                        return self.visit(copy.deepcopy(body))
                arguments = [mapping(self.question.inputs, local), mapping(self.question.parameters)]
                return ast.Call(node.func, arguments, [])
        return self.generic_visit(node)


def mapping(values: Mapping[str, Any], name: Any = None) -> ast.Dict:
    return ast.Dict(
        [ast.Constant(key) for key in values],
        [ast.Name(name(key)) if name else ast.Constant(value) for key, value in values.items()],
    )


def local(name: str) -> str:
    """An argument's name, where the program has no other use for it."""
    return f"{name}_" if name in {"f", "loss", "theta", "actual", "expected", "cotangent", "tangent", "F"} else name


class Script:
    """The program, line by line."""

    def __init__(self, library: str, question: Question, expected: Array, entry: list[int], rounding: float) -> None:
        self.name = library
        self.library = LIBRARIES[library]
        self.adapter = Adapter.read(Path(__file__).with_name(f"{library}_adapter.py"))
        self.question = question
        self.expected = expected
        self.entry = entry
        self.rounding = rounding
        if question.function not in self.adapter.functions:
            raise LookupError(f"{library}_adapter.py has no expression for {question.function}")
        if question.precision not in DTYPES:
            raise LookupError(f"{library} has no numbers of the precision {question.precision}")
        self.flat = len(question.wrt) == 1 and len(question.inputs[question.wrt[0]].shape) == 1
        self.point = local(question.wrt[0]) if self.flat else "theta"

    def text(self) -> str:
        settings = "\n".join(self.library.settings)
        body = [*self.inputs(), "", "", *self.function(), *self.loss(), "", "", *self.verdict()]
        needed = set(self.adapter.needed(ast.parse("\n".join([settings, *body]))))
        helpers = [ast.unparse(bare(node)) for name, node in self.adapter.definitions.items() if name in needed]
        head = "\n".join([self.title(), *self.imports(needed)])
        return "\n\n".join(filter(None, [head, settings, *helpers, "\n".join(body)])) + "\n"

    def title(self) -> str:
        question = self.question
        what = ", ".join(filter(None, [f"the {question.quantity}", question.mode, DTYPES[question.precision]]))
        return f"# {question.function}: {what}. Ends with 1 where what comes out is wrong."

    def imports(self, needed: set[str]) -> list[str]:
        """As they stand in the adapter; what comes from one module in one line."""
        lines = [line for name, line in self.adapter.imports.items() if name in needed]
        plain = [line for line in lines if line.startswith("import")]
        modules: dict[str, list[str]] = {}
        for line in lines:
            if not line.startswith("import"):
                module, _, name = line.partition(" import ")
                modules.setdefault(module, []).append(name)
        package = {f"import {self.name}"} | set(plain)  # its version is printed
        return sorted(package) + [f"{module} import {', '.join(sorted(of))}" for module, of in modules.items()]

    def literal(self, numbers: Array, precision: str) -> str:
        module = self.library.arrays
        return f"{module}.{self.library.array}({nested(numbers)}, dtype={module}.{DTYPES[precision]})"

    def inputs(self) -> list[str]:
        question = self.question
        lines = [f"{local(name)} = {self.literal(x, question.precision)}" for name, x in question.inputs.items()]
        for name, vector in (("cotangent", question.cotangent), ("tangent", question.tangent)):
            if vector and (name == "tangent" or question.quantity == "vjp" or not self.is_plain()):
                lines.append(f"{name} = {self.literal(vector, question.precision)}")
        if not self.flat:
            flat = [f"{local(name)}.ravel()" for name in question.wrt]
            joined = f"{self.library.arrays}.concatenate([{', '.join(flat)}])" if len(flat) > 1 else flat[0]
            lines.append(f"theta = {joined}")
        return lines

    def is_plain(self) -> bool:
        """Whether the function itself is what is differentiated: a scalar with cotangent 1."""
        c = self.question.cotangent
        return c is None or (list(c.shape) == [] and list(c.entries) == [1.0])

    def function(self) -> list[str]:
        expression = self.adapter.functions[self.question.function]
        called = ast.Call(expression, [ast.Name("x"), ast.Name("p")], [])
        body = expression.body if isinstance(expression, ast.Lambda) else called
        plain = Plain(self.adapter, self.question).visit(copy.deepcopy(body))
        value = ast.unparse(ast.fix_missing_locations(plain))
        lines = [f"def f({self.point}):"]
        if not self.flat:
            start = 0
            for name in self.question.wrt:
                shape = self.question.inputs[name].shape
                end = start + prod(shape)
                piece = "theta" if len(self.question.wrt) == 1 else f"theta[{start}:{end}]"
                reshaped = "" if len(shape) == 1 else f".reshape({', '.join(map(str, shape)) or '()'})"
                lines.append(f"    {local(name)} = {piece}{reshaped}")
                start = end
        return [*lines, f"    return {value}"]

    def loss(self) -> list[str]:
        if self.is_plain() or self.question.quantity not in ("gradient", "hvp", "hessian"):
            return []
        return ["", "", "def loss(theta):", "    return (cotangent * f(theta)).sum()"]

    def derivative(self) -> str:
        point, loss = self.point, "f" if self.is_plain() else "loss"
        outer, _, inner = (self.question.mode or "").partition("-over-")
        match self.question.quantity:
            case "value":
                taken = f"f({point})"
            case "jvp":
                taken = f"jvp(f, ({point},), (tangent,))[1]"
            case "vjp":
                taken = f"vjp(f, {point})[1](cotangent)[0]"
            case "gradient":
                taken = f"{GRADIENTS[outer]}({loss})({point})"
            case "hessian":
                taken = f"{JACOBIANS[outer]}({JACOBIANS[inner]}({loss}))({point})"
            case "hvp" if inner == "fwd":
                taken = f"{GRADIENTS[outer]}(lambda t: jvp({loss}, (t,), (tangent,))[1])({point})"
            case "hvp" if outer == "fwd":
                taken = f"jvp(grad({loss}), ({point},), (tangent,))[1]"
            case _:
                taken = f"vjp(grad({loss}), {point})[1](tangent)[0]"
        return self.library.compiled.format(taken, point=point)

    def verdict(self) -> list[str]:
        derivative = self.derivative()
        index = f"[{', '.join(map(str, self.entry))}]" if self.entry else ""
        expected = self.expected
        if len(expected.entries) > MOST_ENTRIES:
            derivative, index = derivative + index, ""
            expected = Array([], [expected.entries[offset(self.entry, expected.shape)]])
        return [
            f"actual = {derivative}",
            f"expected = {self.literal(expected, 'f64')}",
            f'print("{self.name}", {self.name}.__version__)',
            'print("expected", expected.tolist())',
            'print("actual", actual.tolist())',
            f"wrong = not abs(actual - expected){index} <= {self.rounding!r}  # more than rounding explains",
            "raise SystemExit(int(wrong))",
        ]


def offset(index: list[int], shape: Any) -> int:
    place = 0
    for i, n in zip(index, shape):
        place = place * n + i
    return place


def nested(numbers: Array) -> str:
    """The numbers as a list of lists; a decimal of Python leads back to the very number."""
    items: list[Any] = [repr(float(x)) for x in numbers.entries]
    for dimension in reversed(list(numbers.shape)):
        items = [f"[{', '.join(items[i : i + dimension])}]" for i in range(0, len(items), dimension)]
    return items[0]


def main(library: str, file: Path) -> None:
    task = json.loads(file.read_text(encoding="utf-8"))
    question = read_question(task["question"])
    script = Script(library, question, decode(task["expected"]), task["entry"], float.fromhex(task["rounding"]))
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(script.text(), end="")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in LIBRARIES:
        sys.exit("usage: python reproduction.py " + "|".join(LIBRARIES) + " FILE")
    try:
        main(sys.argv[1], Path(sys.argv[2]))
    except LookupError as error:
        sys.exit(str(error.args[0]))
