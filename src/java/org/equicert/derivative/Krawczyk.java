package org.equicert.derivative;

import java.util.ArrayList;
import java.util.List;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.number.Algebra;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Doubles;
import org.equicert.number.Undecided;

/**
 * Verified roots of {@link Equations}. With an approximate root c, an approximate inverse R of ∂F/∂z there, and a box Z around
 * c, every root in Z lies in K(Z) = c − R·F(c) + (I − R·∂F/∂z(Z))·(Z − c); and where K(Z) lies in the interior of Z, there is
 * exactly one, for each value of the data. Neither c nor R need be right for that.
 *
 * @see <a href="https://doi.org/10.1017/S096249291000005X">S. M. Rump, Verification methods: rigorous results using
 *     floating-point arithmetic (2010), Theorem 13.2</a>
 */
public final class Krawczyk {
    private static final int MOST_REFINEMENTS = 60;
    private static final int MOST_INFLATIONS = 12;

    private final Balls balls;
    private final Equations f;
    private final List<Ball> a;
    private final int n;
    private final Array<Ball> inverse;

    private Krawczyk(Balls balls, Equations f, List<Double> near, List<Ball> a) {
        this.balls = balls;
        this.f = f;
        this.a = a;
        this.n = near.size();
        Doubles doubles = new Doubles();
        List<Double> middle = a.stream().map(Ball::midpoint).toList();
        Array<Double> approximate = Elimination.inverse(doubles, jacobian(doubles, f, near, middle));
        if (!approximate.entries().stream().allMatch(Double::isFinite)) {
            throw new Undecided(Undecided.Reason.SINGULAR, "nothing near the root has an inverse in double");
        }
        this.inverse = approximate.map(Ball::exact);
    }

    /**
     * An enclosure of the one root near a point, for every value of the data.
     *
     * @param near an approximate root
     * @throws Undecided {@code SINGULAR} where none is proven to be there alone
     */
    public static List<Ball> root(Balls balls, Equations f, List<Double> near, List<Ball> a) {
        Krawczyk krawczyk = new Krawczyk(balls, f, near, a);
        return krawczyk.verified(krawczyk.refined(near));
    }

    /** ∂F/∂z, n × n. */
    static <E> Array<E> jacobian(Algebra<E> algebra, Equations f, List<E> z, List<E> a) {
        int n = z.size();
        Jets<E> jets = new Jets<>(algebra, n, 1);
        List<Jet<E>> variables = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            variables.add(jets.variable(z.get(i), i));
        }
        List<Jet<E>> residual =
                f.residual(jets, variables, a.stream().map(jets::constant).toList());
        return Array.matrix(n, n, (i, j) -> jets.first(residual.get(i), j));
    }

    /** Newton's method with a fixed inverse, as far as the balls' precision goes: each step appends what a double holds. */
    private List<Ball> refined(List<Double> near) {
        List<Ball> centre = near.stream().map(Ball::exact).toList();
        List<Ball> middle = a.stream().map(x -> Ball.exact(x.midpoint())).toList();
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_REFINEMENTS; step++) {
            List<Ball> correction = times(inverse, f.residual(balls, centre, middle));
            double size = correction.stream()
                    .mapToDouble(x -> Math.abs(x.midpoint()))
                    .max()
                    .orElse(0);
            if (!(size < last / 2)) {
                break;
            }
            last = size;
            centre = zip(centre, correction, (c, d) -> balls.minus(c, Ball.exact(d.midpoint())));
        }
        return centre;
    }

    /** Inflates a box around c until K maps it into itself. */
    private List<Ball> verified(List<Ball> c) {
        List<Ball> step = times(inverse, f.residual(balls, c, a));
        List<Ball> newton = zip(c, step, balls::minus);
        List<Ball> box = zip(c, step, (x, d) -> inflated(balls.minus(x, d)).widen(d));
        for (int i = 0; i < MOST_INFLATIONS; i++) {
            List<Ball> image = image(c, newton, box);
            if (image.stream().anyMatch(x -> x.radius() > Double.MAX_VALUE / 4)) {
                break; // boxes that leave the range of doubles prove nothing
            }
            if (inside(image, box)) {
                return image;
            }
            box = image.stream().map(Krawczyk::inflated).toList();
        }
        throw new Undecided(Undecided.Reason.SINGULAR, "no root is proven to be alone: it may be double");
    }

    private List<Ball> image(List<Ball> c, List<Ball> newton, List<Ball> box) {
        Array<Ball> product = multiply(inverse, jacobian(balls, f, box, a));
        Array<Ball> rest =
                Array.matrix(n, n, (i, j) -> balls.minus(i == j ? Ball.exact(1) : Ball.exact(0), product.get(i, j)));
        return zip(newton, times(rest, zip(box, c, balls::minus)), balls::plus);
    }

    private static Ball inflated(Ball x) {
        return x.widen(x.radius() + Double.MIN_NORMAL);
    }

    /** Whether every part of a box lies in the interior of the other's. */
    private static boolean inside(List<Ball> inner, List<Ball> outer) {
        for (int i = 0; i < inner.size(); i++) {
            Ball x = inner.get(i);
            if (!outer.get(i).contains(x.widen(x.radius() * 0x1p-20 + Double.MIN_VALUE))) {
                return false;
            }
        }
        return true;
    }

    private Array<Ball> multiply(Array<Ball> x, Array<Ball> y) {
        return Array.matrix(n, n, (i, j) -> dot(x.row(i), y.column(j)));
    }

    private List<Ball> times(Array<Ball> x, List<Ball> y) {
        List<Ball> product = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            product.add(dot(x.row(i), y));
        }
        return product;
    }

    private Ball dot(List<Ball> x, List<Ball> y) {
        return balls.sum(zip(x, y, balls::times));
    }

    private static List<Ball> zip(List<Ball> x, List<Ball> y, java.util.function.BinaryOperator<Ball> f) {
        List<Ball> zipped = new ArrayList<>(x.size());
        for (int i = 0; i < x.size(); i++) {
            zipped.add(f.apply(x.get(i), y.get(i)));
        }
        return zipped;
    }
}
