package org.equicert.equivariance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Algebra;

/**
 * Reads an equivariance from the notation that tells people of it: {@code left action: Λ·x1, Λ·x2 -> y}. Before the arrow
 * stands what becomes of the arguments that move, behind it what becomes of y. One symbol, λ or of a matrix, stands for the parameters:
 *
 * <ul>
 *   <li>λ a number near 1 or, behind a plus, near 0
 *   <li>Λ an invertible matrix, T a lower triangular one, D a diagonal one, all near I
 *   <li>Q the rotation (I − S)⁻¹·(I + S) with S skew and near 0
 *   <li>S itself; U an upper triangular matrix and N one with 0 on the diagonal too: behind a plus, near 0
 *   <li>V an array of the argument's shape, v a vector, v·1ᵀ one for each index along the first axis and 1·vᵀ one for each along
 *       the last: behind a plus, near 0
 * </ul>
 *
 * A matrix may carry ⁻¹, ᵀ or ⁻ᵀ, a number ⁻¹, ², ³ or a root before it. From the left it multiplies along the first axis, from the right along
 * the last or, with ₂ before it, along the second.
 */
final class Notation {
    private static final Pattern ROW = Pattern.compile("([^:]+): ((.+) -> (.+))");
    private static final Pattern SYMBOL = Pattern.compile("[√₂]?[λΛTDQ].*");

    private Notation() {}

    /** An equivariance by its name, φ and ψ. */
    static Equivariance read(String row) {
        Matcher matcher = matcher(row);
        Term outputs = Term.of(matcher.group(4));
        return read(row, outputs);
    }

    /** The same with a ψ of its own; what stands behind the arrow is for people. */
    static Equivariance read(String row, Equivariance.Psi psi) {
        Matcher matcher = matcher(row);
        List<Term> terms =
                Arrays.stream(matcher.group(3).split(", ")).map(Term::of).toList();
        Function<Point, List<Double>> identity = identity(terms.getFirst());
        return new Equivariance(
                matcher.group(1),
                matcher.group(2),
                identity,
                new Moves(terms),
                psi,
                at -> !identity.apply(at).isEmpty());
    }

