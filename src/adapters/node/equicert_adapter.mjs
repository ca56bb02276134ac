// The protocol loop of Equicert's Node candidates: `node equicert_adapter.mjs tfjs FOLDER`.
//
// One JSON object a line on stdin and stdout (spec/guide/protocol.md). Knows no library: `NAME_adapter.mjs` beside this file
// does, by `adapter(load)`, which gets the `require` of the folder whose node_modules has the library, and returns
// `describe()` (what hello says) and `answer(question)`, which throws Unsupported for what it cannot do.

import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { question, word } from "./messages.mjs";

const PROTOCOL = 1;
const WORDS = /implemented|not supported|unsupported|Cannot compute gradient|not found|not yet/i;

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
