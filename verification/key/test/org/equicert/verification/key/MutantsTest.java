package org.equicert.verification.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults are derived from the sources, and those that share a copy cannot see each other. */
class MutantsTest {

    private static final String TEXT = """
            public final class X {
                /*@ public normal_behavior
                  @   requires 0 < n && p(a, b);
                  @   ensures \\result == n + 1 && (n <= 1 ==> q(a, b));
                  @*/
                static int next(int n, long[] a, long[] b) {
                    lemma(n, n);
                    return add(n, 1);
                }

                /*@ public behavior
                  @   requires true;
                  @   ensures \\result == a + b;
                  @   signals_only ArithmeticException;
                  @   signals (ArithmeticException e) a < 0;
                  @*/
                static int add(int a, int b) {
                    if (a < 0) {
                        throw new ArithmeticException();
                    }
                    return a + b;
                }

                /*@ public normal_behavior
                  @   requires i < j;
                  @   ensures i + 1 <= j;
                  @   assignable \\strictly_nothing;
                  @*/
                static void lemma(int i, int j) {}
            }
            """;

    private final Sources sources = Sources.of(Path.of("."), Map.of("X", TEXT));
    private final Outline outline = Outline.of(sources);
    private final List<Mutant> all = Mutants.of(sources, outline);

    @Test
    void eachKindOfFaultIsPlanted() {
        assertEquals(
                List.of(
                        "X.next: code: '1' becomes '2'",
                        "X.next: code: 'n, 1' becomes '1, n'",
                        "X.next: spec: does not require '0 < n'",
                        "X.next: spec: does not require 'p(a, b)'",
                        "X.next: spec: claims '\\result == 1 + n + 1'",
                        "X.next: spec: even unless 'n <= 1'",
                        "X.next: spec: claims 'q(b, a)'",
                        "X.add: code: '<' becomes '<='",
                        "X.add: code: '+' becomes '-'",
                        "X.add: code: '0' becomes '1'",
                        "X.add: code: leaves out 'throw new ArithmeticException();'",
                        "X.add: spec: claims '\\result == 1 + a + b'",
                        "X.add: spec: never throws, not even if 'a < 0'",
                        "X.lemma: spec: does not require 'i < j'",
                        "X.lemma: spec: claims 'i + 1 < j'"),
                all.stream()
                        .map(Mutant::id)
                        .map(id -> id.replaceAll(" +'$", "'"))
                        .toList());
    }

    @Test
    void aFaultChangesItsPlaceAlone() {
        for (Mutant mutant : all) {
            String planted = Mutant.planted(List.of(mutant), sources).get("X");
            assertEquals(
                    TEXT.substring(0, mutant.from()) + mutant.replacement() + TEXT.substring(mutant.to()), planted);
            assertFalse(planted.equals(TEXT), mutant.id());
        }
    }

    /** The contract of what is called is seen, its body is not; nobody sees who calls. */
    @Test
    void aCopyHoldsOnlyWhatCannotInfluenceEachOther() {
        Influence influence = new Influence(sources, outline);
        Mutant caller = mutant("X.next: code: '1'");
        assertFalse(influence.independent(caller, mutant("X.add: spec: claims")));
        assertFalse(influence.independent(caller, mutant("X.lemma: spec: does not")));
        assertFalse(influence.independent(caller, mutant("X.next: spec")));
        assertTrue(influence.independent(caller, mutant("X.add: code: '0'")));
        assertTrue(influence.independent(mutant("X.next: spec"), mutant("X.add: code: '0'")));
    }

    private Mutant mutant(String beginning) {
        return all.stream()
                .filter(m -> m.id().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** What holds of any one array: there is no premise to drop, and no other argument to put in its place. */
    private static boolean isReflexive(Outline.Method method) {
        return !method.contract().contains("requires") && !method.declaration().contains(",");
    }

    /** Of the reference: every contract that can be attacked is, names are unique, and every batch is sound. */
    @Test
    void theReferenceIsAttackedEverywhere() throws IOException {
        Sources reference = Sources.read(Path.of("../..").resolve(Project.REFERENCE));
        Outline methods = Outline.of(reference);
        List<Mutant> planted = Mutants.of(reference, methods);
        assertEquals(
                planted.size(), new HashSet<>(planted.stream().map(Mutant::id).toList()).size());
        List<String> spared = methods.methods().stream()
                .filter(m -> !m.type().startsWith("Witness")
                        && !m.inModel()
                        && !m.contract().isEmpty()
                        && !isReflexive(m))
                .map(Outline.Method::id)
                .filter(id -> planted.stream().noneMatch(m -> m.method().id().equals(id)))
                .toList();
        assertEquals(List.of(), spared);
        Influence influence = new Influence(reference, methods);
        List<List<Mutant>> batches = influence.batches(planted, 40);
        assertEquals(planted.size(), batches.stream().mapToInt(List::size).sum());
        assertTrue(batches.size() < planted.size() / 3, batches.size() + " batches of " + planted.size());
    }

    /** Arguments of different types cannot change places; what the compiler refuses is no fault. */
    @Test
    void whatDoesNotCompileIsLeftOut() throws IOException {
        Sources typed = Sources.of(
                Path.of("."),
                Map.of("Y", "class Y { static int f(int n, long[] a) { return n < 0 ? f(n, a) : a.length; } }"));
        List<Mutant> found = Mutants.of(typed, Outline.of(typed));
        List<String> left =
                Mutants.compiling(found, typed).stream().map(Mutant::id).toList();
        assertTrue(found.size() > left.size(), left.toString());
        assertEquals(List.of("Y.f: code: '<' becomes '<='", "Y.f: code: '0' becomes '1'"), left);
    }

    @Test
    void aSampleTakesOneOfEachMethodFirst() {
        List<Mutant> three = Mutants.sample(all, 3, 1);
        assertEquals(3, three.stream().map(m -> m.method().id()).distinct().count());
    }

    @Test
    void aSampleIsSeeded() {
        assertEquals(Mutants.sample(all, 5, 7), Mutants.sample(all, 5, 7));
        assertEquals(5, Mutants.sample(all, 5, 7).size());
        assertEquals(all, Mutants.sample(all, 1000, 7));
    }
}
