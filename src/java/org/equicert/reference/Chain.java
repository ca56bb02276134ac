package org.equicert.reference;

/**
 * T.Lem1.1 and T.Lem1.4, the chain rule: running g, then F on g's outputs, is running one program F ∘ g, over the
 * integers and over jets. So the jets of F ∘ g are the jets of F at the jets of g.
 *
 * <p>Read off by coefficient: (F ∘ g)(x) = F(g(x)); ∇(F ∘ g)(x)[u] = ∇F(g(x))[∇g(x)[u]]; and the εδ coefficient of F at
 * (g(x), ∇g[u], ∇g[v], ∇²g[u, v]), which {@link Derivative#split} takes apart. It holds instruction by instruction.
 */
public final class Chain {

    private Chain() {}

    /* The cell of F ∘ g that is cell j of F: an output of g for an input of F, and one beyond g's cells for the others. */
    /*@ public model_behavior
      @   requires true;
      @   accessible g.*, F.*, out.*;
      @ public static model \bigint place(Program g, Program F, int[] out, \bigint j) {
      @   return j < F.inputs ? out[j] : g.inputs + g.op.length + (j - F.inputs);
      @ } @*/

    /* Instruction i of g stands at the same place in F ∘ g. */
    /*@ public model_behavior
      @   requires true;
      @   accessible h.*, h.op.*, h.left.*, h.right.*, h.constant.*, g.*, g.op.*, g.left.*, g.right.*, g.constant.*;
      @ public static model boolean kept(Program h, Program g, \bigint i) {
      @   return h.op[i] == g.op[i] && h.constant[i] == g.constant[i]
      @     && h.left[i] == g.left[i] && h.right[i] == g.right[i];
      @ } @*/

    /* Instruction i of F stands beyond those of g, and reads its operands at their places. */
    /*@ public model_behavior
      @   requires true;
      @   accessible h.*, h.op.*, h.left.*, h.right.*, h.constant.*, g.*, F.*, F.op.*, F.left.*, F.right.*, F.constant.*,
      @     out.*;
      @ public static model boolean moved(Program h, Program g, Program F, int[] out, \bigint i) {
      @   return h.op[g.op.length + i] == F.op[i] && h.constant[g.op.length + i] == F.constant[i]
      @     && (F.op[i] != Program.CONSTANT ==> h.left[g.op.length + i] == place(g, F, out, F.left[i])
      @          && h.right[g.op.length + i] == place(g, F, out, F.right[i]));
      @ } @*/

    /* h is F ∘ g: g's instructions, then those of F, whose j-th input is cell out[j] of g. */
    /*@ public model_behavior
      @   requires true;
      @ public static model boolean concatenation(Program h, Program g, Program F, int[] out) {
      @   return h.inputs == g.inputs && h.op.length == g.op.length + F.op.length && out.length == F.inputs
      @     && (\forall int j; 0 <= j && j < out.length; 0 <= out[j] && out[j] < g.inputs + g.op.length)
      @     && (\forall int i; 0 <= i && i < g.op.length; kept(h, g, i))
      @     && (\forall int i; 0 <= i && i < F.op.length; moved(h, g, F, out, i));
      @ } @*/

    /* c holds the cells a of g, then those of b beyond F's inputs; F's inputs are outputs of g. */
    /*@ public model_behavior
      @   requires true;
      @   accessible c.*, a.*, b.*, g.*, F.*, out.*;
      @ public static model boolean joined(long[] c, long[] a, long[] b, Program g, Program F, int[] out) {
      @   return a.length == g.inputs + g.op.length && b.length == F.inputs + F.op.length
      @     && c.length == a.length + F.op.length && (\forall int j; 0 <= j && j < a.length; c[j] == a[j])
      @     && (\forall int j; 0 <= j && j < b.length; b[j] == c[place(g, F, out, j)]);
      @ } @*/

