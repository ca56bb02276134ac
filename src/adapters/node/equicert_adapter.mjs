// The protocol loop of Equicert's Node candidates: `node equicert_adapter.mjs tfjs FOLDER`.
//
// One JSON object a line on stdin and stdout (spec/guide/protocol.md). Knows no library: `NAME_adapter.mjs` beside this file
// does, by `adapter(load)`, which gets the `require` of the folder whose node_modules has the library, and returns
// `describe()` (what hello says) and `answer(question)`, which throws Unsupported for what it cannot do.

import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const PROTOCOL = 1;
const HEX = /^(-?)0x([01])(?:\.([0-9a-f]+))?p([+-]?[0-9]+)$/;
const WORDS = /implemented|not supported|unsupported|Cannot compute gradient|not found|not yet/i;

/** The exact double that a hexadecimal float names. */
function number(word) {
  const [, sign, whole, digits = "", exponent] = HEX.exec(word);
  const e = Number(exponent) - 4 * digits.length;
  const half = Math.trunc(e / 2); // two steps, since 2^e alone may underflow
  const size = parseInt(whole + digits, 16) * 2 ** half * 2 ** (e - half);
  return sign ? -size : size;
}

function decode({ shape, data, base64 }) {
  if (base64 === undefined) return { shape, entries: data.map(number) };
  const bytes = Buffer.from(base64, "base64");
  return { shape, entries: Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleLE(8 * i)) };
}

/** A plain number is read back exactly; what is not finite, and −0, has words. */
function word(x) {
  if (Object.is(x, -0)) return "-0x0p0";
  return Number.isFinite(x) ? x : String(x).replace("Infinity", "inf").replace("NaN", "nan");
}

function question(message) {
  const named = (name) => (message[name] ? decode(message[name]) : null);
  return {
    ...message,
    parameters: Object.fromEntries(
      Object.entries(message.parameters).map(([name, x]) => [name, typeof x === "string" ? number(x) : x]),
    ),
    inputs: Object.fromEntries(message.inputs.map((input) => [input.name, decode(input)])),
    cotangent: named("cotangent"),
    tangent: named("tangent"),
  };
}

function reply(library, message) {
  try {
    const { shape, entries } = library.answer(question(message));
    return { status: "ok", outputs: [{ shape, data: Array.from(entries, word) }] };
  } catch (error) {
    // Whatever the library throws is its answer.
    const said = String(error.message ?? error).split("\n")[0];
    return WORDS.test(said)
      ? { status: "unsupported", reason: said }
      : { status: "error", reason: `${error.name}: ${said}` };
  }
}

process.on("SIGINT", () => {}); // Ctrl-C is for Equicert, which closes stdin or kills us
console.log = console.info = console.error; // stdout is for the protocol alone
const [name, folder] = process.argv.slice(2);
const { adapter } = await import(`./${name}_adapter.mjs`);
const library = adapter(createRequire(join(resolve(folder), "package.json")));
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  const answer =
    message.type === "hello"
      ? { type: "hello", protocol: PROTOCOL, ...library.describe() }
      : { type: "answer", id: message.id, ...reply(library, message) };
  process.stdout.write(JSON.stringify(answer) + "\n");
}
