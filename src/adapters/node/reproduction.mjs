// Writes a program of its library alone that shows a wrong answer: `node reproduction.mjs tfjs FILE`.
//
// FILE is what reproduction.py reads too: `question`, `expected`, `entry` and `rounding`. What the library calls the function
// is read off LIBRARY_adapter.mjs, as text: its table's entries stand four spaces in, what they refer to two. The library is
// needed only to run the program, which prints what is right and what comes out, and ends with 1 where that is wrong.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decode, number, question as decoded } from "./messages.mjs";

const MOST_ENTRIES = 16; // of a larger answer only the wrong entry is shown

const adapterOf = (library) => join(import.meta.dirname, `${library}_adapter.mjs`);

/** The pieces of a text that begin so many spaces in. */
function pieces(text, indent) {
  const begins = new RegExp(`^ {${indent}}[\\w"]`);
  const found = [];
  for (const line of text.split("\n")) {
    if (begins.test(line)) found.push([]);
    found.at(-1)?.push(line);
  }
  return found.map((lines) => lines.join("\n"));
}

/** An adapter's expressions by name, and the definitions that they refer to, in order. */
function read(file) {
  const definitions = new Map();
  for (const piece of pieces(readFileSync(file, "utf8"), 2)) {
    const [, name] = /^ {2}const (\w+) = /.exec(piece) ?? [];
    if (name) definitions.set(name, piece.replace(/^ {2}/gm, "").trim());
  }
  const functions = new Map();
  for (const piece of pieces(definitions.get("FUNCTIONS").replace(/^/gm, "  ").replace(/\s*};$/, ""), 4)) {
    const [, name, expression] = /^ {4}"?([\w.]+)"?: ([\s\S]*),$/.exec(piece);
    functions.set(name, expression.replace(/^ {4}/gm, ""));
  }
  const [, same] = /"(.*)"/.exec(definitions.get("SAME"));
  for (const name of same.split(" ")) functions.set(name, `unary(tf.${name})`);
  definitions.delete("tf"); // a program loads it otherwise
  return { definitions, functions };
}

/** The definitions that an expression refers to, and those that these refer to. */
function needed(expression, definitions) {
  const found = new Set();
  const waiting = [expression];
  while (waiting.length > 0) {
    for (const [word] of waiting.pop().matchAll(/(?<![.\w])[A-Za-z]\w*/g)) {
      if (definitions.has(word) && !found.has(word)) {
        found.add(word);
        waiting.push(definitions.get(word));
      }
    }
  }
  return [...definitions].filter(([name]) => found.has(name)).map(([, text]) => text);
}

const literal = (x) => (Object.is(x, -0) ? "-0" : String(x));
const list = (entries) => `[${Array.from(entries, literal).join(", ")}]`;
const tensor = ({ shape, entries }) => `tf.tensor(${list(entries)}, ${JSON.stringify(shape)}, "float32")`;
const size = (shape) => shape.reduce((n, dimension) => n * dimension, 1);

/** The lines that compute the answer. */
function derivative({ quantity, inputs, wrt, cotangent, tangent, parameters }) {
  const p = JSON.stringify(parameters);
  const fixed = Object.keys(inputs).filter((name) => !wrt.includes(name));
  if (quantity === "value") return [`const actual = f({ ${Object.keys(inputs).join(", ")} }, ${p});`];
  let start = 0;
  const moved = wrt.map((name) => {
    const { shape } = inputs[name];
    const piece = `tf.slice(t, ${start}, ${size(shape)}).reshape(${JSON.stringify(shape)})`;
    start += size(shape);
    return `${name}: ${piece}`;
  });
  const lines = [
    `const theta = tf.concat([${wrt.map((name) => `${name}.flatten()`).join(", ")}]);`,
    `const at = (t) => f({ ${[...fixed, ...moved].join(", ")} }, ${p});`,
    `const cotangent = ${tensor(cotangent)};`,
  ];
  if (quantity === "vjp") return [...lines, "const actual = tf.grad(at)(theta, cotangent);"];
  lines.push("const gradient = tf.grad((t) => tf.sum(tf.mul(cotangent, at(t))));");
  if (quantity === "gradient") return [...lines, "const actual = gradient(theta);"];
  lines.push("const product = (v) => tf.grad((t) => tf.sum(tf.mul(gradient(t), v)))(theta);");
  return quantity === "hvp"
    ? [...lines, `const actual = product(${tensor(tangent)});`]
    : [...lines, "const actual = tf.stack(tf.unstack(tf.eye(theta.size)).map(product));"];
}

function verdict(expected, entry, rounding) {
  const place = entry.reduce((at, i, axis) => at * expected.shape[axis] + i, 0);
  const shown = expected.entries.length > MOST_ENTRIES;
  return [
    `const expected = ${shown ? list([expected.entries[place]]) : list(expected.entries)};`,
    `const answered = Array.from(actual.dataSync())${shown ? `.slice(${place}, ${place + 1})` : ""};`,
    'console.log("@tensorflow/tfjs", tf.version.tfjs);',
    "console.log(`expected [${expected.join(', ')}]`);",
    "console.log(`actual [${answered.join(', ')}]`);",
    `const apart = Math.abs(answered[${shown ? 0 : place}] - expected[${shown ? 0 : place}]);`,
    `process.exit(apart <= ${literal(rounding)} ? 0 : 1); // rounding explains so much`,
  ];
}

/** The names of the functions that have programs. */
export const functions = (library) => [...read(adapterOf(library)).functions.keys()];

/** The program's text, of what FILE holds. */
export function program(library, { question, expected, entry, rounding }) {
  const { definitions, functions } = read(adapterOf(library));
  const expression = functions.get(question.function);
  if (!expression) throw new RangeError(`${library}_adapter.mjs has no expression for ${question.function}`);
  if (question.precision !== "f32") throw new RangeError(`${library} has no numbers of the precision ${question.precision}`);
  const asked = decoded(question);
  const what = [`the ${asked.quantity}`, ...(asked.mode ? [asked.mode] : []), "float32"].join(", ");
  return [
    `// ${asked.function}: ${what}. Ends with 1 where what comes out is wrong.`,
    'const tf = require("@tensorflow/tfjs");',
    'tf.setBackend("cpu");',
    "",
    ...needed(expression, definitions),
    `const f = ${expression};`,
    "",
    ...Object.entries(asked.inputs).map(([name, x]) => `const ${name} = ${tensor(x)};`),
    ...derivative(asked),
    "",
    ...verdict(decode(expected), entry, number(rounding)),
  ].join("\n");
}

function main(library, file) {
  if (!file || !existsSync(adapterOf(library))) {
    throw new RangeError("usage: node reproduction.mjs tfjs FILE");
  }
  console.log(program(library, JSON.parse(readFileSync(file, "utf8"))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(...process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
