package org.equicert.reference;

/**
 * T.Lem1.3, T.Lem1.5 and the symmetry of second derivatives, for every {@link Program}: ∇f is linear, ∇²f bilinear and
 * symmetric, and the εδ coefficient at (x, X₁, X₂, X₁₂) is ∇²f[X₁, X₂] + ∇f[X₁₂].
 *
 * <p>One induction over instructions carries everything: the εδ coefficient is linear in (e, m) jointly. A gradient is an
 * εδ coefficient with e = 0; symmetry needs no induction, since a product of jets is symmetric in ε and δ.
 */
public final class Derivative {

    private Derivative() {}

    /* p·x + q·y. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model \bigint combine(\bigint p, \bigint x, \bigint q, \bigint y) { return p * x + q * y; } @*/

    /* c = p·a + q·b in the first k cells. */
    /*@ public model_behavior
      @   requires true;
      @   accessible c.*, a.*, b.*;
      @ public static model boolean combination(long[] c, \bigint p, long[] a, \bigint q, long[] b, \bigint k) {
      @   return k <= c.length && k <= a.length && k <= b.length
      @     && (\forall int j; 0 <= j && j < k; c[j] == combine(p, a[j], q, b[j]));
      @ } @*/

    /** ∇²f[u, v] = ∇²f[v, u]. */
    /*@ public normal_behavior
      @   requires Program.hessian(f, v, e, d, m);
      @   ensures Program.hessian(f, v, d, e, m);
      @   assignable \strictly_nothing;
      @*/
    public static void symmetric(Program f, long[] v, long[] e, long[] d, long[] m) {}

    /**
     * The εδ coefficient is linear in (e, m): for (e, m) = p·(a, ma) + q·(b, mb) at the inputs, and e = p·a + q·b throughout.
     * Where all inputs of m, ma, mb are 0 this is ∇²f[p·a + q·b, d] = p·∇²f[a, d] + q·∇²f[b, d].
     */
    /*@ public normal_behavior
      @   requires Program.formed(f) && Program.hessian(f, v, e, d, m);
      @   requires Program.hessian(f, v, a, d, ma) && Program.hessian(f, v, b, d, mb);
      @   requires combination(e, p, a, q, b, e.length) && combination(m, p, ma, q, mb, f.inputs);
      @   ensures combination(m, p, ma, q, mb, m.length);
      @   assignable \strictly_nothing;
      @*/
    public static void bilinear(Program f, long[] v, long[] e, long[] d, long[] m,
            long p, long[] a, long[] ma, long q, long[] b, long[] mb) {
        Program.hessianCells(f, v, e, d, m);
        Program.sizes(f);
        /*@ loop_invariant 0 <= i && i <= f.op.length && combination(m, p, ma, q, mb, f.inputs + i);
          @ assignable \strictly_nothing;
          @ decreases f.op.length - i;
          @*/
        for (int i = 0; i < f.op.length; i++) {
            step(f, v, e, d, m, p, a, ma, q, b, mb, i);
        }
    }

