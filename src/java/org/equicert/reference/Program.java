package org.equicert.reference;

/**
 * Straight-line polynomial programs, run over the integers and over jets (T.Lem1.1, T.Lem1.3).
 *
 * <p>A program has input cells, and instruction i writes the next cell, number inputs + i, from cells before it. Run over
 * Z[ε, δ]/(ε², δ²) each cell holds a {@link Jet}; its coefficients are kept in four arrays v, e, d, m, one entry a cell.
 * Coefficient by coefficient that run says: v is the plain run at x, e is ∇f[u] and depends on v and u alone, d is ∇f[v]
 * likewise, and m is the εδ coefficient, which is ∇²f[u, v] where the inputs are x + εu + δv.
 */
public final class Program {

    /** What an instruction does. */
    public static final int ADD = 0, MULTIPLY = 1, CONSTANT = 2;

    /*@ spec_public @*/ final int inputs;
    /*@ spec_public @*/ final int[] op;
    /*@ spec_public @*/ final int[] left;
    /*@ spec_public @*/ final int[] right;
    /*@ spec_public @*/ final long[] constant;

    /** Keeps the arrays. */
    /*@ public normal_behavior
      @   ensures this.inputs == inputs && this.op == op && this.left == left && this.right == right;
      @   ensures this.constant == constant;
      @   assignable this.inputs, this.op, this.left, this.right, this.constant;
      @*/
    public Program(int inputs, int[] op, int[] left, int[] right, long[] constant) {
        this.inputs = inputs;
        this.op = op;
        this.left = left;
        this.right = right;
        this.constant = constant;
    }

    /* Instruction i is a constant, or reads two cells before its own. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*;
      @ public static model boolean ordered(Program f, \bigint i) {
      @   return f.op[i] == CONSTANT || ((f.op[i] == ADD || f.op[i] == MULTIPLY)
      @     && 0 <= f.left[i] && f.left[i] < f.inputs + i && 0 <= f.right[i] && f.right[i] < f.inputs + i);
      @ } @*/

    /* f is a program. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*, f.constant.*;
      @ public static model boolean formed(Program f) {
      @   return f.op != null && f.left != null && f.right != null && f.constant != null
      @     && 0 <= f.inputs && f.inputs + f.op.length <= Index.MAX
      @     && f.left.length == f.op.length && f.right.length == f.op.length && f.constant.length == f.op.length
      @     && Exact.longs(f.constant) && (\forall int i; 0 <= i && i < f.op.length; ordered(f, i));
      @ } @*/

    /* What instruction i computes from the values v. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*, f.constant.*, v.*;
      @ public static model \bigint valueAt(Program f, long[] v, \bigint i) {
      @   return f.op[i] == ADD ? v[f.left[i]] + v[f.right[i]]
      @     : f.op[i] == MULTIPLY ? v[f.left[i]] * v[f.right[i]] : f.constant[i];
      @ } @*/

    /* The ε coefficient of what instruction i computes: v + εe. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*, v.*, e.*;
      @ public static model \bigint gradientAt(Program f, long[] v, long[] e, \bigint i) {
      @   return f.op[i] == ADD ? e[f.left[i]] + e[f.right[i]]
      @     : f.op[i] == MULTIPLY ? Jet.first(v[f.left[i]], e[f.left[i]], v[f.right[i]], e[f.right[i]]) : 0;
      @ } @*/

    /* The εδ coefficient of what instruction i computes: v + εe + δd + εδm. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*, v.*, e.*, d.*, m.*;
      @ public static model \bigint hessianAt(Program f, long[] v, long[] e, long[] d, long[] m, \bigint i) {
      @   return f.op[i] == ADD ? m[f.left[i]] + m[f.right[i]]
      @     : f.op[i] == MULTIPLY ? Jet.second(v[f.left[i]], e[f.left[i]], d[f.left[i]], m[f.left[i]],
      @         v[f.right[i]], e[f.right[i]], d[f.right[i]], m[f.right[i]]) : 0;
      @ } @*/

    /* v are the cells of f, run over the integers. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*, f.constant.*, v.*;
      @ public static model boolean value(Program f, long[] v) {
      @   return v.length == f.inputs + f.op.length
      @     && (\forall int i; 0 <= i && i < f.op.length; v[f.inputs + i] == valueAt(f, v, i));
      @ } @*/

    /* e are the ε coefficients of the cells of f, where v are the values. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*, f.constant.*, v.*, e.*;
      @ public static model boolean gradient(Program f, long[] v, long[] e) {
      @   return v.length == f.inputs + f.op.length && e.length == v.length
      @     && (\forall int i; 0 <= i && i < f.op.length; e[f.inputs + i] == gradientAt(f, v, e, i));
      @ } @*/

