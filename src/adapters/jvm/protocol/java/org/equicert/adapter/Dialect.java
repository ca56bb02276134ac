package org.equicert.adapter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How programs are written for one library: they compute the answer as its adapter does. */
sealed interface Dialect {
    /** Those that there are, by the adapter's name. */
    Map<String, Dialect> ALL = Map.of("djl", new Djl(), "nd4j", new Nd4j());

    /** Names that statements have, which no argument of a function may have. */
    Set<String> LOCALS = Set.of("sd", "manager", "collector", "y", "cotangent", "gradients", "each");

    /** An expression: name and version of the library. */
    String version();

    /** Statements that end with {@code double[] actual}, the entries of the function's value. */
    String value(Task task, Expressions.Body f);

    /** Statements that end with {@code double[] actual}, the gradients by the arguments, one after the other. */
    String gradient(Task task, Expressions.Body f);

    /** The entries of one array, or of some. */
    private static String entries(List<String> names, UnaryOperator<String> entries) {
        return names.size() == 1
                ? entries.apply(names.getFirst())
                : "Stream.of(" + String.join(", ", names) + ")\n        .flatMapToDouble(each -> Arrays.stream("
                        + entries.apply("each") + ")).toArray()";
    }

    /** What the gradient is taken of, but for its sum. */
    private static String weighed(Task task) {
        return task.cotangent().isPresent() ? "y.mul(cotangent)" : "y";
    }

    private static String lengths(Tensor x) {
        return x.shape().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** A graph of SameDiff. */
    final class Nd4j implements Dialect {
        @Override
        public String version() {
            return "new File(Nd4j.class.getProtectionDomain().getCodeSource().getLocation().getPath()).getName()";
        }

        @Override
        public String value(Task task, Expressions.Body f) {
            return graph(task, f) + "double[] actual = " + entries("y.eval()") + ";\n";
        }

        @Override
        public String gradient(Task task, Expressions.Body f) {
            List<String> names = task.wrt(name -> '"' + name + '"');
            return graph(task, f)
                    + task.cotangent()
                            .map(c -> "SDVariable cotangent = sd.constant(\"cotangent\", " + array(task, c) + ");\n")
                            .orElse("")
                    + """
                    sd.setLossVariables(sd.sum(%s));
                    Map<String, INDArray> gradients = sd.calculateGradients(Map.of(), %s);
                    double[] actual = %s;
                    """.formatted(
                                    Dialect.weighed(task),
                                    String.join(", ", names),
                                    Dialect.entries(names, name -> entries("gradients.get(" + name + ")")));
        }

        private static String graph(Task task, Expressions.Body f) {
            return """
                    SameDiff sd = SameDiff.create();
                    %s%sSDVariable y = %s;
                    """.formatted(
                    task.inputs((name, x) -> "SDVariable %s = sd.%s(\"%s\", %s);\n"
                            .formatted(
                                    task.local(name), task.isMoved(name) ? "var" : "constant", name, array(task, x))),
                    f.statements(),
                    f.value());
        }

        private static String array(Task task, Tensor x) {
            String numbers = task.numbers(x);
            return switch (x.shape().size()) {
                case 0 -> "Nd4j.scalar(" + numbers + ")";
                case 1 -> "Nd4j.createFromArray(" + numbers + ")";
                default -> "Nd4j.createFromArray(" + numbers + ").reshape(" + lengths(x) + ")";
            };
        }

        private static String entries(String array) {
            return array + ".castTo(DataType.DOUBLE).dup('c').data().asDouble()";
        }
    }

    /** Arrays of a manager, with a collector of gradients. */
    final class Djl implements Dialect {
        @Override
        public String version() {
            return "\"DJL \" + Engine.getDjlVersion() + \", engine \" + Engine.getInstance().getVersion()";
        }

        @Override
        public String value(Task task, Expressions.Body f) {
            return given(task) + computed(f) + "double[] actual = " + entries("y") + ";\n";
        }

        @Override
        public String gradient(Task task, Expressions.Body f) {
            String tracked = computed(f) + "collector.backward(" + Dialect.weighed(task) + ".sum());\n";
            String cotangent = task.cotangent()
                    .map(c -> "NDArray cotangent = " + array(task, c) + ";\n")
                    .orElse("");
            return given(task)
                    + cotangent
                    + """
                    %stry (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    %s}
                    double[] actual = %s;
                    """.formatted(
                            String.join("", task.wrt(name -> task.local(name) + ".setRequiresGradient(true);\n")),
                            tracked.indent(4),
                            Dialect.entries(task.wrt(task::local), name -> entries(name + ".getGradient()")));
        }

        private static String given(Task task) {
            return "NDManager manager = NDManager.newBaseManager();\n"
                    + task.inputs((name, x) -> "NDArray " + task.local(name) + " = " + array(task, x) + ";\n");
        }

        private static String computed(Expressions.Body f) {
            return f.statements() + "NDArray y = " + f.value() + ";\n";
        }

        private static String array(Task task, Tensor x) {
            return "manager.create(new %s[] {%s}, new Shape(%s))".formatted(task.type(), task.numbers(x), lengths(x));
        }

        private static String entries(String array) {
            return array + ".toType(DataType.FLOAT64, true).toDoubleArray()";
        }
    }
}
