package org.equicert.reference;

/**
 * Row-major order, one step: the bijection (i, j) ↔ i·n + j between [0, m) × [0, n) and [0, m·n).
 *
 * <p>T §2: a tensor of shape (m, n) takes i, then j; row-major data keeps what belongs to one i together, so that the
 * curried slice A(e_i) is a block. Orders beyond two fold this step, slot by slot.
 */
public final class Index {

    /** The largest {@code int}, hence the most entries that an array has. */
    public static final int MAX = 2147483647;

    private Index() {}

    /** The offset of (i, j) in shape (m, n). */
    /*@ public normal_behavior
      @   requires 0 <= i && i < m && 0 <= j && j < n && m * n <= MAX;
      @   ensures \result == i * n + j && 0 <= \result && \result < m * n;
      @   assignable \strictly_nothing;
      @*/
    public static int pair(int i, int m, int j, int n) {
        Sign.product((long) m - 1 - i, n);
        Sign.product(i, n);
        return i * n + j;
    }

    /** The offset of (i, j, k) in shape (l, m, n). */
    /*@ public normal_behavior
      @   requires 0 <= i && i < l && 0 <= j && j < m && 0 <= k && k < n && l * m * n <= MAX;
      @   ensures \result == (i * m + j) * n + k && 0 <= \result && \result < l * m * n;
      @   assignable \strictly_nothing;
      @*/
    public static int triple(int i, int l, int j, int m, int k, int n) {
        Composition.part(l, m, n);
        Sign.product(l, m);
        return pair(pair(i, l, j, m), l * m, k, n);
    }

    /** The i of offset i·n + j in shape (m, n). */
    /*@ public normal_behavior
      @   requires 0 <= o && o < m * n && 0 < n;
      @   ensures 0 <= \result && \result < m;
      @   ensures \result == o / n && \result * n <= o && o < \result * n + n;
      @   assignable \strictly_nothing;
      @*/
    public static int left(int o, int m, int n) {
        int i = quotient(o, n);
        Sign.product((long) i - m, n);
        return i;
    }

    /** The j of offset i·n + j in shape (m, n). */
    /*@ public normal_behavior
      @   requires 0 <= o && 0 < n;
      @   ensures \result == o % n && 0 <= \result && \result < n;
      @   assignable \strictly_nothing;
      @*/
    public static int right(int o, int n) {
        return o % n;
    }

    /** o / n, rounded down. */
    /*@ public normal_behavior
      @   requires 0 <= o && 0 < n;
      @   ensures \result == o / n && 0 <= \result && \result * n <= o && o < \result * n + n;
      @   assignable \strictly_nothing;
      @*/
    public static int quotient(int o, int n) {
        int q = divide(o, n);
        Sign.product(-1L - q, n);
        return q;
    }

    /** The same, before its sign is known. */
    /*@ public normal_behavior
      @   requires 0 <= o && 0 < n;
      @   ensures \result == o / n && \result * n <= o && o < \result * n + n;
      @   assignable \strictly_nothing;
      @*/
    public static int divide(int o, int n) {
        return o / n;
    }

    /** o is the offset of its indices. */
    /*@ public normal_behavior
      @   requires 0 <= o && 0 < n;
      @   ensures o == o / n * n + o % n;
      @   assignable \strictly_nothing;
      @*/
    public static void split(int o, int n) {}

    /** Equal offsets have equal indices. */
    /*@ public normal_behavior
      @   requires 0 <= j && j < n && 0 <= l && l < n && i * n + j == k * n + l;
      @   ensures i == k && j == l;
      @   assignable \strictly_nothing;
      @*/
    public static void injective(int i, int j, int k, int l, int n) {
        Sign.product((long) k - i - 1, n);
        Sign.product((long) i - k - 1, n);
    }

    /** {@link #left} and {@link #right} recover i and j. */
    /*@ public normal_behavior
      @   requires 0 <= i && 0 <= j && j < n && o == i * n + j;
      @   ensures o / n == i && o % n == j;
      @   assignable \strictly_nothing;
      @*/
    public static void recover(int o, int i, int j, int n) {
        Sign.product(i, n);
        int q = quotient(o, n);
        Sign.product((long) i - q - 1, n);
        Sign.product((long) q - i - 1, n);
    }
}