    /* m are the εδ coefficients of the cells of f, where v are the values, e the ε and d the δ coefficients. */
    /*@ public model_behavior
      @   requires true;
      @   accessible f.*, f.op.*, f.left.*, f.right.*, f.constant.*, v.*, e.*, d.*, m.*;
      @ public static model boolean hessian(Program f, long[] v, long[] e, long[] d, long[] m) {
      @   return v.length == f.inputs + f.op.length
      @     && e.length == v.length && d.length == v.length && m.length == v.length
      @     && (\forall int i; 0 <= i && i < f.op.length; m[f.inputs + i] == hessianAt(f, v, e, d, m, i));
      @ } @*/

    /** What {@code value} stands for. */
    /*@ public normal_behavior
      @   ensures value(f, v) <==> v.length == f.inputs + f.op.length
      @     && (\forall int j; 0 <= j && j < f.op.length; v[f.inputs + j] == valueAt(f, v, j));
      @   assignable \strictly_nothing;
      @*/
    public static void valueMeans(Program f, long[] v) {}

    /** What {@code gradient} stands for. */
    /*@ public normal_behavior
      @   ensures gradient(f, v, e) <==> v.length == f.inputs + f.op.length && e.length == v.length
      @     && (\forall int j; 0 <= j && j < f.op.length; e[f.inputs + j] == gradientAt(f, v, e, j));
      @   assignable \strictly_nothing;
      @*/
    public static void gradientMeans(Program f, long[] v, long[] e) {}

    /** What {@code hessian} stands for. */
    /*@ public normal_behavior
      @   ensures hessian(f, v, e, d, m) <==> v.length == f.inputs + f.op.length
      @     && e.length == v.length && d.length == v.length && m.length == v.length
      @     && (\forall int j; 0 <= j && j < f.op.length;
      @          m[f.inputs + j] == hessianAt(f, v, e, d, m, j));
      @   assignable \strictly_nothing;
      @*/
    public static void hessianMeans(Program f, long[] v, long[] e, long[] d, long[] m) {}

    /** What {@code formed} says of the whole. */
    /*@ public normal_behavior
      @   requires formed(f);
      @   ensures f.op != null && f.left != null && f.right != null && f.constant != null;
      @   ensures 0 <= f.inputs && f.inputs + f.op.length <= Index.MAX;
      @   ensures f.left.length == f.op.length && f.right.length == f.op.length && f.constant.length == f.op.length;
      @   assignable \strictly_nothing;
      @*/
    public static void sizes(Program f) {}

    /** What {@code formed} says of the instructions up to the i-th. */
    /*@ public normal_behavior
      @   requires formed(f) && i < f.op.length;
      @   ensures (\forall int j; 0 <= j && j <= i; ordered(f, j));
      @   assignable \strictly_nothing;
      @*/
    public static void orders(Program f, int i) {}

    /** What {@code formed} says of instruction i. */
    /*@ public normal_behavior
      @   requires formed(f) && 0 <= i && i < f.op.length;
      @   ensures f.op[i] == CONSTANT || f.op[i] == ADD || f.op[i] == MULTIPLY;
      @   ensures f.op[i] != CONSTANT ==> 0 <= f.left[i] && f.left[i] < f.inputs + i;
      @   ensures f.op[i] != CONSTANT ==> 0 <= f.right[i] && f.right[i] < f.inputs + i;
      @   ensures Exact.MIN <= f.constant[i] && f.constant[i] <= Exact.MAX;
      @   assignable \strictly_nothing;
      @*/
    public static void operands(Program f, int i) {}

    /** Cell inputs + i of a run. */
    /*@ public normal_behavior
      @   requires value(f, v) && 0 <= i && i < f.op.length;
      @   ensures v.length == f.inputs + f.op.length;
      @   ensures v[f.inputs + i] == valueAt(f, v, i);
      @   assignable \strictly_nothing;
      @*/
    public static void valueOf(Program f, long[] v, int i) {}

    /** Its ε coefficient. */
    /*@ public normal_behavior
      @   requires gradient(f, v, e) && 0 <= i && i < f.op.length;
      @   ensures v.length == f.inputs + f.op.length && e.length == v.length;
      @   ensures e[f.inputs + i] == gradientAt(f, v, e, i);
      @   assignable \strictly_nothing;
      @*/
    public static void gradientOf(Program f, long[] v, long[] e, int i) {}