    /** The lengths. */
    /*@ public normal_behavior
      @   requires concatenation(h, g, F, out);
      @   ensures h.inputs == g.inputs && h.op.length == g.op.length + F.op.length;
      @   assignable \strictly_nothing;
      @*/
    public static void sizes(Program h, Program g, Program F, int[] out) {}

    /** Instruction i of F ∘ g is that of g. */
    /*@ public normal_behavior
      @   requires concatenation(h, g, F, out) && 0 <= i && i < g.op.length;
      @   ensures h.op[i] == g.op[i] && h.constant[i] == g.constant[i];
      @   ensures h.left[i] == g.left[i] && h.right[i] == g.right[i];
      @   assignable \strictly_nothing;
      @*/
    public static void front(Program h, Program g, Program F, int[] out, int i) {}

    /** Beyond g's instructions there are those of F. */
    /*@ public normal_behavior
      @   requires concatenation(h, g, F, out) && 0 <= i && i < F.op.length;
      @   ensures h.op[g.op.length + i] == F.op[i] && h.constant[g.op.length + i] == F.constant[i];
      @   ensures F.op[i] != Program.CONSTANT ==> h.left[g.op.length + i] == place(g, F, out, F.left[i])
      @     && h.right[g.op.length + i] == place(g, F, out, F.right[i]);
      @   assignable \strictly_nothing;
      @*/
    public static void back(Program h, Program g, Program F, int[] out, int i) {}

    /** A cell of g is the same cell of F ∘ g. */
    /*@ public normal_behavior
      @   requires joined(c, a, b, g, F, out) && 0 <= j && j < g.inputs + g.op.length;
      @   ensures c[j] == a[j];
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] c, long[] a, long[] b, Program g, Program F, int[] out, int j) {}

    /** A cell of F is found at its place. */
    /*@ public normal_behavior
      @   requires joined(c, a, b, g, F, out) && 0 <= j && j < F.inputs + F.op.length;
      @   ensures b[j] == c[place(g, F, out, j)];
      @   ensures F.inputs <= j ==> b[j] == c[g.inputs + g.op.length + (j - F.inputs)];
      @   assignable \strictly_nothing;
      @*/
    public static void then(long[] c, long[] a, long[] b, Program g, Program F, int[] out, int j) {}

    /** How many cells there are. */
    /*@ public normal_behavior
      @   requires joined(c, a, b, g, F, out);
      @   ensures a.length == g.inputs + g.op.length && b.length == F.inputs + F.op.length;
      @   ensures c.length == a.length + F.op.length;
      @   assignable \strictly_nothing;
      @*/
    public static void lengths(long[] c, long[] a, long[] b, Program g, Program F, int[] out) {}

    /** Instruction i of g does in F ∘ g what it does in g, to the same operands. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && concatenation(h, g, F, out) && joined(c, a, b, g, F, out);
      @   requires 0 <= i && i < g.op.length;
      @   ensures h.op[i] == g.op[i] && h.constant[i] == g.constant[i] && c[h.inputs + i] == a[g.inputs + i];
      @   ensures g.op[i] != Program.CONSTANT ==> a[g.left[i]] == c[h.left[i]] && a[g.right[i]] == c[h.right[i]];
      @   assignable \strictly_nothing;
      @*/
    public static void ahead(long[] c, long[] a, long[] b, Program h, Program g, Program F, int[] out, int i) {
        Program.sizes(h);
        Program.sizes(g);
        sizes(h, g, F, out);
        Program.operands(g, i);
        front(h, g, F, out, i);
        first(c, a, b, g, F, out, g.inputs + i);
        if (g.op[i] != Program.CONSTANT) {
            first(c, a, b, g, F, out, g.left[i]);
            first(c, a, b, g, F, out, g.right[i]);
        }
    }

