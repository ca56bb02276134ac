package org.equicert.equivariance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.equicert.derivative.Jet;
import org.equicert.derivative.Jets;
import org.equicert.number.Algebra;
import org.equicert.number.PrimeField;
import org.equicert.number.Rationals;

/**
 * E.Prop1 for S₃, which permutes inputs, hidden units and outputs of a two-layer network with squares as nonlinearity: for
 * layers A ∈ 𝓔, ∇R_aug(A) = Π_𝓔 ∇R(A) = ∇R_eqv(A), exactly.
 */
class E_Prop1Properties {
    private static final int N = 3;
    private static final int SAMPLES = 2;
    private static final int[][] GROUP = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    /** R(A) = Σ ‖A₂·(A₁x)² − y‖² over samples that have no symmetry; A is both layers' entries, row-major. */
    private static <E> E risk(Algebra<E> algebra, List<E> layers, List<List<E>> samples) {
        List<E> squares = new ArrayList<>();
        for (int s = 0; s < samples.size(); s += 2) {
            List<E> hidden = times(algebra, layers.subList(0, N * N), samples.get(s)).stream()
                    .map(h -> algebra.times(h, h))
                    .toList();
            List<E> y = times(algebra, layers.subList(N * N, 2 * N * N), hidden);
            for (int i = 0; i < N; i++) {
                E off = algebra.minus(y.get(i), samples.get(s + 1).get(i));
                squares.add(algebra.times(off, off));
            }
        }
        return algebra.sum(squares);
    }

    private static <E> List<E> times(Algebra<E> algebra, List<E> matrix, List<E> x) {
        return IntStream.range(0, N)
                .mapToObj(i -> algebra.sum(IntStream.range(0, N)
                        .mapToObj(j -> algebra.times(matrix.get(N * i + j), x.get(j)))
                        .toList()))
                .toList();
    }

    /** ρ̄(g)A: rows and columns of both layers permuted. */
    private static <E> List<E> moved(int[] g, List<E> layers) {
        List<E> moved = new ArrayList<>(layers);
        for (int layer = 0; layer < 2; layer++) {
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) {
                    moved.set((layer * N + g[i]) * N + g[j], layers.get((layer * N + i) * N + j));
                }
            }
        }
        return moved;
    }

    /** The average over the group. */
    private static <E> E average(Algebra<E> algebra, Function<int[], E> of) {
        List<E> terms = new ArrayList<>();
        for (int[] g : GROUP) {
            terms.add(of.apply(g));
        }
        return algebra.over(algebra.sum(terms), algebra.of((long) GROUP.length));
    }

    /** Π_𝓔. */
    private static <E> List<E> projected(Algebra<E> algebra, List<E> layers) {
        return IntStream.range(0, layers.size())
                .mapToObj(i -> average(algebra, g -> moved(g, layers).get(i)))
                .toList();
    }

    private static <E> List<E> gradient(
            Algebra<E> algebra, List<E> at, Function<Jets<E>, Function<List<Jet<E>>, Jet<E>>> f) {
        Jets<E> jets = new Jets<>(algebra, at.size(), 1);
        List<Jet<E>> variables = IntStream.range(0, at.size())
                .mapToObj(i -> jets.variable(at.get(i), i))
                .toList();
        Jet<E> value = f.apply(jets).apply(variables);
        return IntStream.range(0, at.size()).mapToObj(i -> jets.first(value, i)).toList();
    }

    @Property(tries = 30)
    void E_Prop1_holdsExactlyOverTheRationals(@ForAll long seed) {
        assertHolds(new Rationals(), new Random(seed));
    }

    @Property(tries = 30)
    void E_Prop1_holdsExactlyOverAPrimeField(@ForAll long seed) {
        assertHolds(PrimeField.LARGE, new Random(seed));
    }

    static <E> void assertHolds(Algebra<E> algebra, Random random) {
        List<E> any = integers(algebra, 2 * N * N, random);
        List<E> equivariant = projected(algebra, any);
        List<List<E>> samples = new ArrayList<>();
        for (int s = 0; s < 2 * SAMPLES; s++) {
            samples.add(integers(algebra, N, random));
        }
        List<E> nominal = gradient(algebra, equivariant, jets -> a -> risk(jets, a, lifted(jets, samples)));
        List<E> augmented = gradient(
                algebra, equivariant, jets -> a -> average(jets, g -> risk(jets, moved(g, a), lifted(jets, samples))));
        assertEquals(projected(algebra, nominal), augmented);
        // R_eqv is R restricted to 𝓔: its gradient, in 𝓔, has these products with all of 𝓔
        Jets<E> along = new Jets<>(algebra, 1, 1);
        for (int i = 0; i < any.size(); i++) {
            int hit = i;
            List<E> direction = projected(
                    algebra,
                    IntStream.range(0, any.size())
                            .mapToObj(k -> k == hit ? algebra.one() : algebra.zero())
                            .toList());
            List<Jet<E>> restricted = IntStream.range(0, any.size())
                    .mapToObj(k -> along.moving(equivariant.get(k), List.of(direction.get(k))))
                    .toList();
            E slope = along.first(risk(along, restricted, lifted(along, samples)), 0);
            List<E> terms = IntStream.range(0, any.size())
                    .mapToObj(k -> algebra.times(augmented.get(k), direction.get(k)))
                    .toList();
            assertEquals(slope, algebra.sum(terms));
        }
    }

    private static <E> List<List<Jet<E>>> lifted(Jets<E> jets, List<List<E>> samples) {
        return samples.stream()
                .map(sample -> sample.stream().map(jets::constant).toList())
                .toList();
    }

    private static <E> List<E> integers(Algebra<E> algebra, int n, Random random) {
        return IntStream.range(0, n)
                .mapToObj(i -> algebra.of((long) (random.nextInt(11) - 5)))
                .toList();
    }
}
