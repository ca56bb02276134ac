package org.equicert.reference;

/**
 * The dimensions of a tensor that fits in an array (T §2): the slots that one flattens to a single one fit in an {@code int} too.
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

    /* The row-major offset of five indices. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model boolean isOffset(\bigint o, \bigint a, \bigint b, \bigint y, \bigint c, \bigint z,
      @     \bigint d, \bigint v, \bigint e, \bigint w) {
      @   return o == (((a * y + b) * z + c) * v + d) * w + e;
      @ } @*/

    /* p = x·y·z. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model boolean isProduct(\bigint p, \bigint x, \bigint y, \bigint z) { return p == x * y * z; } @*/

    /** What {@code isOffset} stands for; elsewhere the prover need not multiply out. */
    /*@ public normal_behavior
      @   ensures isOffset(o, a, b, y, c, z, d, v, e, w) <==> o == (((a * y + b) * z + c) * v + d) * w + e;
      @   assignable \strictly_nothing;
      @*/
    public static void place(int o, int a, int b, int y, int c, int z, int d, int v, int e, int w) {}

    /** What {@code isProduct} stands for; elsewhere the prover need not multiply out. */
    /*@ public normal_behavior
      @   ensures isProduct(p, x, y, z) <==> p == x * y * z;
      @   assignable \strictly_nothing;
      @*/
    public static void times(int p, int x, int y, int z) {}

    /** An array's length that is their product shows that they fit. */
    /*@ public normal_behavior
      @   requires 0 < x && 0 < y && 0 < z && 0 < v && 0 < w && size == x * y * z * v * w;
      @   ensures fit(x, y, z, v, w);
      @   assignable \strictly_nothing;
      @*/
    public static void of(int size, int x, int y, int z, int v, int w) {}

    /** What {@code fit} stands for. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures 0 < x && 0 < y && 0 < z && 0 < v && 0 < w && x * y * z * v * w <= Index.MAX;
      @   assignable \strictly_nothing;
      @*/
    public static void unfold(int x, int y, int z, int v, int w) {}

    /** Slots side by side flatten to one whose dimension is an {@code int}: a factor is no larger than the product. */
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
        unfold(x, y, z, v, w);
        Sign.product(x, y - 1);
        Sign.product(y, z - 1);
        Sign.product(z, v - 1);
        Sign.product(v, w - 1);
        Sign.triple(x, y, z - 1);
        Sign.triple(x - 1, y, z);
        Sign.triple(y - 1, z, v);
        Sign.triple(z - 1, v, w);
        Sign.quadruple(x, y, z, v - 1);
        Sign.quadruple(x - 1, y, z, v);
        Sign.quadruple(y - 1, z, v, w);
        Sign.quintuple(x, y, z, v, w - 1);
        Sign.quintuple(x - 1, y, z, v, w);
    }

    /** The dimension of the first two slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures isProduct(\result, 1, x, y) && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int firstTwo(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        times(x * y, 1, x, y);
        return x * y;
    }

    /** The dimension of the last two slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures isProduct(\result, 1, v, w) && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int lastTwo(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        times(v * w, 1, v, w);
        return v * w;
    }

    /** The dimension of the last three slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures isProduct(\result, z, v, w) && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int lastThree(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        times(z * v * w, z, v, w);
        return z * v * w;
    }

    /** The dimension of the middle three slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures isProduct(\result, y, z, v) && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int middleThree(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        times(y * z * v, y, z, v);
        return y * z * v;
    }

    /** The dimension of the first three slots. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w);
      @   ensures isProduct(\result, x, y, z) && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int firstThree(int x, int y, int z, int v, int w) {
        flatten(x, y, z, v, w);
        times(x * y * z, x, y, z);
        return x * y * z;
    }

    /** The row-major offset of five indices. */
    /*@ public normal_behavior
      @   requires fit(x, y, z, v, w) && 0 <= a && a < x && 0 <= b && b < y && 0 <= c && c < z && 0 <= d && d < v;
      @   requires 0 <= e && e < w;
      @   ensures isOffset(\result, a, b, y, c, z, d, v, e, w);
      @   assignable \strictly_nothing;
      @*/
    public static int offset(int a, int x, int b, int y, int c, int z, int d, int v, int e, int w) {
        flatten(x, y, z, v, w);
        int o = Index.pair(Index.pair(Index.pair(Index.pair(a, x, b, y), x * y, c, z), x * y * z, d, v),
                x * y * z * v, e, w);
        place(o, a, b, y, c, z, d, v, e, w);
        return o;
    }
}