    private static Matcher matcher(String row) {
        Matcher matcher = ROW.matcher(row);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an equivariance: " + row);
        }
        return matcher;
    }

    /** φ: each argument named by a term becomes what the term says. */
    private record Moves(List<Term> terms) implements Equivariance.Phi {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
            Arguments<E> moved = in;
            for (Term term : terms) {
                moved = moved.with(term.name, term.apply(algebra, in.get(term.name), lambda, at));
            }
            return moved;
        }
    }

    /**
     * left·name·right + plus.
     *
     * @param left factors from the name outwards
     * @param right factors from the name outwards
     * @param plus what is added, or nothing
     */
    private record Term(String name, List<String> left, List<String> right, String plus) implements Equivariance.Psi {
        static Term of(String written) {
            String[] summands = written.split(" \\+ ", 2);
            List<String> factors = List.of(summands[0].split("·"));
            int place = IntStream.range(0, factors.size())
                    .filter(i -> !SYMBOL.matcher(factors.get(i)).matches())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("moves nothing: " + written));
            return new Term(
                    factors.get(place),
                    factors.subList(0, place).reversed(),
                    factors.subList(place + 1, factors.size()),
                    summands.length == 1 ? "" : summands[1]);
        }

        /** The factor or summand that shows which parameters there are. */
        String symbol() {
            if (!plus.isEmpty()) {
                return plus;
            }
            return left.isEmpty() ? right.getFirst() : left.getFirst();
        }

        @Override
        public <E> Array<E> apply(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
            Array<E> moved = y;
            for (String factor : left) {
                moved = times(algebra, factor, lambda, moved, true);
            }
            for (String factor : right) {
                moved = times(algebra, factor, lambda, moved, false);
            }
            return plus(algebra, moved, lambda);
        }

        private <E> Array<E> plus(Algebra<E> algebra, Array<E> x, List<E> lambda) {
            return switch (plus) {
                case "" -> x;
                case "λ" -> x.map(entry -> algebra.plus(entry, Actions.scalar(lambda)));
                case "λ·I" ->
                    x.zip(
                            Elimination.identity(algebra, x.dimension(0)),
                            (entry, one) -> algebra.plus(entry, algebra.times(Actions.scalar(lambda), one)));
                case "S" -> x.zip(skew(algebra, lambda, x.dimension(0)), algebra::plus);
                case "U" -> x.zip(upper(algebra, lambda, x, 0), algebra::plus);
                case "N" -> x.zip(upper(algebra, lambda, x, 1), algebra::plus);
                case "V" -> x.zip(new Array<>(x.shape(), lambda), algebra::plus);
                case "v·1ᵀ" -> Actions.rows(x, lambda, algebra::plus);
                case "v", "1·vᵀ" -> Array.build(x.shape(), o -> algebra.plus(x.get(o), lambda.get(o % lambda.size())));
                case "Nᵀ" -> x.zip(transposed(upper(algebra, lambda, x, 1)), algebra::plus);
                default -> throw new IllegalArgumentException("not a summand: " + plus);
            };
        }
    }

    // λ₀

    private static Function<Point, List<Double>> identity(Term term) {
        char symbol = term.symbol().charAt(0);
        boolean added = !term.plus.isEmpty();
        boolean right = term.left.isEmpty();
        return at -> {
            List<Integer> shape = at.arguments().get(term.name).shape();
            int n = shape.isEmpty() ? 1 : right && !added ? shape.getLast() : shape.getFirst();
            return switch (symbol) {
                case 'λ' -> List.of(added ? 0.0 : 1.0);
                case 'Λ' -> Actions.identity(n);
                case 'T' -> lowerIdentity(n);
                case 'D' -> Collections.nCopies(n, 1.0);
                case 'V' -> Collections.nCopies(Array.size(shape), 0.0);
                case 'v' -> Collections.nCopies(shape.getFirst(), 0.0);
                case '1' -> Collections.nCopies(shape.getLast(), 0.0);
                case 'U' -> Collections.nCopies(shape.getLast() * (shape.getLast() + 1) / 2, 0.0);
                default -> Collections.nCopies(n * (n - 1) / 2, 0.0);
            };
        };
    }

    private static List<Double> lowerIdentity(int n) {
        List<Double> lower = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                lower.add(i == j ? 1.0 : 0.0);
            }
        }
        return lower;
    }

    // λ as it is used

    private static <E> Array<E> times(
            Algebra<E> algebra, String factor, List<E> lambda, Array<E> x, boolean fromTheLeft) {
        if (factor.contains("λ")) {
            E number = number(algebra, factor, Actions.scalar(lambda));
            return x.map(entry -> algebra.times(number, entry));
        }
        if (factor.startsWith("₂")) {
            Array<E> g = matrix(algebra, factor.substring(1), lambda);
            return Products.compose(algebra, x, 2, transposed(g));
        }
        Array<E> g = matrix(algebra, factor, lambda);
        int n = g.dimension(0);
        Array<E> flat = new Array<>(fromTheLeft ? List.of(n, x.size() / n) : List.of(x.size() / n, n), x.entries());
        Array<E> moved = fromTheLeft ? Products.multiply(algebra, g, flat) : Products.multiply(algebra, flat, g);
        return new Array<>(x.shape(), moved.entries());
    }

    private static <E> E number(Algebra<E> algebra, String factor, E lambda) {
        return switch (factor) {
            case "λ" -> lambda;
            case "λ⁻¹" -> algebra.over(algebra.one(), lambda);
            case "λ⁻²" -> algebra.power(lambda, -2);
            case "λ²" -> algebra.times(lambda, lambda);
            case "λ³" -> algebra.power(lambda, 3);
            case "√λ" -> algebra.sqrt(lambda);
            default -> throw new IllegalArgumentException("not a factor: " + factor);
        };
    }

    private static <E> Array<E> matrix(Algebra<E> algebra, String factor, List<E> lambda) {
        Array<E> plain = plain(algebra, factor.charAt(0), lambda);
        return switch (factor.substring(1)) {
            case "" -> plain;
            case "ᵀ" -> transposed(plain);
            case "⁻¹" -> Elimination.inverse(algebra, plain);
            case "⁻ᵀ" -> transposed(Elimination.inverse(algebra, plain));
            default -> throw new IllegalArgumentException("not a factor: " + factor);
        };
    }

    private static <E> Array<E> plain(Algebra<E> algebra, char symbol, List<E> lambda) {
        int k = lambda.size();
        int triangle = (int) Math.round((Math.sqrt(8.0 * k + 1) - 1) / 2);
        return switch (symbol) {
            case 'Λ' -> Actions.square(lambda);
            case 'T' ->
                Array.matrix(triangle, triangle, (i, j) -> j <= i ? lambda.get(i * (i + 1) / 2 + j) : algebra.zero());
            case 'D' -> Array.matrix(k, k, (i, j) -> i == j ? lambda.get(i) : algebra.zero());
            case 'Q' -> rotation(algebra, skew(algebra, lambda, triangle + 1));
            default -> throw new IllegalArgumentException("not a matrix: " + symbol);
        };
    }

    private static <E> Array<E> transposed(Array<E> x) {
        return Array.matrix(x.dimension(1), x.dimension(0), (i, j) -> x.get(j, i));
    }

    /** The Cayley transform (I − S)⁻¹·(I + S) of a skew S: orthogonal, and rational in S. */
    static <E> Array<E> rotation(Algebra<E> algebra, Array<E> skew) {
        Array<E> identity = Elimination.identity(algebra, skew.dimension(0));
        return Elimination.solve(algebra, identity.zip(skew, algebra::minus), identity.zip(skew, algebra::plus));
    }

    /** The skew matrix (n, n) with the entries λ above the diagonal, row by row. */
    static <E> Array<E> skew(Algebra<E> algebra, List<E> lambda, int n) {
        return Array.matrix(n, n, (i, j) -> {
            if (i == j) {
                return algebra.zero();
            }
            return i < j ? lambda.get(pair(i, j, n)) : algebra.negate(lambda.get(pair(j, i, n)));
        });
    }

    /** λ column by column above the diagonal, on it too where it starts at 0; of the shape of x, which is tall. */
    private static <E> Array<E> upper(Algebra<E> algebra, List<E> lambda, Array<E> x, int from) {
        return Array.matrix(
                x.dimension(0),
                x.dimension(1),
                (i, j) -> i + from <= j ? lambda.get((j - from) * (j - from + 1) / 2 + i) : algebra.zero());
    }

    /** The number of the pair i < j < n, row by row. */
    private static int pair(int i, int j, int n) {
        return i * (2 * n - i - 1) / 2 + j - i - 1;
    }
}
