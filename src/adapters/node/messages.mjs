// How the protocol writes numbers, arrays and questions (spec/guide/protocol.md).

const HEX = /^(-?)0x([01])(?:\.([0-9a-f]+))?p([+-]?[0-9]+)$/;

/** The exact double that a hexadecimal float names. */
export function number(word) {
  const [, sign, whole, digits = "", exponent] = HEX.exec(word);
  const e = Number(exponent) - 4 * digits.length;
  const half = Math.trunc(e / 2); // two steps, since 2^e alone may underflow
  const size = parseInt(whole + digits, 16) * 2 ** half * 2 ** (e - half);
  return sign ? -size : size;
}

export function decode({ shape, data, base64 }) {
  if (base64 === undefined) return { shape, entries: data.map(number) };
  const bytes = Buffer.from(base64, "base64");
  return { shape, entries: Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleLE(8 * i)) };
}

/** A plain number is read back exactly; what is not finite, and −0, has words. */
export function word(x) {
  if (Object.is(x, -0)) return "-0x0p0";
  return Number.isFinite(x) ? x : String(x).replace("Infinity", "inf").replace("NaN", "nan");
}

export function question(message) {
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
