package org.equicert.reference;

/**
 * Runs a {@link Program}, over the integers and over jets (T.Lem1.1), exactly: what it returns is a run in the sense of the theorems.
 *
 * <p>An {@link ArithmeticException} tells that a cell, or a sum on the way to it, does not fit in a {@code long}.
 */
public final class Evaluation {

    private Evaluation() {}

    /* The first k instructions have written their values. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*, f.constant.*, v.*;
      @ public static model boolean values(Program f, long[] v, \bigint k) {
      @   return (\forall int j; 0 <= j && j < k; v[f.inputs + j] == Program.valueAt(f, v, j));
      @ } @*/

    /* The first k instructions have written their εδ coefficients. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*, f.constant.*, v.*, e.*, d.*, m.*;
      @ public static model boolean hessians(Program f, long[] v, long[] e, long[] d, long[] m, \bigint k) {
      @   return (\forall int j; 0 <= j && j < k; m[f.inputs + j] == Program.hessianAt(f, v, e, d, m, j));
      @ } @*/

    /** What {@code values} stands for, before the first instruction and after the last. */
    /*@ public normal_behavior
      @   requires f.op != null && v.length == f.inputs + f.op.length;
      @   ensures values(f, v, 0) && (values(f, v, f.op.length) ==> Program.value(f, v));
      @   assignable \strictly_nothing;
      @*/
    public static void valuesMean(Program f, long[] v) {}

    /** What {@code hessians} stands for, before the first instruction and after the last. */
    /*@ public normal_behavior
      @   requires f.op != null && v.length == f.inputs + f.op.length;
      @   requires e.length == v.length && d.length == v.length && m.length == v.length;
      @   ensures hessians(f, v, e, d, m, 0);
      @   ensures hessians(f, v, e, d, m, f.op.length) ==> Program.hessian(f, v, e, d, m);
      @   assignable \strictly_nothing;
      @*/
    public static void hessiansMean(Program f, long[] v, long[] e, long[] d, long[] m) {}

