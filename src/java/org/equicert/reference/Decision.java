package org.equicert.reference;

/**
 * Whether the {@link Relation}s (T §2) hold, decided entry by entry on exact integers: what is true in the logic is what runs.
 *
 * <p>Sizes that no array can have make a relation false, never an overflow; only a sum of products (or a product) of
 * entries that does not fit in a {@code long} is an {@link ArithmeticException}.
 */
public final class Decision {

    private Decision() {}

    /* Arrays of these lengths hold C = A ∘_k B, A and B for A of shape (S, n, T) and B of shape (U, n). */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model boolean shapes(int cl, int al, int bl, int S, int n, int U, int T) {
      @   return 0 < S && 0 < n && 0 < U && 0 < T && al == S * n * T && bl == U * n && cl == S * U * T;
      @ } @*/

    /** Whether C = A ∘_k B. */
    /*@ public behavior
      @   requires Exact.longs(c) && Exact.longs(a) && Exact.longs(b);
      @   ensures \result <==> Relation.composition(c, a, b, S, n, U, T);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e)
      @     (\exists int o; 0 <= o && o < c.length; \old(Composition.magnitude(a, b, o, n, U, T)) > Exact.MAX);
      @   assignable \nothing;
      @*/
    public static boolean composition(long[] c, long[] a, long[] b, int S, int n, int U, int T) {
        definition(c, a, b, S, n, U, T);
        if (!areShapes(c.length, a.length, b.length, S, n, U, T)) {
            return false;
        }
        /*@ loop_invariant 0 <= o && o <= c.length;
          @ loop_invariant (\forall int j; 0 <= j && j < o; c[j] == \old(Composition.component(a, b, j, n, U, T)));
          @ assignable \nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            if (c[o] != Composition.at(a, b, o, c.length, S, n, U, T)) {
                return false;
            }
        }
        return true;
    }

    /** What {@code composition} stands for; elsewhere the prover need not look inside. */
    /*@ public normal_behavior
      @   ensures Relation.composition(c, a, b, S, n, U, T) <==> shapes(c.length, a.length, b.length, S, n, U, T)
      @     && (\forall int o; 0 <= o && o < c.length; c[o] == Composition.component(a, b, o, n, U, T));
      @   assignable \strictly_nothing;
      @*/
    public static void definition(long[] c, long[] a, long[] b, int S, int n, int U, int T) {}

    /** Whether arrays of these lengths hold a composition and its operands. */
    /*@ public normal_behavior
      @   requires 0 <= cl && 0 <= al && 0 <= bl;
      @   ensures \result <==> shapes(cl, al, bl, S, n, U, T);
      @   ensures \result ==> 0 < S && 0 < n && 0 < U && 0 < T;
      @   ensures \result ==> Composition.operands(al, bl, S, n, U, T) && Composition.result(cl, S, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static boolean areShapes(int cl, int al, int bl, int S, int n, int U, int T) {
        if (S <= 0 || n <= 0 || U <= 0 || T <= 0) {
            return false;
        }
        if (!isProduct(al, S, n, T) || !isProduct(bl, U, n, 1) || !isProduct(cl, S, U, T)) {
            return false;
        }
        Composition.fit(al, bl, cl, S, n, U, T);
        return true;
    }

    /** Whether size = x·y·z. */
    /*@ public normal_behavior
      @   requires 0 <= size && 0 < x && 0 < y && 0 < z;
      @   ensures \result <==> size == x * y * z;
      @   assignable \strictly_nothing;
      @*/
    public static boolean isProduct(int size, int x, int y, int z) {
        long xy = times(x, y);
        if (xy > size) {
            Sign.product(xy, z - 1);
            return false;
        }
        return size == times((int) xy, z);
    }

    /** x·y, which a {@code long} can hold. */
    /*@ public normal_behavior
      @   requires 0 < x && 0 < y;
      @   ensures \result == x * y && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static long times(int x, int y) {
        Sign.product((long) Index.MAX - x, y);
        Sign.product((long) x - 1, y);
        return (long) x * y;
    }

    /** Whether C = A + B. */
    /*@ public behavior
      @   requires Exact.longs(c) && Exact.longs(a) && Exact.longs(b);
      @   ensures \result <==> Relation.sum(c, a, b);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) a.length == c.length && b.length == c.length
      @     && (\exists int o; 0 <= o && o < c.length; !Exact.fits(a[o] + b[o]));
      @   assignable \nothing;
      @*/
    public static boolean sum(long[] c, long[] a, long[] b) {
        if (a.length != c.length || b.length != c.length) {
            return false;
        }
        /*@ loop_invariant 0 <= o && o <= c.length && (\forall int j; 0 <= j && j < o; c[j] == a[j] + b[j]);
          @ assignable \nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            if (c[o] != Exact.add(a[o], b[o])) {
                return false;
            }
        }
        return true;
    }

    /** Whether C = q·A. */
    /*@ public behavior
      @   requires Exact.longs(c) && Exact.longs(a);
      @   ensures \result <==> Relation.multiple(c, q, a);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) a.length == c.length
      @     && (\exists int o; 0 <= o && o < c.length; !Exact.fits(q * a[o]));
      @   assignable \nothing;
      @*/
    public static boolean multiple(long[] c, long q, long[] a) {
        if (a.length != c.length) {
            return false;
        }
        /*@ loop_invariant 0 <= o && o <= c.length && (\forall int j; 0 <= j && j < o; c[j] == q * a[j]);
          @ assignable \nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            if (c[o] != Exact.mul(q, a[o])) {
                return false;
            }
        }
        return true;
    }

    /** Whether A = B. */
    /*@ public normal_behavior
      @   requires Exact.longs(a) && Exact.longs(b);
      @   ensures \result <==> Relation.equal(a, b);
      @   assignable \strictly_nothing;
      @*/
    public static boolean equal(long[] a, long[] b) {
        if (a.length != b.length) {
            return false;
        }
        /*@ loop_invariant 0 <= o && o <= a.length && (\forall int j; 0 <= j && j < o; a[j] == b[j]);
          @ assignable \strictly_nothing;
          @ decreases a.length - o;
          @*/
        for (int o = 0; o < a.length; o++) {
            if (a[o] != b[o]) {
                return false;
            }
        }
        return true;
    }

    /** Whether every entry of A is 0. */
    /*@ public normal_behavior
      @   requires Exact.longs(a);
      @   ensures \result <==> Relation.zero(a);
      @   assignable \strictly_nothing;
      @*/
    public static boolean zero(long[] a) {
        /*@ loop_invariant 0 <= o && o <= a.length && (\forall int j; 0 <= j && j < o; a[j] == 0);
          @ assignable \strictly_nothing;
          @ decreases a.length - o;
          @*/
        for (int o = 0; o < a.length; o++) {
            if (a[o] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether I = q·1, of shape (n, n). */
    /*@ public normal_behavior
      @   requires Exact.longs(i);
      @   ensures \result <==> Relation.unit(i, q, n);
      @   assignable \strictly_nothing;
      @*/
    public static boolean unit(long[] i, long q, int n) {
        if (n <= 0 || i.length != times(n, n)) {
            return false;
        }
        /*@ loop_invariant 0 <= o && o <= i.length;
          @ loop_invariant (\forall int j; 0 <= j && j < o; i[j] == (j / n == j % n ? q : 0));
          @ assignable \strictly_nothing;
          @ decreases i.length - o;
          @*/
        for (int o = 0; o < i.length; o++) {
            if (i[o] != (Index.quotient(o, n) == Index.right(o, n) ? q : 0)) {
                return false;
            }
        }
        return true;
    }

    /* Arrays of this length hold A of shape (P, s, t, Q). */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model boolean slots(int size, int P, int s, int t, int Q) {
      @   return 0 < P && 0 < s && 0 < t && 0 < Q && size == P * s * t * Q;
      @ } @*/

    /* Where entry (p, i, j, q) of A is found in B, of shape (P, t, s, Q). */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model \bigint exchanged(\bigint o, \bigint s, \bigint t, \bigint Q) {
      @   return ((o / Q / t / s * t + o / Q % t) * s + o / Q / t % s) * Q + o % Q;
      @ } @*/

    /** Whether B is A with its slots s and t exchanged. */
    /*@ public normal_behavior
      @   requires Exact.longs(b) && Exact.longs(a);
      @   ensures \result <==> Relation.transpose(b, a, P, s, t, Q);
      @   assignable \strictly_nothing;
      @*/
    public static boolean transpose(long[] b, long[] a, int P, int s, int t, int Q) {
        transposition(b, a, P, s, t, Q);
        if (b.length != a.length || !areSlots(a.length, P, s, t, Q)) {
            return false;
        }
        /*@ loop_invariant 0 <= o && o <= a.length;
          @ loop_invariant (\forall int j; 0 <= j && j < o; b[exchanged(j, s, t, Q)] == a[j]);
          @ assignable \strictly_nothing;
          @ decreases a.length - o;
          @*/
        for (int o = 0; o < a.length; o++) {
            if (b[exchange(o, a.length, P, s, t, Q)] != a[o]) {
                return false;
            }
        }
        return true;
    }

    /** What {@code transpose} stands for. */
    /*@ public normal_behavior
      @   ensures Relation.transpose(b, a, P, s, t, Q) <==> slots(a.length, P, s, t, Q) && b.length == a.length
      @     && (\forall int o; 0 <= o && o < a.length; b[exchanged(o, s, t, Q)] == a[o]);
      @   assignable \strictly_nothing;
      @*/
    public static void transposition(long[] b, long[] a, int P, int s, int t, int Q) {}

    /** Whether an array of this length holds a tensor of shape (P, s, t, Q). */
    /*@ public normal_behavior
      @   requires 0 <= size;
      @   ensures \result <==> slots(size, P, s, t, Q);
      @   assignable \strictly_nothing;
      @*/
    public static boolean areSlots(int size, int P, int s, int t, int Q) {
        if (P <= 0 || s <= 0 || t <= 0 || Q <= 0) {
            return false;
        }
        long front = times(P, s);
        if (front > size) {
            Sign.product(front, times(t, Q) - 1);
            return false;
        }
        return isProduct(size, (int) front, t, Q);
    }

    /** Where entry (p, i, j, q) of A, at offset o, is found in B, of shape (P, t, s, Q). */
    /*@ public normal_behavior
      @   requires 0 <= o && o < size && slots(size, P, s, t, Q);
      @   ensures \result == exchanged(o, s, t, Q) && 0 <= \result && \result < size;
      @   assignable \strictly_nothing;
      @*/
    public static int exchange(int o, int size, int P, int s, int t, int Q) {
        place(o, s, t, Q);
        int front = front(size, P, s, t, Q);
        int r = Index.left(o, front, Q);
        int p = Composition.prefix(r, front, P, s, t);
        int i = Composition.middle(r, front, P, s, t);
        return Index.pair(triple(p, P, Index.right(r, t), t, i, s, front), front, Index.right(o, Q), Q);
    }

    /** What {@code exchanged} stands for. */
    /*@ public normal_behavior
      @   ensures exchanged(o, s, t, Q) == ((o / Q / t / s * t + o / Q % t) * s + o / Q / t % s) * Q + o % Q;
      @   assignable \strictly_nothing;
      @*/
    public static void place(int o, int s, int t, int Q) {}

    /** The size of the first three slots, in either order. */
    /*@ public normal_behavior
      @   requires 0 <= size && slots(size, P, s, t, Q);
      @   ensures 0 < P && 0 < s && 0 < t && 0 < Q && 0 < \result && \result * Q == size;
      @   ensures Composition.result(\result, P, s, t) && Composition.result(\result, P, t, s);
      @   assignable \strictly_nothing;
      @*/
    public static int front(int size, int P, int s, int t, int Q) {
        part(P, t, s, Q);
        return (int) times(part(P, s, t, Q), t);
    }

    /** The offset of (p, j, i) in shape (P, t, s). */
    /*@ public normal_behavior
      @   requires 0 <= p && p < P && 0 <= j && j < t && 0 <= i && i < s && Composition.result(size, P, t, s);
      @   ensures \result == (p * t + j) * s + i && 0 <= \result && \result < size;
      @   assignable \strictly_nothing;
      @*/
    public static int triple(int p, int P, int j, int t, int i, int s, int size) {
        return Index.pair(Index.pair(p, P, j, t), (int) times(P, t), i, s);
    }

    /** w·x: where w·x·y·z fits in an {@code int}, so do w·x·y and w·x. */
    /*@ public normal_behavior
      @   requires 0 < w && 0 < x && 0 < y && 0 < z && w * x * y * z <= Index.MAX;
      @   ensures \result == w * x && 0 < \result && \result * y <= Index.MAX;
      @   assignable \strictly_nothing;
      @*/
    public static int part(int w, int x, int y, int z) {
        long wx = times(w, x);
        Sign.product(wx, times(y, z) - 1);
        Composition.part((int) wx, y, z);
        return (int) wx;
    }
}
