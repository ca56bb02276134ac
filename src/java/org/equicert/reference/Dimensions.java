package org.equicert.reference;

/**
 * The dimensions of a tensor that fits in an array: the slots that one flattens to a single one fit in an {@code int} too.
 *
 * <p>Five slots are as many as a law needs at once (A (S, n, R, m, T)); a 1 stands for one that is not there.
 */
public final class Dimensions {

    private Dimensions() {}

    /* All positive, and no more entries than an array can hold. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model boolean fit(\bigint x, \bigint y, \bigint z, \bigint v, \bigint w) {
      @   return 0 < x && 0 < y && 0 < z && 0 < v && 0 < w && x * y * z * v * w <= Index.MAX;
      @ } @*/

    /* A factor is no larger than the product. */
    /*@ public model_behavior
      @   requires 0 < x && 0 < y;
      @   ensures \result && 0 < x * y && x <= x * y && y <= x * y;
      @   accessible \nothing;
      @ public static model boolean grows(\bigint x, \bigint y) {
      @   return Sign.nonnegative(x - 1, y) && Sign.nonnegative(x, y - 1);
      @ } @*/

    /** An array's length that is their product shows that they fit. */
    /*@ public normal_behavior
      @   requires 0 < x && 0 < y && 0 < z && 0 < v && 0 < w && size == x * y * z * v * w;
      @   ensures fit(x, y, z, v, w);
      @   assignable \strictly_nothing;
      @*/
    public static void of(int size, int x, int y, int z, int v, int w) {}

    /** Slots side by side flatten to one whose dimension is an {@code int}. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures 0 < x && 0 < y && 0 < z && 0 < v && 0 < w && x * y * z * v * w <= Index.MAX;
      @   ensures 0 < x * y && x * y <= Index.MAX && 0 < y * z && y * z <= Index.MAX;
      @   ensures 0 < z * v && z * v <= Index.MAX && 0 < v * w && v * w <= Index.MAX;
      @   ensures 0 < x * y * z && x * y * z <= Index.MAX && 0 < y * z * v && y * z * v <= Index.MAX;
      @   ensures 0 < z * v * w && z * v * w <= Index.MAX;
      @   ensures 0 < x * y * z * v && x * y * z * v <= Index.MAX && 0 < y * z * v * w && y * z * v * w <= Index.MAX;
      @   assignable \strictly_nothing;
      @*/
    public static void flatten(int x, int y, int z, int v, int w) {
        //@ assert grows(x, y);
        //@ assert grows(y, z);
        //@ assert grows(z, v);
        //@ assert grows(v, w);
        //@ assert grows(x * y, z);
        //@ assert grows(x, y * z);
        //@ assert grows(y * z, v);
        //@ assert grows(y, z * v);
        //@ assert grows(z * v, w);
        //@ assert grows(z, v * w);
        //@ assert grows(x * y * z, v);
        //@ assert grows(x, y * z * v);
        //@ assert grows(y * z * v, w);
        //@ assert grows(y, z * v * w);
        //@ assert grows(x * y * z * v, w);
        //@ assert grows(x, y * z * v * w);
    }

    /** The dimension of the first two slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures \result == x * y && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int firstTwo(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        return x * y;
    }

    /** The dimension of the last two slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures \result == v * w && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int lastTwo(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        return v * w;
    }

    /** The dimension of the last three slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures \result == z * v * w && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int lastThree(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        return z * v * w;
    }

    /** The dimension of the middle three slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures \result == y * z * v && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int middleThree(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        return y * z * v;
    }

    /** The dimension of the first three slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures \result == x * y * z && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int firstThree(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        return x * y * z;
    }

    /** The row-major offset of five indices. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w) && 0 <= a && a < x && 0 <= b && b < y && 0 <= c && c < z && 0 <= d && d < v;
      @   requires 0 <= e && e < w;
      @   ensures \result == (((a * y + b) * z + c) * v + d) * w + e;
      @   assignable \strictly_nothing;
      @*/
    public static int offset(int a, int x, int b, int y, int c, int z, int d, int v, int e, int w) {
        flatten(x, y, z, v, w);
        return Index.pair(Index.pair(Index.pair(Index.pair(a, x, b, y), x * y, c, z), x * y * z, d, v),
                x * y * z * v, e, w);
    }
}
