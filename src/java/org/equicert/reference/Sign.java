package org.equicert.reference;

/**
 * The one nonlinear fact that everything here rests on: a product of nonnegative numbers is nonnegative.
 *
 * <p>A linear prover does not find it by itself, so it is proved once, by induction, and then called: every bound on an
 * offset or on an overflow is this fact for two suitable differences. The methods do nothing when they run.
 */
public final class Sign {

    private Sign() {}

    /*@ public model_behavior
      @   requires 0 <= x && 0 <= y;
      @   ensures \result && 0 <= x * y;
      @   measured_by x;
      @ public static model boolean nonnegative(\bigint x, \bigint y) {
      @   return x <= 0 || nonnegative(x - 1, y);
      @ }
      @*/

    /** q·a = q·b and q ≠ 0 imply a = b, for entries, which the prover takes for integers of any size. */
    /*@ public normal_behavior
      @   requires 0 <= o && o < a.length && o < b.length && q != 0 && q * a[o] == q * b[o];
      @   ensures a[o] == b[o];
      @   assignable \strictly_nothing;
      @*/
    public static void cancel(long q, long[] a, long[] b, int o) {
        if (q > 0) {
            ordered(q, a, b, o);
            ordered(q, b, a, o);
        } else {
            reversed(q, a, b, o);
            reversed(q, b, a, o);
        }
    }

    /** q > 0. */
    /*@ public normal_behavior
      @   requires 0 <= o && o < a.length && o < b.length && 0 < q;
      @   ensures a[o] < b[o] ==> q * a[o] < q * b[o];
      @   assignable \strictly_nothing;
      @*/
    public static void ordered(long q, long[] a, long[] b, int o) {
        if (a[o] < b[o]) {
            /*@ loop_invariant 0 <= k && k <= q && k <= (b[o] - a[o]) * k;
              @ assignable \strictly_nothing;
              @ decreases q - k;
              @*/
            for (long k = 0; k < q; k++) {}
        }
    }

    /** q < 0. */
    /*@ public normal_behavior
      @   requires 0 <= o && o < a.length && o < b.length && q < 0;
      @   ensures a[o] < b[o] ==> q * b[o] < q * a[o];
      @   assignable \strictly_nothing;
      @*/
    public static void reversed(long q, long[] a, long[] b, int o) {
        if (a[o] < b[o]) {
            /*@ loop_invariant q <= k && k <= 0 && (b[o] - a[o]) * k <= k;
              @ assignable \strictly_nothing;
              @ decreases k - q;
              @*/
            for (long k = 0; k > q; k--) {}
        }
    }

    /** If x and y are nonnegative, so is x * y (over the integers: nothing is computed here). */
    /*@ public normal_behavior
      @   ensures 0 <= x && 0 <= y ==> 0 <= x * y;
      @   assignable \strictly_nothing;
      @*/
    public static void product(long x, long y) {
        if (0 <= x && 0 <= y) {
            induction(x, y);
        }
    }

    /** Three factors. */
    /*@ public normal_behavior
      @   requires 0 <= x && 0 <= y && 0 <= z;
      @   ensures 0 <= x * y * z;
      @   assignable \strictly_nothing;
      @*/
    public static void triple(int x, int y, int z) {
        product(x, y);
        /*@ loop_invariant 0 <= k && k <= z && 0 <= x * y * k;
          @ assignable \strictly_nothing;
          @ decreases z - k;
          @*/
        for (int k = 0; k < z; k++) {}
    }

    /** Four factors. */
    /*@ public normal_behavior
      @   requires 0 <= x && 0 <= y && 0 <= z && 0 <= v;
      @   ensures 0 <= x * y * z * v;
      @   assignable \strictly_nothing;
      @*/
    public static void quadruple(int x, int y, int z, int v) {
        triple(x, y, z);
        /*@ loop_invariant 0 <= k && k <= v && 0 <= x * y * z * k;
          @ assignable \strictly_nothing;
          @ decreases v - k;
          @*/
        for (int k = 0; k < v; k++) {}
    }

    /** Five factors. */
    /*@ public normal_behavior
      @   requires 0 <= x && 0 <= y && 0 <= z && 0 <= v && 0 <= w;
      @   ensures 0 <= x * y * z * v * w;
      @   assignable \strictly_nothing;
      @*/
    public static void quintuple(int x, int y, int z, int v, int w) {
        quadruple(x, y, z, v);
        /*@ loop_invariant 0 <= k && k <= w && 0 <= x * y * z * v * k;
          @ assignable \strictly_nothing;
          @ decreases w - k;
          @*/
        for (int k = 0; k < w; k++) {}
    }

    /** The same where both signs are known. */
    /*@ public normal_behavior
      @   requires 0 <= x && 0 <= y;
      @   ensures 0 <= x * y;
      @   assignable \strictly_nothing;
      @*/
    private static void induction(long x, long y) {
        //@ assert nonnegative(x, y);
    }
}
