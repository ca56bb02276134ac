package org.equicert.fault;

import static org.equicert.fault.Rules.Sweep.FORWARD;
import static org.equicert.fault.Rules.Sweep.REVERSE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.equicert.candidate.BuiltInCandidate;
import org.equicert.equivariance.Equivariances;
import org.equicert.fast.simd.FloatMachine;
import org.equicert.fault.Rules.Sweep;
import org.equicert.function.Array;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Question;
import org.equicert.vectors.Mistake;

/** The classes of faults: each says what faults of it a function can have. */
enum Kind {
    WRONG_VJP_RULE {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.WRONG_RULE, REVERSE);
        }
    },
    WRONG_JVP_RULE {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.WRONG_RULE, FORWARD);
        }
    },
    DROPPED_TERM {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.DROPPED, FORWARD, REVERSE);
        }

        @Override
        List<Fault> inCore(String function) {
            return List.of(core(function, "what is added replaces", SpoiltMachine::replacing));
        }
    },
    TRANSPOSED_SLOTS {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.TRANSPOSED, FORWARD, REVERSE);
        }
    },
    SIGN_ERROR {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.SIGN, FORWARD, REVERSE);
        }

        @Override
        List<Fault> inCore(String function) {
            return List.of(core(function, "factors lose their sign", SpoiltMachine::unsigned));
        }
    },
    FACTOR_TWO {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.DOUBLED, FORWARD, REVERSE);
        }
    },
    FORGOTTEN_CHAIN_FACTOR {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.NO_FACTOR, FORWARD, REVERSE);
        }
    },
    CONSTANT_IN_SECOND_ORDER {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.HELD, FORWARD, REVERSE);
        }
    },
    WRONG_BRANCH {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.WRONG_BRANCH, FORWARD, REVERSE);
        }
    },
    EPSILON_ADDED {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return slip(traits, random, Slip.EPSILON, FORWARD, REVERSE);
        }
    },
    ONE_MODE_ONLY {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
            Slip slip = List.of(Slip.SIGN, Slip.DOUBLED, Slip.WRONG_RULE).get(random.nextInt(3));
            return only(
                    slip(traits, random, slip, FORWARD, REVERSE),
                    "in " + mode.word(),
                    q -> q.mode().equals(Optional.of(mode)));
        }
    },
    ONE_PRECISION_ONLY {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            Precision precision = random.nextBoolean() ? Precision.F64 : Precision.F32;
            return only(
                    slip(traits, random, Slip.DOUBLED, FORWARD, REVERSE),
                    "in " + precision.word(),
                    q -> q.precision() == precision);
        }
    },
    SWAPPED_INDICES {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return traits.hasMatrix() ? mistake(traits, Mistake.SWAPPED_INDICES) : List.of();
        }
    },
    SWAPPED_ARGUMENTS {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return traits.f().wrt().size() > 1 ? mistake(traits, Mistake.TRANSPOSED_SLOTS) : List.of();
        }
    },
    WRONG_BROADCASTING {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return mistake(traits, Mistake.WRONG_BROADCASTING);
        }
    },
    OFF_BY_ONE_TAIL {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            int r = random.nextInt(1, WIDTH);
            return List.of(answering(
                    traits,
                    "rows of n ≡ " + r + " mod " + WIDTH + " lack their last " + r,
                    (q, right) -> Answers.withoutTail(WIDTH, r, right)));
        }

        @Override
        List<Fault> inCore(String function) {
            return List.of(
                    core(function, "sums of n ≡ 1 mod 2 lack their last", () -> SpoiltMachine.withoutTail(2, 1)));
        }
    },
    NOT_SYMMETRISED {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return mistake(traits, Mistake.NOT_SYMMETRISED);
        }
    },
    MISSING_CROSS_TERM {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return traits.f().wrt().size() > 1
                    ? mistake(traits, Mistake.MISSING_CROSS_TERM)
                    : mistake(traits, Mistake.DIAGONAL_ONLY);
        }
    },
    STALE_CACHE {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            String name = traits.f().name();
            Function<Question, Answer> right = Implementation.CALCULUS.right();
            return switch (random.nextInt(3)) {
                case 0 -> List.of(calculus(name, "the answer of the question before", () -> Answers.oneBehind(right)));
                case 1 ->
                    List.of(calculus(
                            name,
                            "remembered without the inputs",
                            () -> Answers.remembered(right, q -> List.of(q.quantity(), q.mode(), q.precision()))));
                default ->
                    List.of(calculus(
                            name,
                            "remembered without the cotangent",
                            () -> Answers.remembered(
                                    right, q -> List.of(q.quantity(), q.mode(), q.precision(), q.inputs()))));
            };
        }
    },
    ALIASING {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return List.of();
        }

        @Override
        List<Fault> inCore(String function) {
            return Stream.of("contract", "add", "scale", "map")
                    .map(operation -> core(
                            function,
                            "results of " + operation + " overwrite each other",
                            () -> SpoiltMachine.sharing(operation)))
                    .toList();
        }
    },
    LOST_PRECISION {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return List.of(calculus(
                    traits.f().name(), "f64 computed in f32", () -> Answers.inSingle(Implementation.CALCULUS.right())));
        }
    },
    GRADIENT_BESIDE_K {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return hidden(traits, "δ added to ∇f with δ·K = 0", Answers::besideGradient);
        }

        @Override
        int functions() {
            return Integer.MAX_VALUE;
        }
    },
    HESSIAN_BESIDE_K {
        @Override
        List<Fault> in(Traits traits, RandomGenerator random) {
            return hidden(traits, "δδᵀ added to the Hessian with δ·K = 0", Answers::besideHessian);
        }

        @Override
        int functions() {
            return Integer.MAX_VALUE;
        }
    };

    private static final int WIDTH = 4;

    /** The faults of this class that the catalogue's calculus can have in a function; none where it makes no sense. */
    abstract List<Fault> in(Traits traits, RandomGenerator random);

    /** Those that the built-in core can have. */
    List<Fault> inCore(String function) {
        return List.of();
    }

    /** Into so many functions at most the faults of this class are put. */
    int functions() {
        return 16;
    }

    /** As tables name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace(" k", " K");
    }

    List<Fault> slip(Traits traits, RandomGenerator random, Slip slip, Sweep... sweeps) {
        List<String> operations = new ArrayList<>(traits.operations().entrySet().stream()
                .filter(entry -> slip.canHappenAt(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList());
        if (operations.isEmpty()) {
            return List.of();
        }
        String operation = operations.get(random.nextInt(operations.size()));
        return List.of(calculus(
                traits.f().name(),
                "at " + operation,
                () -> Implementation.with(slip.at(operation, Arrays.asList(sweeps)))));
    }

    private static List<Fault> only(List<Fault> faults, String where, Predicate<Question> there) {
        return faults.stream()
                .map(fault ->
                        new Fault(fault.kind(), fault.function(), fault.detail() + " " + where, fault.right(), () -> {
                            Function<Question, Answer> right = fault.right().right();
                            Function<Question, Answer> wrong = fault.faulty().get();
                            return q -> there.test(q) ? wrong.apply(q) : right.apply(q);
                        }))
                .toList();
    }

    List<Fault> mistake(Traits traits, Mistake mistake) {
        return List.of(answering(
                traits, mistake.text(), (q, right) -> mistake.of(q, right).orElse(right)));
    }

    List<Fault> hidden(Traits traits, String detail, BiFunction<Question, Array<Double>, Array<Double>> error) {
        return Equivariances.of(traits.f()).isEmpty() || !traits.hasNullSpace()
                ? List.of()
                : List.of(answering(traits, detail, error));
    }

    Fault answering(Traits traits, String detail, BiFunction<Question, Array<Double>, Array<Double>> change) {
        String name = traits.f().name();
        return calculus(
                name,
                detail,
                () -> Answers.changed(
                        Implementation.CALCULUS.right(),
                        (q, right) -> q.function().equals(name) ? change.apply(q, right) : right));
    }

    Fault calculus(String function, String detail, Supplier<Function<Question, Answer>> faulty) {
        return new Fault(word(), function, detail, Implementation.CALCULUS, faulty);
    }

    Fault core(String function, String detail, Supplier<SpoiltMachine> machine) {
        return new Fault(
                word(),
                function,
                detail,
                Implementation.CORE,
                () -> new BuiltInCandidate(machine.get(), new FloatMachine())::ask);
    }

    /** The faults of this class, in functions that chance picks. */
    List<Fault> corpus(List<Traits> catalogue, RandomGenerator random) {
        List<Traits> order = new ArrayList<>(catalogue);
        Collections.shuffle(order, Random.from(random));
        List<Fault> faults = new ArrayList<>();
        int functions = 0;
        for (Traits traits : order) {
            List<Fault> some = functions < functions() ? in(traits, random) : List.of();
            functions += some.isEmpty() ? 0 : 1;
            faults.addAll(some);
        }
        Implementation.CORE.functions().stream().sorted().forEach(function -> faults.addAll(inCore(function)));
        return faults;
    }
}