    /** Instruction i of F does in F ∘ g what it does in F, to operands that are the same. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && Program.formed(F);
      @   requires concatenation(h, g, F, out) && joined(c, a, b, g, F, out) && 0 <= i && i < F.op.length;
      @   ensures h.op[g.op.length + i] == F.op[i] && h.constant[g.op.length + i] == F.constant[i];
      @   ensures c[h.inputs + g.op.length + i] == b[F.inputs + i];
      @   ensures F.op[i] != Program.CONSTANT
      @     ==> b[F.left[i]] == c[h.left[g.op.length + i]] && b[F.right[i]] == c[h.right[g.op.length + i]];
      @   assignable \strictly_nothing;
      @*/
    public static void behind(long[] c, long[] a, long[] b, Program h, Program g, Program F, int[] out, int i) {
        Program.sizes(h);
        Program.sizes(g);
        Program.sizes(F);
        sizes(h, g, F, out);
        Program.operands(F, i);
        back(h, g, F, out, i);
        then(c, a, b, g, F, out, F.inputs + i);
        if (F.op[i] != Program.CONSTANT) {
            then(c, a, b, g, F, out, F.left[i]);
            then(c, a, b, g, F, out, F.right[i]);
        }
    }

    /** T.Lem1.1: (F ∘ g)(x) = F(g(x)). */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && Program.formed(F) && concatenation(h, g, F, out);
      @   requires joined(c, a, b, g, F, out);
      @   requires Program.value(g, a) && Program.value(F, b);
      @   ensures Program.value(h, c);
      @   assignable \strictly_nothing;
      @*/
    public static void value(Program h, Program g, Program F, int[] out, long[] c, long[] a, long[] b) {
        sizes(h, g, F, out);
        Program.valueCells(g, a);
        Program.valueCells(F, b);
        Program.sizes(h);
        Program.sizes(g);
        Program.sizes(F);
        lengths(c, a, b, g, F, out);
        /*@ loop_invariant 0 <= i && i <= g.op.length;
          @ loop_invariant (\forall int q; 0 <= q && q < i; c[h.inputs + q] == Program.valueAt(h, c, q));
          @ assignable \strictly_nothing;
          @ decreases g.op.length - i;
          @*/
        for (int i = 0; i < g.op.length; i++) {
            valueFront(h, g, F, out, c, a, b, i);
        }
        /*@ loop_invariant 0 <= k && k <= F.op.length;
          @ loop_invariant (\forall int q; 0 <= q && q < g.op.length + k; c[h.inputs + q] == Program.valueAt(h, c, q));
          @ assignable \strictly_nothing;
          @ decreases F.op.length - k;
          @*/
        for (int k = 0; k < F.op.length; k++) {
            valueBack(h, g, F, out, c, a, b, k);
        }
        Program.valueMeans(h, c);
    }

    /** In g's instructions. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && concatenation(h, g, F, out);
      @   requires Program.value(g, a) && 0 <= i && i < g.op.length;
      @   requires joined(c, a, b, g, F, out);
      @   ensures c[h.inputs + i] == Program.valueAt(h, c, i);
      @   assignable \strictly_nothing;
      @*/
    public static void valueFront(Program h, Program g, Program F, int[] out, long[] c, long[] a, long[] b, int i) {
        ahead(c, a, b, h, g, F, out, i);
        Program.valueOf(g, a, i);
        sameValue(g, a, i, h, c, i);
    }

    /** In those of F. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && Program.formed(F) && concatenation(h, g, F, out);
      @   requires Program.value(F, b) && 0 <= i && i < F.op.length;
      @   requires joined(c, a, b, g, F, out);
      @   ensures c[h.inputs + g.op.length + i] == Program.valueAt(h, c, g.op.length + i);
      @   assignable \strictly_nothing;
      @*/
    public static void valueBack(Program h, Program g, Program F, int[] out, long[] c, long[] a, long[] b, int i) {
        Program.sizes(g);
        Program.sizes(h);
        sizes(h, g, F, out);
        behind(c, a, b, h, g, F, out, i);
        Program.valueOf(F, b, i);
        sameValue(F, b, i, h, c, g.op.length + i);
    }

