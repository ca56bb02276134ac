package org.equicert.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equicert.number.Algebra;
import org.equicert.number.Sign;

/**
 * A slip in what an implementation knows of one operation: its values stay right where only a derivative is wrong. For y =
 * op(x) and a level that differentiates, y − y° carries the derivative alone, y° being y without it.
 */
enum Slip {
    /** the derivative is multiplied by the value: sin′ = cos·sin */
    WRONG_RULE(1, Kind.DERIVATIVE) {
        @Override
        <E> E slipped(Operation<E> op) {
            return op.withSlope(d -> op.on.times(d, op.value(op.right())));
        }
    },
    SIGN(1, Kind.DERIVATIVE) {
        @Override
        <E> E slipped(Operation<E> op) {
            return op.withSlope(op.on::negate);
        }
    },
    DOUBLED(1, Kind.DERIVATIVE) {
        @Override
        <E> E slipped(Operation<E> op) {
            return op.withSlope(d -> op.on.plus(d, d));
        }
    },
    /** the derivative in the last operand is missing */
    DROPPED(2, Kind.DERIVATIVE) {
        @Override
        <E> E slipped(Operation<E> op) {
            int last = op.operands.size() - 1;
            return op.of(i -> i == last ? op.value(op.operands.get(i)) : op.operands.get(i));
        }
    },
    /** the derivative of each operand is taken for that of the next one */
    TRANSPOSED(2, Kind.DERIVATIVE, "plus", "sum") {
        @Override
        <E> E slipped(Operation<E> op) {
            int n = op.operands.size();
            return op.of(i -> op.on.plus(op.value(op.operands.get(i)), op.slope(op.operands.get((i + 1) % n))));
        }
    },
    /** the chain rule's factor is forgotten: op′ = 1 */
    NO_FACTOR(1, Kind.DERIVATIVE) {
        @Override
        <E> E slipped(Operation<E> op) {
            return op.on.plus(op.value(op.right()), op.slope(op.operands.getFirst()));
        }
    },
    /** op′ is a constant to whoever differentiates once more */
    HELD(1, Kind.DERIVATIVE, "plus", "minus", "negate", "sum") {
        @Override
        <E> E slipped(Operation<E> op) {
            E held = op.of(i -> op.on.plus(op.plain.apply(op.operands.get(i)), op.slope(op.operands.get(i))));
            return op.on.plus(op.value(op.right()), op.slope(held));
        }
    },
    /** within 1 of 0, numbers are taken to have the other sign */
    WRONG_BRANCH(1, Kind.DECISION) {
        @Override
        <E> E slipped(Operation<E> op) {
            throw new AssertionError("decisions are no operations");
        }
    },
    /** the last operand is moved by 10⁻³, lest it be 0 */
    EPSILON(1, Kind.VALUE) {
        @Override
        <E> E slipped(Operation<E> op) {
            int last = op.operands.size() - 1;
            return op.of(i -> i == last ? op.on.plus(op.operands.get(i), op.on.of(1e-3)) : op.operands.get(i));
        }
    };

    /** What goes wrong: a derivative, a value and all that follows from it, or which side of 0 a number is. */
    private enum Kind {
        DERIVATIVE,
        VALUE,
        DECISION
    }

    private final int leastOperands;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList
    private final List<String> unaffected;

    Slip(int leastOperands, Kind kind, String... unaffected) {
        this.leastOperands = leastOperands;
        this.kind = kind;
        this.unaffected =
                Stream.concat(Stream.of("sign"), Stream.of(unaffected)).toList();
    }

    abstract <E> E slipped(Operation<E> op);

    /** Whether the slip can happen at an operation of that name and number of operands. */
    boolean canHappenAt(String operation, int operands) {
        return switch (kind) {
            case DECISION -> operation.equals("sign");
            case VALUE -> List.of("over", "sqrt", "log").contains(operation);
            case DERIVATIVE -> operands >= leastOperands && !unaffected.contains(operation);
        };
    }

    /** Rules with this slip at an operation, wherever one of these sweeps differentiates it. */
    Rules at(String operation, List<Rules.Sweep> sweeps) {
        return new Rules() {
            @Override
            public <E> Algebra<E> differentiating(
                    Sweep sweep, Algebra<E> numbers, UnaryOperator<E> value, UnaryOperator<E> plain) {
                return kind == Kind.DERIVATIVE && sweeps.contains(sweep)
                        ? spoilt(operation, numbers, value, plain)
                        : numbers;
            }

            @Override
            public <E> Algebra<E> computing(Algebra<E> numbers) {
                return kind == Kind.DERIVATIVE
                        ? numbers
                        : spoilt(operation, numbers, UnaryOperator.identity(), UnaryOperator.identity());
            }
        };
    }

    private <E> Algebra<E> spoilt(
            String operation, Algebra<E> numbers, UnaryOperator<E> value, UnaryOperator<E> plain) {
        return Watched.algebra(numbers, (proxy, method, arguments) -> {
            if (kind == Kind.DECISION && method.isDefault() && Watched.DECIDING.contains(method.getName())) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            if (!method.getName().equals(operation)) {
                return Watched.invoke(numbers, method, arguments);
            }
            Operation<E> op = new Operation<>(numbers, method, arguments, value, plain);
            return kind == Kind.DECISION ? other(op) : slipped(op);
        });
    }

    private static <E> Sign other(Operation<E> op) throws Throwable {
        Sign sign = (Sign) Watched.invoke(op.on, op.method, op.arguments);
        return op.on.magnitude(op.operands.getFirst()) >= 1
                ? sign
                : switch (sign) {
                    case POSITIVE -> Sign.NEGATIVE;
                    case NEGATIVE -> Sign.POSITIVE;
                    case ZERO, UNKNOWN -> sign;
                };
    }

    /** One call of an operation. */
    static final class Operation<E> {
        private final Algebra<E> on;
        private final Method method;
        private final Object[] arguments;
        private final UnaryOperator<E> value;
        private final UnaryOperator<E> plain;
        private final List<E> operands;

        Operation(Algebra<E> on, Method method, Object[] arguments, UnaryOperator<E> value, UnaryOperator<E> plain) {
            this.on = on;
            this.method = method;
            this.arguments = arguments;
            this.value = value;
            this.plain = plain;
            this.operands = Watched.operands(method, arguments);
        }

        E right() {
            return of(operands::get);
        }

        /** The operation on other operands. */
        E of(IntFunction<E> operand) {
            List<E> others =
                    IntStream.range(0, operands.size()).mapToObj(operand).toList();
            return Watched.result(on, method, Watched.withOperands(method, arguments, others));
        }

        E value(E x) {
            return value.apply(x);
        }

        /** x − x°: 0, with the derivative of x. */
        E slope(E x) {
            return on.minus(x, value.apply(x));
        }

        E withSlope(UnaryOperator<E> change) {
            E y = right();
            return on.plus(value(y), change.apply(slope(y)));
        }
    }
}
