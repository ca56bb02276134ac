package org.equicert.reference;

/**
 * Callers with concrete arguments. That the prover closes them shows that the preconditions above can be met: a contract
 * with a contradictory precondition would hold of anything, and nothing could call it.
 */
final class Witness {

    private Witness() {}

    /*@ public behavior
      @   ensures true;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    static long offset() {
        int[] shape = new int[1];
        int[] index = new int[1];
        shape[0] = 2;
        index[0] = 1;
        return Shape.offset(shape, index);
    }

    /*@ public behavior
      @   ensures \result.length == 1;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    static long[] product() {
        return Matrix.product(new long[2], new long[2], 1, 2, 1);
    }

    /*@ public behavior
      @   ensures \result.length == 6;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    static long[] kernel() {
        Composition.fit(6, 4, 6, 1, 2, 2, 3);
        return Composition.compose(new long[6], new long[4], 6, 1, 2, 2, 3);
    }

    /*@ public normal_behavior
      @   ensures \fresh(\result) && Shape.ints(\result);
      @   assignable \nothing;
      @*/
    static int[] shape() {
        int[] s = new int[1];
        s[0] = 1;
        return s;
    }

    /*@ public normal_behavior
      @   ensures \fresh(\result) && Exact.longs(\result);
      @   assignable \nothing;
      @*/
    static long[] entries() {
        return new long[1];
    }

    /*@ public behavior
      @   ensures \result.shape != null;
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   assignable \nothing;
      @*/
    static Tensor composition() {
        int[] s = shape();
        Tensor a = Tensor.of(s, entries());
        return a.compose(1, a);
    }

    /*@ public behavior
      @   ensures \result.shape != null;
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   assignable \nothing;
      @*/
    static Tensor sum() {
        int[] s = shape();
        Tensor a = Tensor.of(s, entries());
        return a.add(a);
    }
}
