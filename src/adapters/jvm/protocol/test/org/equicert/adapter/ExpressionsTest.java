package org.equicert.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
    /** Of either kind: a table that a constructor fills, of functions without arguments, and a static one. */
    private static final String OBJECT = """
            final class Functions {
                private final Map<String, Supplier<Node>> all = new LinkedHashMap<>();
                private final Map<String, Node> arguments;
                Functions(Graph g, Map<String, Node> arguments, Map<String, Number> parameters) {
                    this.arguments = arguments;
                    %s
                }
                private void unary(String name, UnaryOperator<Node> f) {
                    all.put(name, () -> f.apply(argument("x")));
                }
                private Node argument(String name) {
                    return arguments.get(name);
                }
                private static double real(Map<String, Number> parameters, String name) {
                    return parameters.get(name).doubleValue();
                }
                private Node twice(Node x) {
                    return g.add(x, x);
                }
                private Node network() {
                    Node hidden = g.tanh(argument("x"));
                    return hidden.mul(hidden);
                }
            }
            """;

    private static final String STATIC = """
            final class Functions {
                static final Map<String, Function<In, Node>> ALL = new LinkedHashMap<>();
                record In(Map<String, Node> arrays, Map<String, Number> parameters) {
                    Node get(String name) {
                        return arrays.get(name);
                    }
                    float parameter(String name) {
                        return parameters.get(name).floatValue();
                    }
                }
                static {
                    %s
                }
                private static Node network(In in) {
                    return in.get("x").neg();
                }
            }
            """;

    @TempDir
    Path folder;

    private Expressions.Body of(String source, String entry) throws IOException {
        Path file = Files.writeString(folder.resolve("Functions.java"), source.formatted(entry));
        return new Expressions(Source.read(file))
                .of("f", Map.of("x", "x", "a", "a_"), Map.of("n", 2L, "r", 0.5), Set.of("g", "hidden"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unary("f", g.math()::abs);                              | g.math().abs(x)
            unary("f", Activation::relu);                           | Activation.relu(x)
            unary("f", Node::abs);                                  | x.abs()
            unary("f", x -> g.log(x, 2, -1));                       | g.log(x, 2, -1)
            unary("f", this::twice);                                | g.add(x, x)
            unary("f", x -> g.sum(x, new int[] {1, 2}, "ij,j->i")); | g.sum(x, new int[] {1, 2}, "ij,j->i")
            all.put("f", () -> g.clip(argument("a"), real(parameters, "r"))); | g.clip(a_, 0.5)
            all.put("f", () -> g.clip(argument("x"), parameters.get("n"), parameters.get("r"))); | g.clip(x, 2L, 0.5)
            all.put("f", () -> g.var(argument("x"), parameters.get("n").intValue() == 1)); | g.var(x, false)
            all.put("f", () -> g.var(argument("x"), parameters.get("n").intValue() == 2)); | g.var(x, true)
            """)
    void whatTheAdapterAddsIsWrittenInItsPlace(String entry, String expected) throws IOException {
        assertEquals(new Expressions.Body("", expected), of(OBJECT, entry));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALL.put("f", in -> Activation.leaky(in.get("x"), in.parameter("r"))); | Activation.leaky(x, 0.5f)
            ALL.put("f", in -> in.get("x").clip(in.parameters().get("r")));       | x.clip(0.5)
            ALL.put("f", Functions::network);                                     | x.neg()
            ALL.put("f", in -> network(in).sub(in.get("a")));                     | x.neg().sub(a_)
            """)
    void soItIsWhereTheTableIsStatic(String entry, String expected) throws IOException {
        assertEquals(new Expressions.Body("", expected), of(STATIC, entry));
    }

    /** What would be computed twice is computed once, under a name that nothing else has. */
    @Test
    void whatIsUsedTwiceGetsAName() throws IOException {
        assertEquals(
                new Expressions.Body("var x2 = x.neg();\n", "g.add(x2, x2)"),
                of(OBJECT, "unary(\"f\", x -> twice(x.neg()));"));
        assertEquals(
                new Expressions.Body("var hidden2 = g.tanh(x);\n", "hidden2.mul(hidden2)"),
                of(OBJECT, "all.put(\"f\", this::network);"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unary("f", x -> x.size() > 1 ? x : g.neg(x));            | x.size() > 1
            unary("f", x -> { for (;;) { } });                       | for (; ; )
            unary("f", x -> new Node(x));                            | new Node(x)
            unary("f", x -> missing(x));                             | missing(x)
            all.put("f", () -> g.pow(argument("x"), real(parameters, "q"))); | lacks q
            all.put("f", () -> argument("y"));                       | lacks y
            unary("h", g::abs);                                      | no function of this name
            """)
    void whatIsNotUnderstoodIsRefused(String entry, String said) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> of(OBJECT, entry));
        assertTrue(String.valueOf(refusal.getMessage()).contains(said), refusal::getMessage);
    }
}
