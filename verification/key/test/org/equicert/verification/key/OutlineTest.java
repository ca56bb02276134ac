package org.equicert.verification.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The methods of the sources are found with their documentation, contract and body. */
class OutlineTest {

    private static final String TEXT = """
            package p;

            /** T.Lem1.2: a class. */
            public final class X {

                public static final int MAX = f(2); // { not a body

                private X() {}

                /* Twice. */
                /*@ public model_behavior
                  @   requires true;
                  @   accessible \\nothing;
                  @ public static model \\bigint twice(\\bigint n) { return n + n; } @*/

                /** One more, "{" and all: T.Eq2. */
                /*@ public normal_behavior
                  @   requires 0 < n;
                  @   ensures \\result == n + 1;
                  @*/
                public static int next(
                        int n, long[] a) {
                    if (n < 0) {
                        throw new ArithmeticException("}");
                    }
                    return n + 1;
                }

                /*@ public normal_behavior
                  @   ensures true;
                  @   assignable \\strictly_nothing;
                  @*/
                static void lemma() {}
            }
            """;

    private final Outline outline = Outline.of(Sources.of(Path.of("."), Map.of("X", TEXT)));

    @Test
    void everyMethodIsFoundWhereItStands() {
        assertEquals(
                List.of("X.X:8", "X.twice:14", "X.next:21", "X.lemma:33"),
                outline.methods().stream().map(m -> m.id() + ":" + m.line()).toList());
        Outline.Method next = outline.method("X.next").orElseThrow();
        assertEquals(List.of("int n", "long[] a"), next.parameters());
        assertTrue(next.doc().contains("T.Eq2") && next.contract().contains("0 < n"), next.toString());
        assertEquals('{', TEXT.charAt(next.open()));
        assertTrue(TEXT.substring(0, next.close()).stripTrailing().endsWith("return n + 1;"));
    }

    @Test
    void contractsAreNamedAsTheProverNamesThem() {
        assertEquals(
                List.of("X.twice accessible", "X.twice model"),
                outline.method("X.twice accessible").orElseThrow().contractNames());
        assertEquals(List.of(), outline.method("X.X").orElseThrow().contractNames());
        assertTrue(outline.method("X.lemma").orElseThrow().isLemma());
        assertFalse(outline.method("X.next").orElseThrow().isLemma());
    }

    /** The prover's own list, as the ledger has it, and the list that is read from the text are the same. */
    @Test
    void theReferenceHasTheContractsThatTheLedgerKnows() throws IOException, Unusable {
        Path root = Path.of("../..");
        Ledger ledger = Ledger.read(root.resolve("verification/ledger.json"));
        Outline reference = Outline.of(Sources.read(root.resolve(Project.REFERENCE)));
        TreeSet<String> named = new TreeSet<>();
        reference.methods().forEach(method -> named.addAll(method.contractNames()));
        TreeSet<String> known = new TreeSet<>(ledger.contracts().stream()
                .map(Ledger.Entry::id)
                .filter(id -> !id.contains("<inv>") && !id.contains("#"))
                .filter(id -> reference.method(id).isPresent())
                .toList());
        assertTrue(named.containsAll(known), () -> {
            known.removeAll(named);
            return "only in the ledger: " + known;
        });
    }
}