    /** One instruction more. */
    /*@ public normal_behavior
      @   requires Program.formed(f) && Program.hessian(f, v, e, d, m);
      @   requires Program.hessian(f, v, a, d, ma) && Program.hessian(f, v, b, d, mb);
      @   requires combination(e, p, a, q, b, e.length) && combination(m, p, ma, q, mb, f.inputs + i);
      @   requires 0 <= i && i < f.op.length;
      @   ensures combination(m, p, ma, q, mb, f.inputs + i + 1);
      @   assignable \strictly_nothing;
      @*/
    public static void step(Program f, long[] v, long[] e, long[] d, long[] m,
            long p, long[] a, long[] ma, long q, long[] b, long[] mb, int i) {
        Program.hessianCells(f, v, e, d, m);
        Program.sizes(f);
        Program.operands(f, i);
        Program.hessianOf(f, v, e, d, m, i);
        Program.hessianOf(f, v, a, d, ma, i);
        Program.hessianOf(f, v, b, d, mb, i);
        instruction(f, v, e, d, m, i);
        instruction(f, v, a, d, ma, i);
        instruction(f, v, b, d, mb, i);
        if (f.op[i] == Program.MULTIPLY) {
            at(e, p, a, q, b, e.length, f.left[i]);
            at(e, p, a, q, b, e.length, f.right[i]);
            at(m, p, ma, q, mb, f.inputs + i, f.left[i]);
            at(m, p, ma, q, mb, f.inputs + i, f.right[i]);
            product(v, d, p, a, ma, q, b, mb, f.left[i], f.right[i]);
        } else if (f.op[i] == Program.ADD) {
            at(m, p, ma, q, mb, f.inputs + i, f.left[i]);
            at(m, p, ma, q, mb, f.inputs + i, f.right[i]);
            sum(p, ma, q, mb, f.left[i], f.right[i]);
        } else {
            constant(p, q);
        }
        extend(m, p, ma, q, mb, f.inputs + i);
    }

    /** What instruction i does to jets. */
    /*@ public normal_behavior
      @   ensures Program.hessianAt(f, v, e, d, m, i) == (f.op[i] == Program.ADD ? m[f.left[i]] + m[f.right[i]]
      @     : f.op[i] == Program.MULTIPLY ? Jet.second(v[f.left[i]], e[f.left[i]], d[f.left[i]], m[f.left[i]],
      @         v[f.right[i]], e[f.right[i]], d[f.right[i]], m[f.right[i]]) : 0);
      @   assignable \strictly_nothing;
      @*/
    public static void instruction(Program f, long[] v, long[] e, long[] d, long[] m, int i) {}

    /** The second-order product rule is linear in (e, m). */
    /*@ public normal_behavior
      @   ensures Jet.second(v[l], combine(p, a[l], q, b[l]), d[l], combine(p, ma[l], q, mb[l]),
      @       v[r], combine(p, a[r], q, b[r]), d[r], combine(p, ma[r], q, mb[r]))
      @     == combine(p, Jet.second(v[l], a[l], d[l], ma[l], v[r], a[r], d[r], ma[r]),
      @         q, Jet.second(v[l], b[l], d[l], mb[l], v[r], b[r], d[r], mb[r]));
      @   assignable \strictly_nothing;
      @*/
    public static void product(long[] v, long[] d, long p, long[] a, long[] ma, long q, long[] b, long[] mb,
            int l, int r) {}

    /** So are sums. */
    /*@ public normal_behavior
      @   ensures combine(p, ma[l], q, mb[l]) + combine(p, ma[r], q, mb[r])
      @     == combine(p, ma[l] + ma[r], q, mb[l] + mb[r]);
      @   assignable \strictly_nothing;
      @*/
    public static void sum(long p, long[] ma, long q, long[] mb, int l, int r) {}

    /** And constants, whose derivatives are 0. */
    /*@ public normal_behavior
      @   ensures combine(p, 0, q, 0) == 0;
      @   assignable \strictly_nothing;
      @*/
    public static void constant(long p, long q) {}

    /** A cell of a combination. */
    /*@ public normal_behavior
      @   requires combination(c, p, a, q, b, k) && 0 <= j && j < k;
      @   ensures c[j] == combine(p, a[j], q, b[j]);
      @   assignable \strictly_nothing;
      @*/
    public static void at(long[] c, long p, long[] a, long q, long[] b, int k, int j) {}

    /** One cell more. */
    /*@ public normal_behavior
      @   requires combination(c, p, a, q, b, k) && 0 <= k && c[k] == combine(p, a[k], q, b[k]);
      @   requires k < c.length && k < a.length && k < b.length;
      @   ensures combination(c, p, a, q, b, k + 1);
      @   assignable \strictly_nothing;
      @*/
    public static void extend(long[] c, long p, long[] a, long q, long[] b, int k) {}