    /** Its εδ coefficient. */
    /*@ public normal_behavior
      @   requires hessian(f, v, e, d, m) && 0 <= i && i < f.op.length;
      @   ensures v.length == f.inputs + f.op.length;
      @   ensures e.length == v.length && d.length == v.length && m.length == v.length;
      @   ensures m[f.inputs + i] == hessianAt(f, v, e, d, m, i);
      @   assignable \strictly_nothing;
      @*/
    public static void hessianOf(Program f, long[] v, long[] e, long[] d, long[] m, int i) {}

    /** What instruction i computes, over the integers. */
    /*@ public normal_behavior
      @   ensures valueAt(f, v, i) == (f.op[i] == ADD ? v[f.left[i]] + v[f.right[i]]
      @     : f.op[i] == MULTIPLY ? v[f.left[i]] * v[f.right[i]] : f.constant[i]);
      @   assignable \strictly_nothing;
      @*/
    public static void valueIs(Program f, long[] v, int i) {}

    /** Its ε coefficient. */
    /*@ public normal_behavior
      @   ensures gradientAt(f, v, e, i) == (f.op[i] == ADD ? e[f.left[i]] + e[f.right[i]] : f.op[i] == MULTIPLY
      @     ? v[f.left[i]] * e[f.right[i]] + e[f.left[i]] * v[f.right[i]] : 0);
      @   assignable \strictly_nothing;
      @*/
    public static void gradientIs(Program f, long[] v, long[] e, int i) {}

    /** Its εδ coefficient. */
    /*@ public normal_behavior
      @   ensures hessianAt(f, v, e, d, m, i) == (f.op[i] == ADD ? m[f.left[i]] + m[f.right[i]] : f.op[i] == MULTIPLY
      @     ? v[f.left[i]] * m[f.right[i]] + e[f.left[i]] * d[f.right[i]]
      @       + d[f.left[i]] * e[f.right[i]] + m[f.left[i]] * v[f.right[i]] : 0);
      @   assignable \strictly_nothing;
      @*/
    public static void hessianIs(Program f, long[] v, long[] e, long[] d, long[] m, int i) {}

    /** T.Lem1.1: a program is a function. Runs with the same inputs are the same. */
    /*@ public normal_behavior
      @   requires formed(f) && value(f, v) && value(f, w) && Vector.same(v, 0, w, 0, f.inputs);
      @   ensures Vector.same(v, 0, w, 0, v.length) && w.length == v.length;
      @   assignable \strictly_nothing;
      @*/
    public static void determined(Program f, long[] v, long[] w) {
        valueCells(f, v);
        valueCells(f, w);
        sizes(f);
        /*@ loop_invariant 0 <= i && i <= f.op.length && Vector.same(v, 0, w, 0, f.inputs + i);
          @ assignable \strictly_nothing;
          @ decreases f.op.length - i;
          @*/
        for (int i = 0; i < f.op.length; i++) {
            operands(f, i);
            valueOf(f, v, i);
            valueOf(f, w, i);
            valueIs(f, v, i);
            valueIs(f, w, i);
            if (f.op[i] != CONSTANT) {
                agree(v, w, f.inputs + i, f.left[i]);
                agree(v, w, f.inputs + i, f.right[i]);
            }
            extend(v, w, f.inputs + i);
        }
    }

    /** A run has all cells. */
    /*@ public normal_behavior
      @   requires value(f, v);
      @   ensures v.length == f.inputs + f.op.length;
      @   assignable \strictly_nothing;
      @*/
    public static void valueCells(Program f, long[] v) {}

    /** So is a run's ε coefficient. */
    /*@ public normal_behavior
      @   requires gradient(f, v, e);
      @   ensures v.length == f.inputs + f.op.length && e.length == v.length;
      @   assignable \strictly_nothing;
      @*/
    public static void gradientCells(Program f, long[] v, long[] e) {}

    /** And its εδ coefficient. */
    /*@ public normal_behavior
      @   requires hessian(f, v, e, d, m);
      @   ensures v.length == f.inputs + f.op.length;
      @   ensures e.length == v.length && d.length == v.length && m.length == v.length;
      @   assignable \strictly_nothing;
      @*/
    public static void hessianCells(Program f, long[] v, long[] e, long[] d, long[] m) {}

    /** Cells that are the same. */
    /*@ public normal_behavior
      @   requires Vector.same(v, 0, w, 0, k) && 0 <= j && j < k;
      @   ensures v[j] == w[j];
      @   assignable \strictly_nothing;
      @*/
    public static void agree(long[] v, long[] w, int k, int j) {}

    /** One more. */
    /*@ public normal_behavior
      @   requires Vector.same(v, 0, w, 0, k) && 0 <= k && v[k] == w[k];
      @   ensures Vector.same(v, 0, w, 0, k + 1);
      @   assignable \strictly_nothing;
      @*/
    public static void extend(long[] v, long[] w, int k) {}
}
