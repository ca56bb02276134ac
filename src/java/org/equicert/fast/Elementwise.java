package org.equicert.fast;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The functions of one number that are applied to every entry of an array. Their derivatives are programs of the same
 * functions, so that they can be differentiated again.
 */
public enum Elementwise {
    /** max(x, 0); its derivative at 0 is taken as 0 */
    RELU(x -> Math.max(x, 0)) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(STEP, x);
        }
    },
    /** 1 where x > 0, otherwise 0 */
    STEP(x -> x > 0 ? 1 : 0) {
        @Override
        <V> @Nullable V derivative(Arithmetic<V> on, V x, V y) {
            return null;
        }
    },
    /** |x|; its derivative at 0 is taken as 0 */
    ABS(Math::abs) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(SIGN, x);
        }
    },
    /** −1, 0 or 1 */
    SIGN(Math::signum) {
        @Override
        <V> @Nullable V derivative(Arithmetic<V> on, V x, V y) {
            return null;
        }
    },
    /** 1 − x² */
    ONE_MINUS_SQUARE(x -> Math.fma(-x, x, 1)) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.scale(-2, x);
        }
    },
    /** 1/x */
    RECIPROCAL(x -> 1 / x) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.scale(-1, on.multiply(y, y));
        }
    },
    SQRT(Math::sqrt) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.scale(0.5, on.map(RECIPROCAL, y));
        }
    },
    EXP(Math::exp) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return y;
        }
    },
    EXPM1(Math::expm1) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(EXP, x);
        }
    },
    LOG(Math::log) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(RECIPROCAL, x);
        }
    },
    LOG1P(Math::log1p) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(RECIPROCAL, on.shift(x, 1));
        }
    },
    SIN(Math::sin) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(COS, x);
        }
    },
    COS(Math::cos) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.scale(-1, on.map(SIN, x));
        }
    },
    TAN(Math::tan) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.shift(on.multiply(y, y), 1);
        }
    },
    ASIN(Math::asin) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return Maps.rsqrt(on, on.map(ONE_MINUS_SQUARE, x));
        }
    },
    ACOS(Math::acos) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.scale(-1, Maps.rsqrt(on, on.map(ONE_MINUS_SQUARE, x)));
        }
    },
    ATAN(Math::atan) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(RECIPROCAL, on.shift(on.multiply(x, x), 1));
        }
    },
    SINH(Math::sinh) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(COSH, x);
        }
    },
    COSH(Math::cosh) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(SINH, x);
        }
    },
    TANH(Math::tanh) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(ONE_MINUS_SQUARE, y);
        }
    },
    /** 1/(1 + e⁻ˣ) */
    SIGMOID(x -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.multiply(y, on.map(SIGMOID, on.scale(-1, x))); // 1 − y would cancel
        }
    },
    /** log(1 + eˣ) */
    SOFTPLUS(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))) {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(SIGMOID, x);
        }
    };

    private final DoubleUnaryOperator function;

    Elementwise(DoubleUnaryOperator function) {
        this.function = function;
    }

    /** The function of one number, within three ulps; exact where it is rational and the result is a double. */
    public double at(double x) {
        return function.applyAsDouble(x);
    }

    /** The derivative at every entry of x, where y is this function's value there; null where it is 0 everywhere. */
    abstract <V> @Nullable V derivative(Arithmetic<V> on, V x, V y);
}