    /** T.Lem1.4: ∇(F ∘ g)(x)[u] = ∇F(g(x))[∇g(x)[u]]. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && Program.formed(F) && concatenation(h, g, F, out);
      @   requires joined(cv, av, bv, g, F, out);
      @   requires joined(ce, ae, be, g, F, out);
      @   requires Program.gradient(g, av, ae) && Program.gradient(F, bv, be);
      @   ensures Program.gradient(h, cv, ce);
      @   assignable \strictly_nothing;
      @*/
    public static void gradient(Program h, Program g, Program F, int[] out, long[] cv, long[] av, long[] bv, long[] ce,
            long[] ae, long[] be) {
        sizes(h, g, F, out);
        Program.gradientCells(g, av, ae);
        Program.gradientCells(F, bv, be);
        Program.sizes(h);
        Program.sizes(g);
        Program.sizes(F);
        lengths(cv, av, bv, g, F, out);
        lengths(ce, ae, be, g, F, out);
        /*@ loop_invariant 0 <= i && i <= g.op.length;
          @ loop_invariant (\forall int q; 0 <= q && q < i; ce[h.inputs + q] == Program.gradientAt(h, cv, ce, q));
          @ assignable \strictly_nothing;
          @ decreases g.op.length - i;
          @*/
        for (int i = 0; i < g.op.length; i++) {
            gradientFront(h, g, F, out, cv, av, bv, ce, ae, be, i);
        }
        /*@ loop_invariant 0 <= k && k <= F.op.length;
          @ loop_invariant (\forall int q; 0 <= q && q < g.op.length + k;
          @   ce[h.inputs + q] == Program.gradientAt(h, cv, ce, q));
          @ assignable \strictly_nothing;
          @ decreases F.op.length - k;
          @*/
        for (int k = 0; k < F.op.length; k++) {
            gradientBack(h, g, F, out, cv, av, bv, ce, ae, be, k);
        }
        Program.gradientMeans(h, cv, ce);
    }

    /** In g's instructions. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && concatenation(h, g, F, out);
      @   requires Program.gradient(g, av, ae) && 0 <= i && i < g.op.length;
      @   requires joined(cv, av, bv, g, F, out);
      @   requires joined(ce, ae, be, g, F, out);
      @   ensures ce[h.inputs + i] == Program.gradientAt(h, cv, ce, i);
      @   assignable \strictly_nothing;
      @*/
    public static void gradientFront(Program h, Program g, Program F, int[] out, long[] cv, long[] av, long[] bv,
            long[] ce, long[] ae, long[] be, int i) {
        ahead(cv, av, bv, h, g, F, out, i);
        ahead(ce, ae, be, h, g, F, out, i);
        Program.gradientOf(g, av, ae, i);
        sameGradient(g, av, ae, i, h, cv, ce, i);
    }

    /** In those of F. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && Program.formed(F) && concatenation(h, g, F, out);
      @   requires Program.gradient(F, bv, be) && 0 <= i && i < F.op.length;
      @   requires joined(cv, av, bv, g, F, out);
      @   requires joined(ce, ae, be, g, F, out);
      @   ensures ce[h.inputs + g.op.length + i] == Program.gradientAt(h, cv, ce, g.op.length + i);
      @   assignable \strictly_nothing;
      @*/
    public static void gradientBack(Program h, Program g, Program F, int[] out, long[] cv, long[] av, long[] bv,
            long[] ce, long[] ae, long[] be, int i) {
        Program.sizes(g);
        Program.sizes(h);
        sizes(h, g, F, out);
        behind(cv, av, bv, h, g, F, out, i);
        behind(ce, ae, be, h, g, F, out, i);
        Program.gradientOf(F, bv, be, i);
        sameGradient(F, bv, be, i, h, cv, ce, g.op.length + i);
    }