    /** A gradient is an εδ coefficient with e = 0, whatever d is. */
    /*@ public normal_behavior
      @   requires Program.formed(f) && Relation.zero(o) && o.length == f.inputs + f.op.length;
      @   requires v.length == o.length && d.length == o.length && m.length == o.length;
      @   ensures Program.gradient(f, v, m) <==> Program.hessian(f, v, o, d, m);
      @   assignable \strictly_nothing;
      @*/
    public static void degenerate(Program f, long[] v, long[] o, long[] d, long[] m) {
        Program.sizes(f);
        Program.gradientMeans(f, v, m);
        Program.hessianMeans(f, v, o, d, m);
        /*@ loop_invariant 0 <= i && i <= f.op.length;
          @ loop_invariant (\forall int j; 0 <= j && j < i;
          @   Program.hessianAt(f, v, o, d, m, j) == Program.gradientAt(f, v, m, j));
          @ assignable \strictly_nothing;
          @ decreases f.op.length - i;
          @*/
        for (int i = 0; i < f.op.length; i++) {
            vanishing(f, v, o, d, m, i);
        }
    }

    /** The same for one instruction. */
    /*@ public normal_behavior
      @   requires Program.formed(f) && Relation.zero(o) && o.length == f.inputs + f.op.length;
      @   requires 0 <= i && i < f.op.length;
      @   ensures Program.hessianAt(f, v, o, d, m, i) == Program.gradientAt(f, v, m, i);
      @   assignable \strictly_nothing;
      @*/
    public static void vanishing(Program f, long[] v, long[] o, long[] d, long[] m, int i) {
        Program.sizes(f);
        Program.operands(f, i);
        Program.gradientIs(f, v, m, i);
        Program.hessianIs(f, v, o, d, m, i);
        if (f.op[i] != Program.CONSTANT) {
            none(o, f.left[i]);
            none(o, f.right[i]);
        }
    }

    /** An entry of the zero array. */
    /*@ public normal_behavior
      @   requires Relation.zero(o) && 0 <= j && j < o.length;
      @   ensures o[j] == 0;
      @   assignable \strictly_nothing;
      @*/
    public static void none(long[] o, int j) {}

    /** 0 = p·0 + q·0, and e = 1·e + 1·0. */
    /*@ public normal_behavior
      @   requires Relation.zero(o) && e.length == o.length;
      @   ensures combination(o, p, o, q, o, o.length) && combination(e, 1, e, 1, o, e.length);
      @   assignable \strictly_nothing;
      @*/
    public static void nothing(long[] o, long p, long q, long[] e) {}

    /** T.Lem1.3: ∇f[p·a + q·b] = p·∇f[a] + q·∇f[b]. (o is the zero array.) */
    /*@ public normal_behavior
      @   requires Program.formed(f) && Program.gradient(f, v, e);
      @   requires Program.gradient(f, v, a) && Program.gradient(f, v, b);
      @   requires combination(e, p, a, q, b, f.inputs) && Relation.zero(o) && o.length == e.length;
      @   ensures combination(e, p, a, q, b, e.length);
      @   assignable \strictly_nothing;
      @*/
    public static void linear(Program f, long[] v, long[] e, long p, long[] a, long q, long[] b, long[] o) {
        Program.gradientCells(f, v, e);
        Program.gradientCells(f, v, a);
        Program.gradientCells(f, v, b);
        degenerate(f, v, o, o, e);
        degenerate(f, v, o, o, a);
        degenerate(f, v, o, o, b);
        nothing(o, p, q, e);
        bilinear(f, v, o, o, e, p, o, a, q, o, b);
    }

