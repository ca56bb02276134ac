package org.equicert.reference;

import static org.equicert.reference.Flat.compose;
import static org.equicert.reference.Flat.fill;
import static org.equicert.reference.Flat.perturbed;
import static org.equicert.reference.Flat.plus;
import static org.equicert.reference.Flat.times;
import static org.equicert.reference.Flat.transpose;
import static org.equicert.reference.Flat.unit;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** E on finite groups of signed permutations, the group closed from random generators: no structure is put in by hand. */
class AverageProperties {

    /** A group of signed n × n permutation matrices, row-major. */
    record Group(int n, List<long[]> elements) {

        static Group generatedBy(int n, List<long[]> generators) {
            List<long[]> elements = new ArrayList<>(List.of(unit(1, n)));
            for (int i = 0; i < elements.size(); i++) {
                for (long[] generator : generators) {
                    long[] product = compose(generator, elements.get(i), 1, n, n, n);
                    if (elements.stream().noneMatch(e -> Arrays.equals(e, product))) {
                        elements.add(product);
                    }
                }
            }
            return new Group(n, elements);
        }

        int size() {
            return elements.size();
        }

        /** ρ of shape (n, n, N). */
        long[] rho() {
            return fill(n * n * size(), o -> elements.get(o % size())[o / size()]);
        }

        /** Which element each of them is taken to. */
        int[] indices(UnaryOperator<long[]> map) {
            return elements.stream().mapToInt(e -> index(map.apply(e))).toArray();
        }

        int index(long[] element) {
            for (int i = 0; i < size(); i++) {
                if (Arrays.equals(elements.get(i), element)) {
                    return i;
                }
            }
            throw new AssertionError("not closed");
        }
    }

    /** Where contracts are checked (OpenJML), every step of a sum reads all of both arrays. */
    private static final int LARGEST = System.getProperty("org.jmlspecs.openjml.rac") == null ? 4 : 2;

    @Provide
    Arbitrary<Group> groups() {
        return Arbitraries.integers()
                .between(1, LARGEST)
                .flatMap(n -> Arbitraries.integers()
                        .between(1, 2)
                        .flatMap(count -> signedPermutation(n).list().ofSize(count))
                        .map(generators -> Group.generatedBy(n, generators)));
    }

    private static Arbitrary<long[]> signedPermutation(int n) {
        return Arbitraries.randomValue(random -> {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                order.add(random.nextInt(i + 1), i);
            }
            long[] signs = fill(n, i -> random.nextInt(4) == 0 ? -1 : 1);
            return fill(n * n, o -> order.get(o / n) == o % n ? signs[o / n] : 0);
        });
    }

    /** The matrix that Permutation reads from a table. */
    private static long[] permutation(int[] table) {
        int N = table.length;
        return fill(N * N, o -> table[o / N] == o % N ? 1 : 0);
    }

    @Property(tries = 150)
    void E_Prop1_E_Cor1_E_Prop2_E_Prop3(@ForAll("groups") Group group, @ForAll long seed) {
        Random random = new Random(seed);
        int n = group.n();
        int N = group.size();
        long[] rho = group.rho();
        long[] ones = fill(N, g -> 1);
        long[] S = compose(rho, ones, n * n, N, 1, 1);
        long[] R = group.elements().get(random.nextInt(N));
        long[] Rt = transpose(R, n, n);

        // multiplication by ρ(h) permutes; Average.reindex and Average.image
        long[] right = permutation(group.indices(e -> compose(e, R, 1, n, n, n)));
        long[] left = permutation(group.indices(e -> compose(R, e, 1, n, n, n)));
        assertTrue(Decision.composition(ones, right, ones, 1, N, 1, N));
        assertTrue(Decision.composition(compose(rho, R, 1, n, n, n * N), rho, right, n * n, N, N, 1));
        assertTrue(Decision.composition(compose(rho, Rt, n, n, n, N), rho, left, n * n, N, N, 1));
        assertTrue(Decision.composition(S, S, R, 1, n, n, n));
        assertTrue(Decision.composition(S, R, S, 1, n, n, n));

        // E.Prop1
        long[] r = Flat.random(random, n);
        long[] aug = compose(compose(r, ones, n, 1, N, 1), rho, 1, n * N, n, 1);
        assertTrue(Average.holds(aug, r, S, n));
        assertFalse(Average.holds(perturbed(random, aug), r, S, n));
        assertTrue(Decision.composition(aug, aug, R, 1, n, n, 1));
        long[] V = compose(S, Flat.random(random, 3 * n), 1, n, 3, n);
        assertTrue(Decision.equal(compose(rho, V, 1, n, 3, n * N), compose(V, ones, 3 * n, 1, N, 1)));
        assertTrue(Decision.multiple(compose(aug, V, 1, n, 3, 1), N, compose(r, V, 1, n, 3, 1)));

        // E.Cor1
        long[] theta = compose(S, Flat.random(random, n), 1, n, 1, n);
        long[] step = plus(theta, times(-3, aug));
        assertTrue(Decision.composition(step, R, step, 1, n, 1, n));

        // E.Prop3
        long[] any = Flat.random(random, n * n);
        long[] H = plus(any, transpose(any, n, n));
        long[] hessian = compose(compose(rho, H, n, n, n, N), rho, n, n * N, n, 1);
        long[] some = Flat.random(random, 2 * n);
        long[] W = plus(times(N, some), times(-1, compose(S, some, 1, n, 2, n)));
        assertTrue(Decision.zero(compose(S, W, 1, n, 2, n)));
        assertTrue(Decision.zero(compose(compose(hessian, theta, 1, n, 1, n), W, 1, n, 2, 1)));
    }
}