    /** T.Lem1.4, second order: the εδ coefficient of F ∘ g is that of F at the jets of g. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && Program.formed(F) && concatenation(h, g, F, out);
      @   requires joined(cv, av, bv, g, F, out);
      @   requires joined(ce, ae, be, g, F, out);
      @   requires joined(cd, ad, bd, g, F, out);
      @   requires joined(cm, am, bm, g, F, out);
      @   requires Program.hessian(g, av, ae, ad, am) && Program.hessian(F, bv, be, bd, bm);
      @   ensures Program.hessian(h, cv, ce, cd, cm);
      @   assignable \strictly_nothing;
      @*/
    public static void hessian(Program h, Program g, Program F, int[] out, long[] cv, long[] av, long[] bv, long[] ce,
            long[] ae, long[] be, long[] cd, long[] ad, long[] bd, long[] cm, long[] am, long[] bm) {
        sizes(h, g, F, out);
        Program.hessianCells(g, av, ae, ad, am);
        Program.hessianCells(F, bv, be, bd, bm);
        Program.sizes(h);
        Program.sizes(g);
        Program.sizes(F);
        lengths(cv, av, bv, g, F, out);
        lengths(ce, ae, be, g, F, out);
        lengths(cd, ad, bd, g, F, out);
        lengths(cm, am, bm, g, F, out);
        /*@ loop_invariant 0 <= i && i <= g.op.length;
          @ loop_invariant (\forall int q; 0 <= q && q < i;
          @   cm[h.inputs + q] == Program.hessianAt(h, cv, ce, cd, cm, q));
          @ assignable \strictly_nothing;
          @ decreases g.op.length - i;
          @*/
        for (int i = 0; i < g.op.length; i++) {
            hessianFront(h, g, F, out, cv, av, bv, ce, ae, be, cd, ad, bd, cm, am, bm, i);
        }
        /*@ loop_invariant 0 <= k && k <= F.op.length;
          @ loop_invariant (\forall int q; 0 <= q && q < g.op.length + k;
          @   cm[h.inputs + q] == Program.hessianAt(h, cv, ce, cd, cm, q));
          @ assignable \strictly_nothing;
          @ decreases F.op.length - k;
          @*/
        for (int k = 0; k < F.op.length; k++) {
            hessianBack(h, g, F, out, cv, av, bv, ce, ae, be, cd, ad, bd, cm, am, bm, k);
        }
        Program.hessianMeans(h, cv, ce, cd, cm);
    }

    /** In g's instructions. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && concatenation(h, g, F, out);
      @   requires Program.hessian(g, av, ae, ad, am) && 0 <= i && i < g.op.length;
      @   requires joined(cv, av, bv, g, F, out);
      @   requires joined(ce, ae, be, g, F, out);
      @   requires joined(cd, ad, bd, g, F, out);
      @   requires joined(cm, am, bm, g, F, out);
      @   ensures cm[h.inputs + i] == Program.hessianAt(h, cv, ce, cd, cm, i);
      @   assignable \strictly_nothing;
      @*/
    public static void hessianFront(Program h, Program g, Program F, int[] out, long[] cv, long[] av, long[] bv,
            long[] ce, long[] ae, long[] be, long[] cd, long[] ad, long[] bd, long[] cm, long[] am, long[] bm,
            int i) {
        ahead(cv, av, bv, h, g, F, out, i);
        ahead(ce, ae, be, h, g, F, out, i);
        ahead(cd, ad, bd, h, g, F, out, i);
        ahead(cm, am, bm, h, g, F, out, i);
        Program.hessianOf(g, av, ae, ad, am, i);
        sameHessian(g, av, ae, ad, am, i, h, cv, ce, cd, cm, i);
    }

