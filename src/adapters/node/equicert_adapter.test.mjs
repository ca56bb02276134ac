// `node --test src/adapters/node`, in a folder whose node_modules has TensorFlow.js, or with that folder in EQUICERT_TEST_NODE.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import test from "node:test";

const folder = process.env.EQUICERT_TEST_NODE ?? process.cwd();
let missing = false;
try {
  createRequire(join(resolve(folder), "package.json")).resolve("@tensorflow/tfjs");
} catch {
  missing = `${folder} has no @tensorflow/tfjs`;
}

/** What the adapter says to these messages. */
function talk(...messages) {
  const adapter = join(import.meta.dirname, "equicert_adapter.mjs");
  const input = messages.map((message) => JSON.stringify(message) + "\n").join("");
  const { stdout } = spawnSync(process.execPath, [adapter, "tfjs", folder], { input, encoding: "utf8" });
  return stdout.trim().split("\n").map((line) => JSON.parse(line));
}

const question = (rest) => ({
  type: "question", id: "q1", function: "square", parameters: {}, quantity: "value", mode: null, precision: "f32",
  inputs: [{ name: "x", shape: [2], data: ["0x1.8p0", "-0x1.0p-149"] }], wrt: ["x"], ...rest,
});
const ones = { shape: [2], data: ["0x1.0p0", "0x1.0p0"] };

test("hello says what TensorFlow.js has", { skip: missing }, () => {
  const [hello] = talk({ type: "hello", protocol: 1 });
  assert.equal(hello.name, "tfjs");
  assert.deepEqual(hello.precisions, ["f32"]);
  assert.ok(hello.functions.includes("square"));
});

test("values and derivatives of a square are exact", { skip: missing }, () => {
  const answers = talk(
    question({}),
    question({ quantity: "gradient", mode: "rev", cotangent: ones }),
    question({ quantity: "hessian", mode: "rev-over-rev", cotangent: ones }),
    question({ quantity: "hvp", mode: "rev-over-rev", cotangent: ones, tangent: ones }),
  ).map(({ outputs: [{ data }] }) => data.map(Number));
  assert.deepEqual(answers, [[2.25, 0], [3, -(2 ** -148)], [2, 0, 0, 2], [2, 2]]);
});

test("what is unsupported is said in the library's own words", { skip: missing }, () => {
  const [unknown, underivable] = talk(
    question({ function: "linalg.det" }),
    question({ function: "diag", quantity: "gradient", mode: "rev", cotangent: { shape: [2, 2], data: [...ones.data, ...ones.data] } }),
  );
  assert.deepEqual([unknown.status, unknown.reason], ["unsupported", "linalg.det is not supported"]);
  assert.deepEqual(
    [underivable.status, underivable.reason],
    ["unsupported", "Cannot compute gradient: gradient function not found for Diag."],
  );
});

test("a question that is none is an error and no crash", { skip: missing }, () => {
  const [bad, good] = talk(question({ inputs: [{ name: "x", shape: [3], data: ["0x1.0p0"] }] }), question({}));
  assert.equal(bad.status, "error");
  assert.equal(good.status, "ok");
});
