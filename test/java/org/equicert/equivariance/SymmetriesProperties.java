package org.equicert.equivariance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.equicert.derivative.Derivatives;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Doubles;
import org.equicert.number.Undecided;

/** Every discrete symmetry of the catalogue: what it moves, what it leaves, and T.Thm2 at its fixed points. */
class SymmetriesProperties {
    private static final Balls BALLS = Balls.ofBits(128);
    private static final Doubles DOUBLES = new Doubles();

    /** A symmetry of a function at a point that it applies to. */
    private record Case(Definition f, Symmetry symmetry, Point point) {
        Point fixed() {
            return symmetry.fixed(point);
        }
    }

    @Property(tries = 200)
    void T_Thm2_theFunctionDoesNotNotice(@ForAll("cases") Case at) {
        Arguments<Ball> in = at.point().arguments().map(BALLS::of);
        Array<Ball> moved = value(at.f(), at.symmetry().apply(BALLS, in, at.point()), at.point());
        assertTrue(overlap(value(at.f(), in, at.point()), moved), at::toString);
    }

    @Property(tries = 200)
    void T_Cor4_whatIsMovedTwiceIsWhereItWas(@ForAll("cases") Case at) {
        Symmetry symmetry = at.symmetry();
        Arguments<Double> in = at.point().arguments();
        assertEquals(in, symmetry.apply(DOUBLES, symmetry.apply(DOUBLES, in, at.point()), at.point()));
    }

    @Property(tries = 200)
    void T_Def3_theFixedPointOfAPointIsFixed(@ForAll("cases") Case at) {
        assertTrue(at.symmetry().fixes(at.fixed()));
        assertEquals(at.fixed(), at.symmetry().fixed(at.fixed()));
    }

    @Property(tries = 100)
    void T_Thm2_holdsAtFixedPoints(@ForAll("cases") Case at) {
        Assume.that(at.f().formula().isDefinedAt(at.fixed()));
        Arguments<Ball> in = at.fixed().arguments().map(BALLS::of);
        Derivatives<Ball> derivatives =
                new Derivatives<>(BALLS, at.f(), at.point().parameters(), in);
        try {
            Array<Ball> c = derivatives.value().map(y -> BALLS.of(1 + y.hashCode() % 7L));
            List<Ball> gradient = derivatives.gradient(c).entries();
            assertTrue(overlap(Array.vector(gradient), Array.vector(moved(at, gradient))), at::toString);
            Array<Ball> hessian = derivatives.hessian(c);
            assertTrue(overlap(hessian, onBothSides(at, hessian)), at::toString);
        } catch (Undecided kink) {
            assertEquals(Undecided.Reason.KINK, kink.reason());
        }
    }

    /** A drawn point may happen to be fixed; not every one is. */
    @Example
    void everyFunctionWithASymmetryHasPointsThatItMoves() {
        List<Definition> symmetric = symmetric();
        assertTrue(symmetric.size() > 10);
        for (Definition f : symmetric) {
            for (Symmetry symmetry : Symmetries.of(f)) {
                String name = f.name() + ", " + symmetry.name();
                List<Point> points = points(f, symmetry.applies(), new Random(1));
                assertTrue(points.size() > 0, name);
                assertFalse(symmetry.fixes(points.getFirst()), name);
            }
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(random -> {
            Definition f = symmetric().get(random.nextInt(symmetric().size()));
            Symmetry symmetry =
                    Symmetries.of(f).get(random.nextInt(Symmetries.of(f).size()));
            return new Case(f, symmetry, points(f, symmetry.applies(), random).getFirst());
        });
    }

    private static List<Definition> symmetric() {
        return Functions.all().stream().filter(f -> !Symmetries.of(f).isEmpty()).toList();
    }

    private static List<Point> points(Definition f, Predicate<Point> applies, Random random) {
        List<Point> points = new ArrayList<>();
        for (int size = 2; size <= 4; size++) {
            for (int i = 0; i < 20 && points.isEmpty(); i++) {
                Point point = f.points().at(size, random);
                if (applies.test(point)) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    private static Array<Ball> value(Definition f, Arguments<Ball> in, Point at) {
        return f.value(BALLS, in, at.parameters());
    }

    private static List<Ball> moved(Case at, List<Ball> v) {
        return at.symmetry().apply(BALLS, v, at.f().wrt(), at.fixed());
    }

    private static Array<Ball> onBothSides(Case at, Array<Ball> h) {
        return transposed(onRows(at, transposed(onRows(at, h))));
    }

    private static Array<Ball> onRows(Case at, Array<Ball> h) {
        List<Ball> entries = new ArrayList<>();
        for (int i = 0; i < h.dimension(0); i++) {
            entries.addAll(moved(at, h.row(i)));
        }
        return new Array<>(h.shape(), entries);
    }

    private static Array<Ball> transposed(Array<Ball> h) {
        return Array.matrix(h.dimension(1), h.dimension(0), (i, j) -> h.get(j, i));
    }

    private static boolean overlap(Array<Ball> x, Array<Ball> y) {
        return !x.zip(y, (a, b) -> a.overlaps(b)).entries().contains(false);
    }
}
