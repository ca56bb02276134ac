package org.equicert.reference;

/**
 * The laws of a vector space, for whole tensors (T §2): what sums, multiples and zeros have to do with each other, and
 * with ∘_k.
 *
 * <p>Each is a fact about single entries. The methods do nothing when they run.
 */
public final class Linear {

    private Linear() {}

    /** A = 0 is 0·A. */
    /*@ public normal_behavior
      @   requires Relation.zero(a);
      @   ensures Relation.multiple(a, 0, a);
      @   assignable \strictly_nothing;
      @*/
    public static void none(long[] a) {}

    /** 0·A = 0. */
    /*@ public normal_behavior
      @   requires Relation.multiple(b, 0, a);
      @   ensures Relation.zero(b);
      @   assignable \strictly_nothing;
      @*/
    public static void vanish(long[] b, long[] a) {}

    /** q·0 = 0. */
    /*@ public normal_behavior
      @   requires Relation.multiple(b, q, a) && Relation.zero(a);
      @   ensures Relation.zero(b);
      @   assignable \strictly_nothing;
      @*/
    public static void nothing(long[] b, long q, long[] a) {}

    /** q·A = 0 and q ≠ 0 imply A = 0. */
    /*@ public normal_behavior
      @   requires q != 0 && Relation.multiple(b, q, a) && Relation.zero(b);
      @   ensures Relation.zero(a);
      @   assignable \strictly_nothing;
      @*/
    public static void cancel(long[] b, long q, long[] a) {
        /*@ loop_invariant 0 <= o && o <= a.length && (\forall int k; 0 <= k && k < o; a[k] == 0);
          @ assignable \strictly_nothing;
          @ decreases a.length - o;
          @*/
        for (int o = 0; o < a.length; o++) {
            signs(a, o, q, 0);
        }
    }

    /** q·A = r·A and q ≠ r imply A = 0. */
    /*@ public normal_behavior
      @   requires q != r && Relation.multiple(b, q, a) && Relation.multiple(b, r, a);
      @   ensures Relation.zero(a);
      @   assignable \strictly_nothing;
      @*/
    public static void distinct(long[] b, long q, long r, long[] a) {
        /*@ loop_invariant 0 <= o && o <= a.length && (\forall int k; 0 <= k && k < o; a[k] == 0);
          @ assignable \strictly_nothing;
          @ decreases a.length - o;
          @*/
        for (int o = 0; o < a.length; o++) {
            signs(a, o, q, r);
        }
    }

    /** The same for one entry: q·a and r·a lie as far apart as q and r, at least. */
    /*@ public normal_behavior
      @   requires 0 <= o && o < a.length && q != r && q * a[o] == r * a[o];
      @   ensures a[o] == 0;
      @   assignable \strictly_nothing;
      @*/
    public static void signs(long[] a, int o, long q, long r) {
        if (q < r) {
            apart(a, o, q, r);
        } else {
            apart(a, o, r, q);
        }
    }

    /** Where q < r: q·a < r·a if a > 0, and r·a < q·a if a < 0. */
    /*@ public normal_behavior
      @   requires 0 <= o && o < a.length && q < r;
      @   ensures (a[o] > 0 ==> q * a[o] < r * a[o]) && (a[o] < 0 ==> r * a[o] < q * a[o]);
      @   assignable \strictly_nothing;
      @*/
    public static void apart(long[] a, int o, long q, long r) {
        /*@ loop_invariant q <= k && k <= r;
          @ loop_invariant a[o] > 0 ==> k - q <= a[o] * k - a[o] * q;
          @ loop_invariant a[o] < 0 ==> a[o] * k - a[o] * q <= q - k;
          @ assignable \strictly_nothing;
          @ decreases r - k;
          @*/
        for (long k = q; k < r; k++) {}
    }

    /** r·(q·A) = (q·r)·A. */
    /*@ public normal_behavior
      @   requires Relation.multiple(b, q, a) && Relation.multiple(c, r, b) && qr == q * r;
      @   ensures Relation.multiple(c, qr, a);
      @   assignable \strictly_nothing;
      @*/
    public static void twice(long[] c, long r, long[] b, long q, long[] a, long qr) {}

    /** A = 1·A. */
    /*@ public normal_behavior
      @   ensures Relation.multiple(a, 1, a);
      @   assignable \strictly_nothing;
      @*/
    public static void once(long[] a) {}

    /** A + B = 0 says that B = -A. */
    /*@ public normal_behavior
      @   requires Relation.sum(o, a, b) && Relation.zero(o);
      @   ensures Relation.multiple(b, -1, a);
      @   assignable \strictly_nothing;
      @*/
    public static void opposite(long[] o, long[] a, long[] b) {}

    /** q·A = B + 0 says that B = q·A. */
    /*@ public normal_behavior
      @   requires Relation.multiple(c, q, a) && Relation.sum(c, b, z) && Relation.zero(z);
      @   ensures Relation.multiple(b, q, a);
      @   assignable \strictly_nothing;
      @*/
    public static void rest(long[] c, long[] b, long[] z, long q, long[] a) {}

    /** q·A = B + r·A says that B = (q - r)·A. */
    /*@ public normal_behavior
      @   requires Relation.multiple(c, q, a) && Relation.sum(c, b, d) && Relation.multiple(d, r, a) && s == q - r;
      @   ensures Relation.multiple(b, s, a);
      @   assignable \strictly_nothing;
      @*/
    public static void difference(long[] c, long[] b, long[] d, long q, long r, long s, long[] a) {}

    /** A = 0 + B says that A = B. */
    /*@ public normal_behavior
      @   requires Relation.sum(a, z, b) && Relation.zero(z);
      @   ensures Relation.equal(a, b);
      @   assignable \strictly_nothing;
      @*/
    public static void neutral(long[] a, long[] z, long[] b) {}

    /** A = B + D and A = C + D say that B = C. */
    /*@ public normal_behavior
      @   requires Relation.sum(a, b, d) && Relation.sum(a, c, d);
      @   ensures Relation.equal(b, c);
      @   assignable \strictly_nothing;
      @*/
    public static void cancelSum(long[] a, long[] b, long[] c, long[] d) {}

    /** 0 ∘ B = 0. */
    /*@ public normal_behavior
      @   requires Relation.zero(a) && Relation.composition(c, a, b, S, n, U, T);
      @   ensures Relation.zero(c);
      @   assignable \strictly_nothing;
      @*/
    public static void zeroLeft(long[] c, long[] a, long[] b, int S, int n, int U, int T) {
        none(a);
        Law.multipleLeft(c, c, 0, a, a, b, S, n, U, T);
        vanish(c, c);
    }

    /** A ∘ 0 = 0. */
    /*@ public normal_behavior
      @   requires Relation.zero(b) && Relation.composition(c, a, b, S, n, U, T);
      @   ensures Relation.zero(c);
      @   assignable \strictly_nothing;
      @*/
    public static void zeroRight(long[] c, long[] a, long[] b, int S, int n, int U, int T) {
        none(b);
        Law.multipleRight(c, c, 0, a, b, b, S, n, U, T);
        vanish(c, c);
    }
}
