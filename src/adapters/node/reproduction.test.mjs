// `node --test src/adapters/node`: every function has a program for each derivative and, in a folder whose node_modules has
// TensorFlow.js or with that folder in EQUICERT_TEST_NODE, program and adapter say the same.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import test from "node:test";
import { question as decoded } from "./messages.mjs";
import { functions, program } from "./reproduction.mjs";
import { adapter } from "./tfjs_adapter.mjs";

const RECORDS = join(import.meta.dirname, "../../../src/java/org/equicert/function/corroboration.json");
const DERIVATIVES = [["value", null], ["gradient", "rev"], ["vjp", "rev"], ["hvp", "rev-over-rev"], ["hessian", "rev-over-rev"]];
const load = createRequire(join(resolve(process.env.EQUICERT_TEST_NODE ?? process.cwd()), "package.json"));
let missing = false;
try {
  load.resolve("@tensorflow/tfjs");
} catch {
  missing = "no @tensorflow/tfjs";
}

const size = (shape) => shape.reduce((n, dimension) => n * dimension, 1);
const ones = (shape) => ({ shape, data: Array(size(shape)).fill("0x1p0") });

/** All that can be asked of TensorFlow.js where another library's value was recorded, with whatever is expected. */
function* tasks() {
  const records = new Map(JSON.parse(readFileSync(RECORDS, "utf8")).map((record) => [record.function, record]));
  for (const name of functions("tfjs").filter((each) => records.has(each))) {
    const { parameters, inputs, output } = records.get(name);
    const p = inputs.reduce((sum, { shape }) => sum + size(shape), 0);
    for (const [quantity, mode] of DERIVATIVES) {
      const question = {
        function: name, parameters, quantity, mode, precision: "f32", inputs, wrt: inputs.map((input) => input.name),
        cotangent: ones(output.shape), tangent: ones([p]),
      };
      const rank = { value: output.shape.length, hessian: 2 }[quantity] ?? 1;
      yield { question, expected: { shape: [1, 1, 1].slice(0, rank), data: ["0x0p0"] }, entry: Array(rank).fill(0), rounding: "0x0p0" };
    }
  }
}

test("every function has a program for each derivative, and it is JavaScript", () => {
  let written = 0;
  for (const task of tasks()) {
    new Function("require", "process", program("tfjs", task));
    written++;
  }
  assert.ok(written >= 5 * 60, `${written} programs`);
});

test("what is no f32, or no function, is said", () => {
  const [task] = tasks();
  assert.throws(() => program("tfjs", { ...task, question: { ...task.question, precision: "f64" } }), /precision f64/);
  assert.throws(() => program("tfjs", { ...task, question: { ...task.question, function: "no" } }), /no expression for no/);
});

test("program and adapter say the same", { skip: missing }, () => {
  const tfjs = adapter(load);
  const said = (run) => {
    try {
      return Array.from(run(), String);
    } catch (error) {
      return String(error.message);
    }
  };
  for (const task of tasks()) {
    const text = program("tfjs", task).replace(/process\.exit.*/, "return actual.dataSync();");
    const quiet = { log: () => {} };
    const there = said(() => tfjs.answer(decoded(task.question)).entries);
    assert.deepEqual(said(() => new Function("require", "console", text)(load, quiet)), there, text);
  }
});