    /** f(x), with every cell on the way. */
    /*@ public behavior
      @   requires Program.formed(f) && x.length == f.inputs && Exact.longs(x);
      @   ensures \fresh(\result) && Program.value(f, \result) && Vector.same(\result, 0, x, 0, f.inputs);
      @   ensures Exact.longs(\result);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static long[] value(Program f, long[] x) {
        Program.sizes(f);
        long[] v = padded(x, f.inputs + f.op.length);
        valuesMean(f, v);
        /*@ loop_invariant 0 <= i && i <= f.op.length && Exact.longs(v) && Vector.same(v, 0, x, 0, f.inputs);
          @ loop_invariant values(f, v, i);
          @ assignable v[*];
          @ decreases f.op.length - i;
          @*/
        for (int i = 0; i < f.op.length; i++) {
            writeValue(f, v, x, i);
        }
        valuesMean(f, v);
        return v;
    }

    /** The εδ coefficients with inputs w, where v are the values, e the ε and d the δ coefficients: ∇²f[e, d] for w = 0. */
    /*@ public behavior
      @   requires Program.formed(f) && w.length == f.inputs && v.length == f.inputs + f.op.length;
      @   requires e.length == v.length && d.length == v.length;
      @   requires Exact.longs(v) && Exact.longs(e) && Exact.longs(d) && Exact.longs(w);
      @   ensures \fresh(\result) && Program.hessian(f, v, e, d, \result) && Vector.same(\result, 0, w, 0, f.inputs);
      @   ensures Exact.longs(\result);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static long[] hessian(Program f, long[] v, long[] e, long[] d, long[] w) {
        Program.sizes(f);
        long[] m = padded(w, f.inputs + f.op.length);
        hessiansMean(f, v, e, d, m);
        /*@ loop_invariant 0 <= i && i <= f.op.length && Exact.longs(m) && Vector.same(m, 0, w, 0, f.inputs);
          @ loop_invariant hessians(f, v, e, d, m, i);
          @ assignable m[*];
          @ decreases f.op.length - i;
          @*/
        for (int i = 0; i < f.op.length; i++) {
            writeHessian(f, v, e, d, m, w, i);
        }
        hessiansMean(f, v, e, d, m);
        return m;
    }

    /** ∇f[u], with every cell on the way, where v are the values: an εδ coefficient with e = d = 0. */
    /*@ public behavior
      @   requires Program.formed(f) && u.length == f.inputs && v.length == f.inputs + f.op.length;
      @   requires Exact.longs(v) && Exact.longs(u);
      @   ensures \fresh(\result) && Program.gradient(f, v, \result) && Vector.same(\result, 0, u, 0, f.inputs);
      @   ensures Exact.longs(\result);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static long[] gradient(Program f, long[] v, long[] u) {
        Program.sizes(f);
        long[] o = zeros(v.length);
        long[] e = hessian(f, v, o, o, u);
        Program.hessianCells(f, v, o, o, e);
        Derivative.degenerate(f, v, o, o, e);
        return e;
    }

    /** Whether v are the cells of f: decides T.Lem1.1. */
    /*@ public behavior
      @   requires Program.formed(f) && Exact.longs(v);
      @   ensures \result <==> Program.value(f, v);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean isValue(Program f, long[] v) {
        Program.sizes(f);
        Program.valueMeans(f, v);
        if (v.length != f.inputs + f.op.length) {
            return false;
        }
        /*@ loop_invariant 0 <= i && i <= f.op.length;
          @ loop_invariant (\forall int j; 0 <= j && j < i; v[f.inputs + j] == \old(Program.valueAt(f, v, j)));
          @ assignable \nothing;
          @ decreases f.op.length - i;
          @*/
        for (int i = 0; i < f.op.length; i++) {
            if (v[f.inputs + i] != valueAt(f, v, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether m are the εδ coefficients of the cells of f: decides symmetry and the chain rule of second order. */
    /*@ public behavior
      @   requires Program.formed(f) && Exact.longs(v) && Exact.longs(e) && Exact.longs(d) && Exact.longs(m);
      @   ensures \result <==> Program.hessian(f, v, e, d, m);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean isHessian(Program f, long[] v, long[] e, long[] d, long[] m) {
        Program.sizes(f);
        Program.hessianMeans(f, v, e, d, m);
        if (v.length != f.inputs + f.op.length
                || e.length != v.length
                || d.length != v.length
                || m.length != v.length) {
            return false;
        }
        /*@ loop_invariant 0 <= i && i <= f.op.length;
          @ loop_invariant (\forall int j; 0 <= j && j < i;
          @   m[f.inputs + j] == \old(Program.hessianAt(f, v, e, d, m, j)));
          @ assignable \nothing;
          @ decreases f.op.length - i;
          @*/
        for (int i = 0; i < f.op.length; i++) {
            if (m[f.inputs + i] != hessianAt(f, v, e, d, m, i)) {
                return false;
            }
        }
        return true;
    }

    /** So many zeros. */
    /*@ public normal_behavior
      @   requires 0 <= n;
      @   ensures \fresh(\result) && \result.length == n && Relation.zero(\result) && Exact.longs(\result);
      @   assignable \nothing;
      @*/
    public static long[] zeros(int n) {
        return new long[n];
    }

    /** x, and zeros after it: n numbers. */
    /*@ public normal_behavior
      @   requires x.length <= n && Exact.longs(x);
      @   ensures \fresh(\result) && \result.length == n;
      @   ensures Vector.same(\result, 0, x, 0, x.length) && Exact.longs(\result);
      @   assignable \nothing;
      @*/
    public static long[] padded(long[] x, int n) {
        long[] v = new long[n];
        /*@ loop_invariant 0 <= j && j <= x.length && Exact.longs(v);
          @ loop_invariant (\forall int k; 0 <= k && k < j; v[k] == x[k]);
          @ assignable v[*];
          @ decreases x.length - j;
          @*/
        for (int j = 0; j < x.length; j++) {
            v[j] = x[j];
        }
        return v;
    }

    /** Runs instruction i; the inputs x stay. */
    /*@ public behavior
      @   requires Program.formed(f) && v.length == f.inputs + f.op.length && v != f.constant && Exact.longs(v);
      @   requires 0 <= i && i < f.op.length && v != x && Vector.same(v, 0, x, 0, f.inputs) && values(f, v, i);
      @   ensures values(f, v, i + 1) && Exact.longs(v) && Vector.same(v, 0, x, 0, f.inputs);
      @   signals_only ArithmeticException;
      @   assignable v[*];
      @*/
    public static void writeValue(Program f, long[] v, long[] x, int i) {
        Program.sizes(f);
        long c = valueAt(f, v, i);
        Program.orders(f, i);
        Exact.unfold(v);
        Vector.unfold(v, 0, x, 0, f.inputs);
        keepValues(f, v, i, c, x);
        Exact.fold(v);
        Vector.fold(v, 0, x, 0, f.inputs);
    }

    /** Writes the cell of instruction i; the inputs x stay. */
    /*@ public normal_behavior
      @   requires f.op != null && f.left != null && f.right != null && f.constant != null && v != f.constant && v != x;
      @   requires 0 <= i && i < f.op.length && 0 <= f.inputs && f.constant.length == f.op.length;
      @   requires f.left.length == f.op.length && f.right.length == f.op.length && f.inputs + f.op.length == v.length;
      @   requires (\forall int j; 0 <= j && j <= i; Program.ordered(f, j));
      @   requires values(f, v, i) && c == Program.valueAt(f, v, i);
      @   requires (\forall int j; 0 <= j && j < v.length; Exact.MIN <= v[j] && v[j] <= Exact.MAX);
      @   requires (\forall int j; 0 <= j && j < f.inputs; v[j] == x[j]);
      @   ensures values(f, v, i + 1);
      @   ensures (\forall int j; 0 <= j && j < v.length; Exact.MIN <= v[j] && v[j] <= Exact.MAX);
      @   ensures (\forall int j; 0 <= j && j < f.inputs; v[j] == x[j]);
      @   assignable v[*];
      @*/
    public static void keepValues(Program f, long[] v, int i, long c, long[] x) {
        extendValues(f, v, i, c);
    }

    /** Writes the cell of instruction i, which no instruction before it reads. */
    /*@ public normal_behavior
      @   requires f.op != null && f.left != null && f.right != null && f.constant != null && v != f.constant;
      @   requires 0 <= i && i < f.op.length && 0 <= f.inputs && f.constant.length == f.op.length;
      @   requires f.left.length == f.op.length && f.right.length == f.op.length && f.inputs + f.op.length == v.length;
      @   requires (\forall int j; 0 <= j && j <= i; Program.ordered(f, j));
      @   requires values(f, v, i) && c == Program.valueAt(f, v, i);
      @   ensures values(f, v, i + 1) && v[f.inputs + i] == c;
      @   assignable v[f.inputs + i];
      @*/
    public static void extendValues(Program f, long[] v, int i, long c) {
        v[f.inputs + i] = c;
    }

    /** What instruction i computes. */
    /*@ public behavior
      @   requires Program.formed(f) && v.length == f.inputs + f.op.length && Exact.longs(v);
      @   requires 0 <= i && i < f.op.length;
      @   ensures \result == \old(Program.valueAt(f, v, i));
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static long valueAt(Program f, long[] v, int i) {
        Program.sizes(f);
        Program.operands(f, i);
        if (f.op[i] == Program.CONSTANT) {
            return f.constant[i];
        }
        long a = v[f.left[i]];
        long b = v[f.right[i]];
        return f.op[i] == Program.ADD ? Exact.add(a, b) : Exact.mul(a, b);
    }

    /** Runs instruction i; the inputs w stay. */
    /*@ public behavior
      @   requires Program.formed(f) && v.length == f.inputs + f.op.length && m.length == v.length;
      @   requires m != w && Vector.same(m, 0, w, 0, f.inputs);
      @   requires e.length == v.length && d.length == v.length && m != f.constant && m != v && m != e && m != d;
      @   requires Exact.longs(v) && Exact.longs(e) && Exact.longs(d) && Exact.longs(m) && 0 <= i && i < f.op.length;
      @   requires hessians(f, v, e, d, m, i);
      @   ensures hessians(f, v, e, d, m, i + 1) && Exact.longs(m) && Vector.same(m, 0, w, 0, f.inputs);
      @   signals_only ArithmeticException;
      @   assignable m[*];
      @*/
    public static void writeHessian(Program f, long[] v, long[] e, long[] d, long[] m, long[] w, int i) {
        Program.sizes(f);
        long c = hessianAt(f, v, e, d, m, i);
        Program.orders(f, i);
        Exact.unfold(m);
        Vector.unfold(m, 0, w, 0, f.inputs);
        keepHessians(f, v, e, d, m, i, c, w);
        Exact.fold(m);
        Vector.fold(m, 0, w, 0, f.inputs);
    }

    /** Writes the cell of instruction i; the inputs w stay. */
    /*@ public normal_behavior
      @   requires f.op != null && f.left != null && f.right != null && 0 <= i && i < f.op.length && 0 <= f.inputs;
      @   requires f.left.length == f.op.length && f.right.length == f.op.length && f.inputs + f.op.length == m.length;
      @   requires v.length == m.length && e.length == m.length && d.length == m.length;
      @   requires m != v && m != e && m != d && m != w && c == Program.hessianAt(f, v, e, d, m, i);
      @   requires (\forall int j; 0 <= j && j <= i; Program.ordered(f, j)) && hessians(f, v, e, d, m, i);
      @   requires (\forall int j; 0 <= j && j < m.length; Exact.MIN <= m[j] && m[j] <= Exact.MAX);
      @   requires (\forall int j; 0 <= j && j < f.inputs; m[j] == w[j]);
      @   ensures hessians(f, v, e, d, m, i + 1);
      @   ensures (\forall int j; 0 <= j && j < m.length; Exact.MIN <= m[j] && m[j] <= Exact.MAX);
      @   ensures (\forall int j; 0 <= j && j < f.inputs; m[j] == w[j]);
      @   assignable m[*];
      @*/
    public static void keepHessians(Program f, long[] v, long[] e, long[] d, long[] m, int i, long c, long[] w) {
        extendHessians(f, v, e, d, m, i, c);
    }

    /** Writes the cell of instruction i, which no instruction before it reads. */
    /*@ public normal_behavior
      @   requires f.op != null && f.left != null && f.right != null && 0 <= i && i < f.op.length && 0 <= f.inputs;
      @   requires f.left.length == f.op.length && f.right.length == f.op.length && f.inputs + f.op.length == m.length;
      @   requires v.length == m.length && e.length == m.length && d.length == m.length;
      @   requires m != v && m != e && m != d && c == Program.hessianAt(f, v, e, d, m, i);
      @   requires (\forall int j; 0 <= j && j <= i; Program.ordered(f, j)) && hessians(f, v, e, d, m, i);
      @   ensures hessians(f, v, e, d, m, i + 1) && m[f.inputs + i] == c;
      @   assignable m[f.inputs + i];
      @*/
    public static void extendHessians(Program f, long[] v, long[] e, long[] d, long[] m, int i, long c) {
        m[f.inputs + i] = c;
    }

    /** What instruction i computes. */
    /*@ public behavior
      @   requires Program.formed(f) && v.length == f.inputs + f.op.length && m.length == v.length;
      @   requires e.length == v.length && d.length == v.length && 0 <= i && i < f.op.length;
      @   requires Exact.longs(v) && Exact.longs(e) && Exact.longs(d) && Exact.longs(m);
      @   ensures \result == \old(Program.hessianAt(f, v, e, d, m, i));
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static long hessianAt(Program f, long[] v, long[] e, long[] d, long[] m, int i) {
        Program.sizes(f);
        Program.operands(f, i);
        Program.hessianIs(f, v, e, d, m, i);
        if (f.op[i] == Program.CONSTANT) {
            return 0;
        }
        int l = f.left[i];
        int r = f.right[i];
        if (f.op[i] == Program.ADD) {
            Exact.entry(m, l);
            Exact.entry(m, r);
            return Exact.add(m[l], m[r]);
        }
        return product(v, e, d, m, l, r);
    }

    /** The εδ coefficient of cell l times cell r. */
    /*@ public behavior
      @   requires Exact.longs(v) && Exact.longs(e) && Exact.longs(d) && Exact.longs(m);
      @   requires e.length == v.length && d.length == v.length && m.length == v.length;
      @   requires 0 <= l && l < v.length && 0 <= r && r < v.length;
      @   ensures \result == \old(v[l] * m[r] + e[l] * d[r] + d[l] * e[r] + m[l] * v[r]);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static long product(long[] v, long[] e, long[] d, long[] m, int l, int r) {
        return Jet.secondOrder(v[l], e[l], d[l], m[l], v[r], e[r], d[r], m[r]);
    }
}
