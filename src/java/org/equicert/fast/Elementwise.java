package org.equicert.fast;

import org.jspecify.annotations.Nullable;

/** The functions of one number that are applied to every entry of an array. */
public enum Elementwise {
    TANH {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(ONE_MINUS_SQUARE, y);
        }
    },
    /** 1 − x² */
    ONE_MINUS_SQUARE {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.scale(-2, x);
        }
    },
    /** max(x, 0); its derivative at 0 is taken as 0 */
    RELU {
        @Override
        <V> V derivative(Arithmetic<V> on, V x, V y) {
            return on.map(STEP, x);
        }
    },
    /** 1 where x > 0, otherwise 0 */
    STEP {
        @Override
        <V> @Nullable V derivative(Arithmetic<V> on, V x, V y) {
            return null;
        }
    };

    /** The derivative at every entry of x, where y is this function's value there; null where it is 0 everywhere. */
    abstract <V> @Nullable V derivative(Arithmetic<V> on, V x, V y);
}
