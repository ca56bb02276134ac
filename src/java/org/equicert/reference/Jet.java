package org.equicert.reference;

/**
 * The nilpotent calculus: jets a + a_ε·ε + a_δ·δ + a_εδ·εδ form the commutative ring Z[ε, δ]/(ε², δ²) (T.Lem1.2), and its
 * product is the product rule of first and second order (T.Lem1.5).
 *
 * <p>A jet is its four coefficients in this order. At x + εu + δv they are f, ∇f[u], ∇f[v] and ∇²f[u, v]; that exchanging
 * ε and δ is an automorphism is the symmetry of second derivatives. Every law is an identity of polynomials.
 */
public final class Jet {

    private Jet() {}

    /* ∇(f·g)[u] = f·∇g[u] + ∇f[u]·g: the ε coefficient of a product, and likewise the δ coefficient. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model \bigint first(\bigint f, \bigint fu, \bigint g, \bigint gu) {
      @   return f * gu + fu * g;
      @ } @*/

    /* ∇²(f·g)[u, v] = f·∇²g[u, v] + ∇f[u]·∇g[v] + ∇f[v]·∇g[u] + ∇²f[u, v]·g: the εδ coefficient. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model \bigint second(\bigint f, \bigint fu, \bigint fv, \bigint fuv,
      @     \bigint g, \bigint gu, \bigint gv, \bigint guv) {
      @   return f * guv + fu * gv + fv * gu + fuv * g;
      @ } @*/

    /* c = a + b. */
    /*@ public model_behavior
      @   requires true;
      @   accessible c.*, a.*, b.*;
      @ public static model boolean sum(long[] c, long[] a, long[] b) {
      @   return c.length == 4 && a.length == 4 && b.length == 4 && c[0] == a[0] + b[0] && c[1] == a[1] + b[1]
      @     && c[2] == a[2] + b[2] && c[3] == a[3] + b[3];
      @ } @*/

    /* c = a·b. */
    /*@ public model_behavior
      @   requires true;
      @   accessible c.*, a.*, b.*;
      @ public static model boolean product(long[] c, long[] a, long[] b) {
      @   return c.length == 4 && a.length == 4 && b.length == 4 && c[0] == a[0] * b[0]
      @     && c[1] == first(a[0], a[1], b[0], b[1]) && c[2] == first(a[0], a[2], b[0], b[2])
      @     && c[3] == second(a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3]);
      @ } @*/

    /* c = q + w·ε + x·δ + y·εδ. */
    /*@ public model_behavior
      @   requires true;
      @   accessible c.*;
      @ public static model boolean jet(long[] c, \bigint q, \bigint w, \bigint x, \bigint y) {
      @   return c.length == 4 && c[0] == q && c[1] == w && c[2] == x && c[3] == y;
      @ } @*/

    /* b is a with ε and δ exchanged. */
    /*@ public model_behavior
      @   requires true;
      @   accessible b.*, a.*;
      @ public static model boolean exchanged(long[] b, long[] a) {
      @   return a.length == 4 && jet(b, a[0], a[2], a[1], a[3]);
      @ } @*/

    /** f·∇g[u] + ∇f[u]·g. */
    /*@ public behavior
      @   ensures \result == first(f, fu, g, gu);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e)
      @     !Exact.fits(f * gu) || !Exact.fits(fu * g) || !Exact.fits(f * gu + fu * g);
      @   assignable \nothing;
      @*/
    public static long firstOrder(long f, long fu, long g, long gu) {
        return Exact.fma(Exact.mul(f, gu), fu, g);
    }

    /** f·∇²g[u, v] + ∇f[u]·∇g[v] + ∇f[v]·∇g[u] + ∇²f[u, v]·g, summed in this order. */
    /*@ public behavior
      @   ensures \result == second(f, fu, fv, fuv, g, gu, gv, guv);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) !Exact.fits(f * guv)
      @     || !Exact.fits(fu * gv) || !Exact.fits(f * guv + fu * gv)
      @     || !Exact.fits(fv * gu) || !Exact.fits(f * guv + fu * gv + fv * gu)
      @     || !Exact.fits(fuv * g) || !Exact.fits(f * guv + fu * gv + fv * gu + fuv * g);
      @   assignable \nothing;
      @*/
    public static long secondOrder(long f, long fu, long fv, long fuv, long g, long gu, long gv, long guv) {
        return Exact.fma(Exact.fma(Exact.fma(Exact.mul(f, guv), fu, gv), fv, gu), fuv, g);
    }

    /** a + b. */
    /*@ public behavior
      @   requires a.length == 4 && b.length == 4 && Exact.longs(a) && Exact.longs(b);
      @   ensures \fresh(\result) && sum(\result, a, b) && Exact.longs(\result);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) (\exists int i; 0 <= i && i < 4; \old(!Exact.fits(a[i] + b[i])));
      @   assignable \nothing;
      @*/
    public static long[] add(long[] a, long[] b) {
        long c0 = Exact.add(a[0], b[0]);
        long c1 = Exact.add(a[1], b[1]);
        long c2 = Exact.add(a[2], b[2]);
        return of(c0, c1, c2, Exact.add(a[3], b[3]));
    }

