// TensorFlow.js as a candidate: its own functions on its CPU backend, differentiated by tf.grad, twice for Hessians.

export function adapter(load) {
  const tf = load("@tensorflow/tfjs");
  tf.setBackend("cpu");

  const unary = (f) => (x) => f(x.x);
  const binary = (f) => (x) => f(x.x1, x.x2);
  const loss = (f) => (x, p) => f(x.target, x.x, p);
  const relu = (x) => tf.dot(x.w2, tf.relu(tf.dot(x.w1, x.x)));
  const tanh = (x) => tf.dot(x.w2, tf.tanh(tf.dot(x.w1, x.x).add(x.b1))).add(x.b2);
  const oneHot = (label, z) => tf.oneHot(label, z.size).toFloat();
  const populationVariance = (x, { correction }) => {
    if (correction !== 0) throw new Error(`tf.moments with correction ${correction} is not supported`);
    return tf.moments(x.x).variance;
  };

  const FUNCTIONS = {
    matmul: binary((a, b) => tf.matMul(a, b)),
    "matmul.matrix_vector": binary(tf.dot),
    "matmul.vector_matrix": binary(tf.dot),
    "matmul.batched": binary((a, b) => tf.matMul(a, b)),
    "linalg.vecdot": binary(tf.dot),
    "linalg.outer": binary(tf.outerProduct),
    "linalg.multi_dot": (x) => tf.matMul(tf.matMul(x.x1, x.x2), x.x3),
    matrix_transpose: unary((x) => tf.transpose(x)),
    tensordot: binary((a, b) => tf.einsum("ijk,jkl->il", a, b)),
    bilinear_form: (x) => tf.einsum("i,ij,j->", x.x1, x.a, x.x2),
    quadratic_form: (x) => tf.dot(x.x, tf.dot(x.a, x.x)),
    gram: unary((x) => tf.matMul(x, x, true, false)),
    congruence: (x) => tf.matMul(tf.matMul(x.a, x.x), x.a, false, true),
    "einsum.trace_of_product": binary((a, b) => tf.einsum("ij,ji->", a, b)),
    "einsum.khatri_rao": binary((a, b) => tf.einsum("ir,jr->ijr", a, b)),
    "einsum.tucker": (x) => tf.einsum("ab,ia,jb->ij", x.g, x.u, x.v),
    "einsum.canonical": (x) => tf.einsum("ir,jr,kr->ijk", x.a, x.b, x.c),
    Gemm: (x) => tf.matMul(x.a, x.b).mul(0.5).add(x.c.mul(2)),
    tril: unary((x) => tf.linalg.bandPart(x, -1, 0)),
    triu: unary((x) => tf.linalg.bandPart(x, 0, -1)),
    diag: unary(tf.diag),
    "linalg.vector_norm": unary((x) => tf.norm(x)),
    "linalg.matrix_norm.frobenius": unary((x) => tf.norm(x, "fro", [0, 1])),
    "linalg.matrix_norm.one": unary((x) => tf.norm(x, 1, [0, 1])),
    "linalg.matrix_norm.infinity": unary((x) => tf.norm(x, Infinity, [0, 1])),
    "norm.inf": unary((x) => tf.norm(x, Infinity)),
    ReduceL1: unary((x) => tf.norm(x, 1)),
    ReduceLogSumExp: unary((x) => tf.logSumExp(x)),
    Softmax: unary((x) => tf.softmax(x)),
    LogSoftmax: unary((x) => tf.logSoftmax(x)),
    Softmin: unary((x) => tf.softmax(tf.neg(x))),
    var: populationVariance,
    sum: unary((x) => tf.sum(x)),
    mean: unary((x) => tf.mean(x)),
    prod: unary((x) => tf.prod(x)),
    max: unary((x) => tf.max(x)),
    min: unary((x) => tf.min(x)),
    cumulative_sum: unary((x) => tf.cumsum(x)),
    cumulative_prod: unary((x) => tf.cumprod(x)),
    sort: unary((x) => tf.reverse(tf.topk(x, x.size).values)),
    ReduceLogSum: unary((x) => tf.log(tf.sum(x))),
    ReduceSumSquare: unary((x) => tf.sum(tf.square(x))),
    "network.tanh": tanh,
    "network.tanh.squared_loss": (x) => tf.sum(tf.squaredDifference(tanh(x), x.target)).div(2),
    "network.relu": relu,
    linear: (x) => tf.dot(x.w, x.h),
    "linear.softmax_cross_entropy": (x, { label }) => {
      const z = tf.dot(x.w, x.h);
      return tf.losses.softmaxCrossEntropy(oneHot(label, z), z);
    },
    SoftmaxCrossEntropyLoss: (x, { label }) => tf.losses.softmaxCrossEntropy(oneHot(label, x.x), x.x),
    "loss.mse": loss((t, y) => tf.losses.meanSquaredError(t, y)),
    "loss.l1": loss((t, y) => tf.losses.absoluteDifference(t, y)),
    "loss.huber": loss((t, y, { delta }) => tf.losses.huberLoss(t, y, undefined, delta)),
    "loss.binary_cross_entropy_with_logits": loss((t, y) => tf.losses.sigmoidCrossEntropy(t, y)),
    clip: (x, { min, max }) => tf.clipByValue(x.x, min, max),
    LeakyRelu: (x, { alpha }) => tf.leakyRelu(x.x, alpha),
    Erf: unary(tf.erf),
    Relu: unary(tf.relu),
    Selu: unary(tf.selu),
    Sigmoid: unary(tf.sigmoid),
    Softplus: unary(tf.softplus),
    log_sigmoid: unary(tf.logSigmoid),
    relu6: unary(tf.relu6),
    rsqrt: unary(tf.rsqrt),
    negative: unary(tf.neg),
    add: binary(tf.add),
    atan2: binary(tf.atan2),
    divide: binary(tf.div),
    maximum: binary(tf.maximum),
    minimum: binary(tf.minimum),
    multiply: binary(tf.mul),
    pow: binary(tf.pow),
    subtract: binary(tf.sub),
  };
  const SAME = "abs acos acosh asin asinh atan atanh cos cosh exp expm1 log log1p reciprocal sin sinh sqrt square tan tanh";
  for (const name of SAME.split(" ")) FUNCTIONS[name] = unary(tf[name]);

  function describe() {
    return {
      name: "tfjs",
      version: tf.version.tfjs,
      precisions: ["f32"],
      functions: Object.keys(FUNCTIONS),
      quantities: ["value", "gradient", "vjp", "hvp", "hessian"],
      modes: ["rev", "rev-over-rev"],
    };
  }

  const tensor = ({ shape, entries }) => tf.tensor(entries, shape, "float32");

  function answer(question) {
    const f = FUNCTIONS[question.function];
    if (!f) throw new Error(`${question.function} is not supported`);
    return tf.tidy(() => {
      const y = derive(question, (inputs) => f(inputs, question.parameters));
      return { shape: y.shape, entries: y.dataSync() };
    });
  }

  function derive({ quantity, inputs, wrt, cotangent, tangent }, f) {
    const fixed = Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, tensor(x)]));
    const theta = tf.concat(wrt.map((name) => fixed[name].flatten()));
    const at = (t) => {
      const moved = { ...fixed };
      let start = 0;
      for (const name of wrt) {
        const { size, shape } = fixed[name];
        moved[name] = tf.slice(t, start, size).reshape(shape); // tf.split into one piece cannot be differentiated
        start += size;
      }
      return f(moved);
    };
    const gradient = tf.grad((t) => tf.sum(tf.mul(tensor(cotangent), at(t))));
    const product = (v) => tf.grad((t) => tf.sum(tf.mul(gradient(t), v)))(theta);
    switch (quantity) {
      case "value":
        return f(fixed);
      case "gradient":
        return gradient(theta);
      case "vjp":
        return tf.grad(at)(theta, tensor(cotangent));
      case "hvp":
        return product(tensor(tangent));
      case "hessian":
        return tf.stack(tf.unstack(tf.eye(theta.size)).map(product));
      default:
        throw new Error(`${quantity} is not supported`);
    }
  }

  return { describe, answer };
}
