package org.equicert.equivariance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.equicert.derivative.Derivatives;
import org.equicert.derivative.Jet;
import org.equicert.derivative.Jets;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Elimination;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.PrimeField;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;

/**
 * T.Thm2 at fixed points of discrete symmetries: ∇L∘J = ∇L and ∇²L∘₁J∘₂J + ∇L∘∂₁²φ = ∇²L, exactly. The symmetries with a
 * factor s, which vanishes at the fixed point and nowhere near it, are nonlinear in θ. ⟨c, x⁻¹⟩ has a symmetry where c has.
 */
class DiscreteProperties {
    /** φ, for L∘φ = L; {@code at} is the fixed point. */
    private interface Phi {
        <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at);
    }

    /** Of ⟨c, f⟩ for every c or, where {@code symmetric}, for every c = cᵀ. */
    private record Symmetry(String function, Fixed fixed, Phi phi, boolean symmetric) {
        Symmetry(String function, Fixed fixed, Phi phi) {
            this(function, fixed, phi, false);
        }

        Definition f() {
            return Functions.find(function).orElseThrow();
        }
    }

    /** Makes a fixed point of a drawn one. */
    private interface Fixed {
        Arguments<Double> of(Arguments<Double> in);
    }

    /**
     * A continuous symmetry made discrete: φ(θ, λ₀ + s·(1, 2, …)) with s as in {@link #s}, of the first entry of θ; empty where
     * ψ moves values.
     */
    private static Optional<Symmetry> discrete(Definition f, Equivariance equivariance, Point point) {
        List<Integer> shape = f.value(new Rationals(), point.arguments().map(Rational::of), point.parameters())
                .shape();
        Array<Rational> y =
                Array.build(shape, o -> Rational.of(o + 1.0)); // the value may be 0, which every scaling fixes
        List<Rational> away = equivariance.lambda(point, new Random(1)).stream()
                .map(Rational::of)
                .toList();
        if (!equivariance.psi().apply(new Rationals(), y, away, point).equals(y)) {
            return Optional.empty();
        }
        return Optional.of(new Symmetry(f.name(), in -> in, new Phi() {
            @Override
            public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
                E s = s(algebra, in, at, f.wrt().getFirst());
                List<Double> unit = equivariance.identity().apply(at);
                List<E> lambda = IntStream.range(0, unit.size())
                        .mapToObj(j ->
                                algebra.plus(algebra.of((double) unit.get(j)), algebra.times(algebra.of(j + 1L), s)))
                        .toList();
                return equivariance.phi().apply(algebra, in, lambda, at);
            }
        }));
    }

    /** s = the first entry of θ less what it is at the fixed point. */
    private static <E> E s(Algebra<E> algebra, Arguments<E> in, Point at, String name) {
        return algebra.minus(
                in.get(name).get(0), algebra.of(at.arguments().get(name).get(0)));
    }

    /** I + s·e₀·eₙ₋₁ᵀ. */
    private static <E> Array<E> shear(Algebra<E> algebra, int n, E s) {
        return Array.matrix(n, n, (i, j) -> {
            E unit = i == j ? algebra.one() : algebra.zero();
            return i == 0 && j == n - 1 ? algebra.plus(unit, s) : unit;
        });
    }

    private static <E> Array<E> transposed(Array<E> x) {
        return Array.matrix(x.dimension(1), x.dimension(0), (i, j) -> x.get(j, i));
    }

    private static final Phi TRANSPOSITION = new Phi() {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
            return in.with("x", transposed(in.get("x")));
        }
    };

    /** det(G·x) = det x for a shear G. */
    private static final Phi SHEAR = new Phi() {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
            Array<E> x = in.get("x");
            int n = x.dimension(0);
            return n == 1
                    ? in
                    : in.with("x", Products.multiply(algebra, shear(algebra, n, s(algebra, in, at, "x")), x));
        }
    };

    private static final Phi COMMON_FACTOR = new Phi() {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
            Array<E> g = shear(algebra, in.get("x1").dimension(0), s(algebra, in, at, "x2"));
            return in.with("x1", Products.multiply(algebra, g, in.get("x1")))
                    .with("x2", Products.multiply(algebra, g, in.get("x2")));
        }
    };

    private static final Phi INNER_FACTOR = new Phi() {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
            Array<E> g = shear(algebra, in.get("x2").dimension(0), s(algebra, in, at, "x1"));
            return in.with("x1", Products.multiply(algebra, in.get("x1"), g))
                    .with("x2", Products.multiply(algebra, Elimination.inverse(algebra, g), in.get("x2")));
        }
    };

    /** (a ∘ₖ G) ∘ₖ (b ∘ G⁻ᵀ) = a ∘ₖ b. */
    private static final Phi SLOT = new Phi() {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
            Array<E> a = in.get("a");
            Array<E> b = in.get("b");
            int k = at.parameters().whole("k");
            Array<E> g = shear(algebra, a.dimension(k - 1), s(algebra, in, at, "a"));
            Array<E> back = Elimination.inverse(algebra, transposed(g));
            return in.with("a", Products.compose(algebra, a, k, g))
                    .with("b", Products.compose(algebra, b, b.shape().size(), back));
        }
    };

    private static final Phi TRANSLATION = new Phi() {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
            E s = s(algebra, in, at, "x");
            E moved = algebra.times(s, s);
            return in.with("x", in.get("x").map(x -> algebra.plus(x, moved)));
        }
    };

    /** Swaps the first two entries. */
    private static final Phi SWAP = new Phi() {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
            Array<E> x = in.get("x");
            return x.size() < 2 ? in : in.with("x", Array.build(x.shape(), i -> x.get(i < 2 ? 1 - i : i)));
        }
    };

    /** w + s·e₀·(h₁, −h₀, 0, …), which is orthogonal to h. */
    private static final Phi ORTHOGONAL = new Phi() {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
            Array<E> w = in.get("w");
            Array<E> h = in.get("h");
            E s = s(algebra, in, at, "w");
            return h.size() < 2
                    ? in
                    : in.with("w", Array.build(w.shape(), o -> {
                        if (o > 1) {
                            return w.get(o);
                        }
                        E along = o == 0 ? h.get(1) : algebra.negate(h.get(0));
                        return algebra.plus(w.get(o), algebra.times(s, along));
                    }));
        }
    };

    /** Swaps the first two hidden units. */
    private static final Phi UNITS = new Phi() {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
            Array<E> w1 = in.get("w1");
            Array<E> w2 = in.get("w2");
            return w1.dimension(0) < 2
                    ? in
                    : in.with(
                                    "w1",
                                    Array.matrix(
                                            w1.dimension(0), w1.dimension(1), (i, j) -> w1.get(i < 2 ? 1 - i : i, j)))
                            .with(
                                    "w2",
                                    Array.matrix(
                                            w2.dimension(0), w2.dimension(1), (i, j) -> w2.get(i, j < 2 ? 1 - j : j)));
        }
    };

    private static Arguments<Double> symmetric(Arguments<Double> in) {
        Array<Double> x = in.get("x");
        return in.with(
                "x", Array.matrix(x.dimension(0), x.dimension(0), (i, j) -> x.get(Math.min(i, j), Math.max(i, j))));
    }

    private static Arguments<Double> twins(Arguments<Double> in) {
        Array<Double> x = in.get("x");
        return in.with("x", Array.build(x.shape(), i -> x.get(i == 1 ? 0 : i)));
    }

    private static Arguments<Double> twinUnits(Arguments<Double> in) {
        Array<Double> w1 = in.get("w1");
        Array<Double> w2 = in.get("w2");
        return in.with("w1", Array.matrix(w1.dimension(0), w1.dimension(1), (i, j) -> w1.get(i == 1 ? 0 : i, j)))
                .with("w2", Array.matrix(w2.dimension(0), w2.dimension(1), (i, j) -> w2.get(i, j == 1 ? 0 : j)));
    }

    private static final List<Symmetry> ALL = List.of(
            new Symmetry("linalg.det", DiscreteProperties::symmetric, TRANSPOSITION),
            new Symmetry("linalg.det", in -> in, SHEAR),
            new Symmetry("linalg.inv", DiscreteProperties::symmetric, TRANSPOSITION, true),
            new Symmetry("linalg.solve", in -> in, COMMON_FACTOR),
            new Symmetry("matmul", in -> in, INNER_FACTOR),
            new Symmetry("tensor.compose", in -> in, SLOT),
            new Symmetry("var", in -> in, TRANSLATION),
            new Symmetry("var", DiscreteProperties::twins, SWAP),
            new Symmetry("linear", in -> in, ORTHOGONAL),
            new Symmetry("network.relu", DiscreteProperties::twinUnits, UNITS));

    @Property(tries = 25)
    void T_Thm2_holdsExactlyOverTheRationals(@ForAll long seed) {
        for (Symmetry symmetry : ALL) {
            assertHolds(new Rationals(), symmetry, new Random(seed));
        }
    }

    @Property(tries = 25)
    void T_Thm2_holdsExactlyOverAPrimeField(@ForAll long seed) {
        for (Symmetry symmetry : ALL) {
            if (!symmetry.f().needs().contains(Capability.ORDER)) {
                assertHolds(PrimeField.LARGE, symmetry, new Random(seed));
            }
        }
    }

    /** Whatever else the catalogue holds: every symmetry of a rational function, nonlinear in θ. */
    @Property(tries = 10)
    void T_Thm2_holdsExactlyForEverySymmetryOfTheCatalogueMadeDiscrete(@ForAll long seed) {
        int checked = 0;
        for (Definition f : Functions.all()) {
            if (!f.isRational()) {
                continue;
            }
            Point drawn = f.points().at(1 + new Random(seed).nextInt(2), new Random(seed));
            for (Equivariance equivariance : Equivariances.of(f)) {
                Optional<Symmetry> symmetry =
                        equivariance.applies().test(drawn) ? discrete(f, equivariance, drawn) : Optional.empty();
                if (symmetry.isPresent()) {
                    assertHolds(new Rationals(), symmetry.get(), drawn, new Random(seed));
                    if (!f.needs().contains(Capability.ORDER)) {
                        assertHolds(PrimeField.LARGE, symmetry.get(), drawn, new Random(seed));
                    }
                    checked++;
                }
            }
        }
        assertTrue(checked > 0);
    }

    /** There the value of Resize.bilinear is 0: scalings fix that value, and are no symmetries. */
    @Example
    void T_Thm2_isNotClaimedOfAScalingWhereTheValueIsZero() {
        T_Thm2_holdsExactlyForEverySymmetryOfTheCatalogueMadeDiscrete(-902);
    }

    static <E> void assertHolds(Algebra<E> algebra, Symmetry symmetry, Random random) {
        Point drawn = symmetry.f().points().at(1 + random.nextInt(2), random);
        assertHolds(algebra, symmetry, drawn, random);
    }

    private static <E> void assertHolds(Algebra<E> algebra, Symmetry symmetry, Point drawn, Random random) {
        Definition f = symmetry.f();
        Point at = new Point(drawn.parameters(), symmetry.fixed().of(drawn.arguments()));
        Arguments<E> in = at.arguments().map(x -> algebra.of(x));
        Derivatives<E> ofL = new Derivatives<>(algebra, f, at.parameters(), in);
        Array<E> drawnC = ofL.value().map(y -> algebra.of((long) (1 + random.nextInt(9))));
        Array<E> c = symmetry.symmetric() ? drawnC.zip(transposed(drawnC), algebra::plus) : drawnC;
        List<E> gradient = ofL.gradient(c).entries();
        Array<E> hessian = ofL.hessian(c);
        int p = ofL.size();
        Jets<E> jets = new Jets<>(algebra, p, 2);
        List<E> theta = in.flatten(f.wrt());
        List<Jet<E>> moving = IntStream.range(0, p)
                .mapToObj(a -> jets.variable(theta.get(a), a))
                .toList();
        List<Jet<E>> image = symmetry.phi()
                .apply(jets, in.map(jets::constant).withTheta(f.wrt(), moving), at)
                .flatten(f.wrt());
        assertEquals(theta, image.stream().map(Jet::value).toList(), symmetry.function() + ": a fixed point");
        Array<E> j = Array.matrix(p, p, (i, a) -> jets.first(image.get(i), a));
        for (int a = 0; a < p; a++) {
            assertEquals(
                    gradient.get(a), Products.dot(algebra, gradient, j.column(a)), symmetry.function() + " T.Thm2.1");
            for (int b = 0; b < p; b++) {
                List<E> terms = new ArrayList<>();
                for (int i = 0; i < p; i++) {
                    terms.add(algebra.times(j.get(i, a), Products.dot(algebra, hessian.row(i), j.column(b))));
                    terms.add(algebra.times(gradient.get(i), jets.second(image.get(i), a, b)));
                }
                assertEquals(hessian.get(a, b), algebra.sum(terms), symmetry.function() + " T.Thm2.2");
            }
        }
    }
}