    /** In those of F. */
    /*@ public normal_behavior
      @   requires Program.formed(h) && Program.formed(g) && Program.formed(F) && concatenation(h, g, F, out);
      @   requires Program.hessian(F, bv, be, bd, bm) && 0 <= i && i < F.op.length;
      @   requires joined(cv, av, bv, g, F, out);
      @   requires joined(ce, ae, be, g, F, out);
      @   requires joined(cd, ad, bd, g, F, out);
      @   requires joined(cm, am, bm, g, F, out);
      @   ensures cm[h.inputs + g.op.length + i] == Program.hessianAt(h, cv, ce, cd, cm, g.op.length + i);
      @   assignable \strictly_nothing;
      @*/
    public static void hessianBack(Program h, Program g, Program F, int[] out, long[] cv, long[] av, long[] bv,
            long[] ce, long[] ae, long[] be, long[] cd, long[] ad, long[] bd, long[] cm, long[] am, long[] bm,
            int i) {
        Program.sizes(g);
        Program.sizes(h);
        sizes(h, g, F, out);
        behind(cv, av, bv, h, g, F, out, i);
        behind(ce, ae, be, h, g, F, out, i);
        behind(cd, ad, bd, h, g, F, out, i);
        behind(cm, am, bm, h, g, F, out, i);
        Program.hessianOf(F, bv, be, bd, bm, i);
        sameHessian(F, bv, be, bd, bm, i, h, cv, ce, cd, cm, g.op.length + i);
    }

    /** The same operation on the same operands has the same result. */
    /*@ public normal_behavior
      @   requires f.op[i] == h.op[j] && f.constant[i] == h.constant[j];
      @   requires f.op[i] != Program.CONSTANT
      @     ==> x[f.left[i]] == y[h.left[j]] && x[f.right[i]] == y[h.right[j]];
      @   ensures Program.valueAt(f, x, i) == Program.valueAt(h, y, j);
      @   assignable \strictly_nothing;
      @*/
    public static void sameValue(Program f, long[] x, int i, Program h, long[] y, int j) {}

    /** The same operation on the same operands has the same result. */
    /*@ public normal_behavior
      @   requires f.op[i] == h.op[j];
      @   requires f.op[i] != Program.CONSTANT
      @     ==> xv[f.left[i]] == yv[h.left[j]] && xv[f.right[i]] == yv[h.right[j]];
      @   requires f.op[i] != Program.CONSTANT
      @     ==> xe[f.left[i]] == ye[h.left[j]] && xe[f.right[i]] == ye[h.right[j]];
      @   ensures Program.gradientAt(f, xv, xe, i) == Program.gradientAt(h, yv, ye, j);
      @   assignable \strictly_nothing;
      @*/
    public static void sameGradient(Program f, long[] xv, long[] xe, int i, Program h, long[] yv, long[] ye, int j) {}

    /** The same operation on the same operands has the same result. */
    /*@ public normal_behavior
      @   requires f.op[i] == h.op[j];
      @   requires f.op[i] != Program.CONSTANT
      @     ==> xv[f.left[i]] == yv[h.left[j]] && xv[f.right[i]] == yv[h.right[j]];
      @   requires f.op[i] != Program.CONSTANT
      @     ==> xe[f.left[i]] == ye[h.left[j]] && xe[f.right[i]] == ye[h.right[j]];
      @   requires f.op[i] != Program.CONSTANT
      @     ==> xd[f.left[i]] == yd[h.left[j]] && xd[f.right[i]] == yd[h.right[j]];
      @   requires f.op[i] != Program.CONSTANT
      @     ==> xm[f.left[i]] == ym[h.left[j]] && xm[f.right[i]] == ym[h.right[j]];
      @   ensures Program.hessianAt(f, xv, xe, xd, xm, i) == Program.hessianAt(h, yv, ye, yd, ym, j);
      @   assignable \strictly_nothing;
      @*/
    public static void sameHessian(Program f, long[] xv, long[] xe, long[] xd, long[] xm, int i, Program h, long[] yv,
            long[] ye, long[] yd, long[] ym, int j) {}
}