    /** a·b. */
    /*@ public behavior
      @   requires a.length == 4 && b.length == 4 && Exact.longs(a) && Exact.longs(b);
      @   ensures \fresh(\result) && product(\result, a, b) && Exact.longs(\result);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static long[] multiply(long[] a, long[] b) {
        long c0 = Exact.mul(a[0], b[0]);
        long c1 = firstOrder(a[0], a[1], b[0], b[1]);
        long c2 = firstOrder(a[0], a[2], b[0], b[2]);
        return of(c0, c1, c2, secondOrder(a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3]));
    }

    /** q + w·ε + x·δ + y·εδ. */
    /*@ public normal_behavior
      @   ensures \fresh(\result) && jet(\result, q, w, x, y) && Exact.longs(\result);
      @   assignable \nothing;
      @*/
    public static long[] of(long q, long w, long x, long y) {
        long[] c = new long[4];
        c[0] = q;
        c[1] = w;
        c[2] = x;
        c[3] = y;
        return c;
    }

    /** T.Lem1.5 product rule: of h = f·g the coefficients are value, first and second derivative. */
    /*@ public normal_behavior
      @   requires product(h, f, g);
      @   ensures h[0] == f[0] * g[0] && h[1] == f[0] * g[1] + f[1] * g[0] && h[2] == f[0] * g[2] + f[2] * g[0];
      @   ensures h[3] == f[0] * g[3] + f[1] * g[2] + f[2] * g[1] + f[3] * g[0];
      @   assignable \strictly_nothing;
      @*/
    public static void productRule(long[] h, long[] f, long[] g) {}

    /** ε² = δ² = 0, and ε·δ is the fourth basis element. */
    /*@ public normal_behavior
      @   requires jet(e, 0, 1, 0, 0) && jet(d, 0, 0, 1, 0) && product(ee, e, e) && product(dd, d, d) && product(ed, e, d);
      @   ensures jet(ee, 0, 0, 0, 0) && jet(dd, 0, 0, 0, 0) && jet(ed, 0, 0, 0, 1);
      @   assignable \strictly_nothing;
      @*/
    public static void nilpotent(long[] e, long[] d, long[] ee, long[] dd, long[] ed) {}

    /** a + b = b + a. */
    /*@ public normal_behavior
      @   requires sum(c, a, b);
      @   ensures sum(c, b, a);
      @   assignable \strictly_nothing;
      @*/
    public static void sumCommutes(long[] c, long[] a, long[] b) {}

    /** (a + b) + c = a + (b + c). */
    /*@ public normal_behavior
      @   requires sum(ab, a, b) && sum(bc, b, c) && sum(abc, ab, c);
      @   ensures sum(abc, a, bc);
      @   assignable \strictly_nothing;
      @*/
    public static void sumAssociates(long[] abc, long[] ab, long[] bc, long[] a, long[] b, long[] c) {}

    /** a + 0 = a, and a + (−1)·a = 0. */
    /*@ public normal_behavior
      @   requires a.length == 4 && jet(zero, 0, 0, 0, 0) && jet(minus, -1, 0, 0, 0) && product(na, minus, a);
      @   ensures sum(a, a, zero) && sum(zero, a, na);
      @   assignable \strictly_nothing;
      @*/
    public static void opposite(long[] zero, long[] minus, long[] na, long[] a) {}

    /** a·b = b·a. */
    /*@ public normal_behavior
      @   requires product(c, a, b);
      @   ensures product(c, b, a);
      @   assignable \strictly_nothing;
      @*/
    public static void commutes(long[] c, long[] a, long[] b) {}

    /** (a·b)·c = a·(b·c). */
    /*@ public normal_behavior
      @   requires product(ab, a, b) && product(bc, b, c) && product(abc, ab, c);
      @   ensures product(abc, a, bc);
      @   assignable \strictly_nothing;
      @*/
    public static void associates(long[] abc, long[] ab, long[] bc, long[] a, long[] b, long[] c) {}

    /** a·(b + c) = a·b + a·c. */
    /*@ public normal_behavior
      @   requires sum(s, b, c) && product(as, a, s) && product(ab, a, b) && product(ac, a, c);
      @   ensures sum(as, ab, ac);
      @   assignable \strictly_nothing;
      @*/
    public static void distributes(long[] as, long[] ab, long[] ac, long[] a, long[] s, long[] b, long[] c) {}

    /** 1·a = a. */
    /*@ public normal_behavior
      @   requires a.length == 4 && jet(one, 1, 0, 0, 0);
      @   ensures product(a, one, a);
      @   assignable \strictly_nothing;
      @*/
    public static void unit(long[] one, long[] a) {}

    /** Exchanging ε and δ is an automorphism: it respects sums and products, and fixes the integers. */
    /*@ public normal_behavior
      @   requires exchanged(c2, c) && exchanged(a2, a) && exchanged(b2, b);
      @   ensures sum(c, a, b) ==> sum(c2, a2, b2);
      @   ensures product(c, a, b) ==> product(c2, a2, b2);
      @   ensures jet(c, q, 0, 0, 0) ==> jet(c2, q, 0, 0, 0);
      @   ensures exchanged(c, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void automorphism(long[] c2, long[] c, long[] a2, long[] a, long[] b2, long[] b, long q) {}
}
