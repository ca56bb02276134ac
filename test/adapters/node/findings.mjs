// What `certify node:tfjs` refutes, in TensorFlow.js alone: run in a folder that has @tensorflow/tfjs among its node_modules.
// Exit code 1 if the library is wrong.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const here = createRequire(pathToFileURL(process.cwd() + "/"));
const tf = here("@tensorflow/tfjs");

const second = (f, x) => tf.grad((t) => tf.grad(f)(t).sum())(tf.scalar(x)).dataSync()[0];
const attempt = (f) => {
  try {
    return String(f());
  } catch (error) {
    return error.message.split("\n")[0];
  }
};

const sigmoidSlope = (x) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2;
const sech2 = 1 - Math.tanh(1) ** 2;
const rows = [
  ["(eˣ)² at 0, second derivative", 4, () => second((t) => tf.square(tf.exp(t)), 0)],
  ["(tanh x)² at 1, second derivative", 2 * sech2 ** 2 - 4 * Math.tanh(1) ** 2 * sech2, () => second((t) => tf.square(tf.tanh(t)), 1)],
  ["log(1 + eˣ) at 0 by log1p and exp, second derivative", 0.25, () => second((t) => tf.log1p(tf.exp(t)), 0)],
  ["sigmoid at 24, gradient", sigmoidSlope(24), () => tf.grad((t) => tf.sigmoid(t))(tf.scalar(24)).dataSync()[0]],
  ["softplus at 12, second derivative", sigmoidSlope(12), () => second((t) => tf.softplus(t), 12)],
  ["erf at −0.076171875", -0.0857848126310996, () => tf.erf(tf.scalar(-0.076171875)).dataSync()[0]],
  ["first row of a matrix of one row by unstack, gradient", 1, () => tf.grad((t) => tf.unstack(t)[0])(tf.ones([1, 1])).dataSync()[0]],
];
let wrong = 0;
for (const [what, expected, f] of rows) {
  const actual = attempt(f);
  wrong += Math.abs(Number(actual) - expected) < 16 * 2 ** -24 * Math.abs(expected) ? 0 : 1; // 16 roundings of f32
  console.log(`${what}\n  expected ${expected}\n  actual   ${actual}`);
}
console.log(`TensorFlow.js ${tf.version.tfjs}: ${wrong} of ${rows.length} wrong`);
process.exit(wrong ? 1 : 0);