    /**
     * The εδ coefficient at (x, X₁, X₂, X₁₂) is ∇²f[X₁, X₂] + ∇f[X₁₂]: e and d are the coefficients for X₁ and X₂, h is the
     * εδ coefficient whose inputs are 0, g the ε coefficient whose inputs are X₁₂. (o is the zero array.)
     */
    /*@ public normal_behavior
      @   requires Program.formed(f) && Program.hessian(f, v, e, d, m);
      @   requires Program.hessian(f, v, e, d, h) && Program.gradient(f, v, g);
      @   requires combination(m, 1, h, 1, g, f.inputs) && Relation.zero(o) && o.length == m.length;
      @   ensures Relation.sum(m, h, g);
      @   assignable \strictly_nothing;
      @*/
    public static void split(Program f, long[] v, long[] e, long[] d, long[] m, long[] h, long[] g, long[] o) {
        Program.hessianCells(f, v, e, d, m);
        Program.hessianCells(f, v, e, d, h);
        Program.gradientCells(f, v, g);
        degenerate(f, v, o, d, g);
        nothing(o, 1, 1, e);
        bilinear(f, v, e, d, m, 1, e, h, 1, o, g);
        whole(m, h, g);
    }

    /** 1·a + 1·b is a + b. */
    /*@ public normal_behavior
      @   requires combination(c, 1, a, 1, b, c.length) && a.length == c.length && b.length == c.length;
      @   ensures Relation.sum(c, a, b);
      @   assignable \strictly_nothing;
      @*/
    public static void whole(long[] c, long[] a, long[] b) {}

    /** T.Lem1.3: ε coefficients with the same inputs are the same: they depend on x and u alone. (o is the zero array.) */
    /*@ public normal_behavior
      @   requires Program.formed(f) && Program.gradient(f, v, e) && Program.gradient(f, v, a);
      @   requires Vector.same(e, 0, a, 0, f.inputs);
      @   requires Relation.zero(o) && o.length == e.length;
      @   ensures Relation.equal(e, a);
      @   assignable \strictly_nothing;
      @*/
    public static void determined(Program f, long[] v, long[] e, long[] a, long[] o) {
        Program.gradientCells(f, v, e);
        Program.gradientCells(f, v, a);
        alone(e, a, f.inputs);
        linear(f, v, e, 1, a, 0, a, o);
        same(e, a);
    }

    /** εδ coefficients with the same inputs are the same: they depend on x, X₁, X₂ and X₁₂ alone. */
    /*@ public normal_behavior
      @   requires Program.formed(f) && Program.hessian(f, v, e, d, m) && Program.hessian(f, v, e, d, h);
      @   requires Vector.same(m, 0, h, 0, f.inputs);
      @   ensures Relation.equal(m, h);
      @   assignable \strictly_nothing;
      @*/
    public static void secondDetermined(Program f, long[] v, long[] e, long[] d, long[] m, long[] h) {
        Program.hessianCells(f, v, e, d, m);
        Program.hessianCells(f, v, e, d, h);
        Program.sizes(f);
        alone(m, h, f.inputs);
        reflexive(e);
        bilinear(f, v, e, d, m, 1, e, h, 0, e, h);
        same(m, h);
    }

    /** a = 1·a + 0·a. */
    /*@ public normal_behavior
      @   requires Vector.same(c, 0, a, 0, k) && k <= c.length && k <= a.length;
      @   ensures combination(c, 1, a, 0, a, k);
      @   assignable \strictly_nothing;
      @*/
    public static void alone(long[] c, long[] a, int k) {}

    /** The same of an array and itself. */
    /*@ public normal_behavior
      @   ensures combination(e, 1, e, 0, e, e.length);
      @   assignable \strictly_nothing;
      @*/
    public static void reflexive(long[] e) {}

    /** 1·a + 0·a is a. */
    /*@ public normal_behavior
      @   requires combination(c, 1, a, 0, a, c.length) && a.length == c.length;
      @   ensures Relation.equal(c, a);
      @   assignable \strictly_nothing;
      @*/
    public static void same(long[] c, long[] a) {}
}
