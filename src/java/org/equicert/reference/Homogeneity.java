package org.equicert.reference;

/**
 * T.Homogeneity, T.Eq3, T.Eq4, T.Cor1: models with f(λθ) = λᵈ f(θ).
 *
 * <p>At λ = 1, φ(θ, λ) = λθ gives K = θ, ψ(y, λ) = λᵈy gives Z = d·f, and T.Thm1 becomes two facts about f, ∇f ∘ θ =
 * d·f and ∇²f ∘₁ θ = (d−1)·∇f. All the rest follows by ∇L = ∇ℓ ∘ ∇f and ∇²L = ∇²ℓ ∘₁ ∇f ∘₂ ∇f + ∇ℓ ∘ ∇²f.
 *
 * <p>p parameters, m outputs; x = θ, G = ∇f, F = ∇²f, l = ∇ℓ, N = ∇²ℓ, g = ∇L, H = ∇²L, and e = d − 1. What is written
 * in one word is a composition: Gx = ∇f ∘ θ, NfG = ∇²ℓ ∘₁ f ∘ ∇f.
 */
public final class Homogeneity {

    private Homogeneity() {}

    /** ∇²f ∘₁ θ = (d−1)·∇f, from (16) at λ = 1: ∇²f ∘₁ θ + ∇f ∘ 1 = (d·1) ∘ ∇f, where ∂₂∂₁φ = 1 and ∂₂∂₁ψ = d·1. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && e == d - 1;
      @   requires Relation.unit(I, 1, p) && Relation.composition(GI, G, I, 1, p, p, m);
      @   requires Relation.unit(D, d, m) && Relation.composition(DG, D, G, 1, m, p, m);
      @   requires Relation.sum(DG, Fx, GI) && Relation.multiple(dG, d, G);
      @   ensures Relation.multiple(Fx, e, G);
      @   assignable \strictly_nothing;
      @*/
    public static void second(long[] G, long[] I, long[] GI, long[] D, long[] DG, long[] dG, long[] Fx,
            long d, long e, int p, int m) {
        Law.shapes(GI, G, I, 1, p, p, m);
        Linear.once(G);
        Law.unitRight(G, G, I, 1, 1, p, m);
        Law.multipleLeft(GI, G, 1, G, G, I, 1, p, p, m);
        Law.unitLeft(dG, D, d, G, m, p);
        Linear.once(D);
        Law.multipleLeft(DG, dG, 1, D, D, G, 1, m, p, m);
        Linear.twice(DG, 1, dG, d, G, d);
        Linear.difference(DG, Fx, GI, d, 1, e, G);
    }

    /** T.Homogeneity (Euler): ∇L ∘ θ = d·(∇ℓ ∘ f). */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m;
      @   requires Relation.composition(Gx, G, x, 1, p, 1, m) && Relation.multiple(Gx, d, f);
      @   requires Relation.composition(g, l, G, 1, m, p, 1);
      @   requires Relation.composition(gx, g, x, 1, p, 1, 1) && Relation.composition(lf, l, f, 1, m, 1, 1);
      @   ensures Relation.multiple(gx, d, lf);
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] x, long[] f, long[] G, long[] Gx, long[] l, long[] g, long[] gx, long[] lf,
            long d, int p, int m) {
        Law.associate(gx, g, Gx, l, G, x, 1, m, 1, 1, p, 1, 1);
        Law.multipleRight(gx, lf, d, l, Gx, f, 1, m, 1, 1);
    }

    /** T.Eq3, for any m: ∇²L ∘₁ θ = d·(∇²ℓ ∘₁ f ∘ ∇f) + (d−1)·∇L. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m;
      @   requires Relation.composition(Gx, G, x, 1, p, 1, m) && Relation.multiple(Gx, d, f);
      @   requires Relation.composition(Fx, F, x, 1, p, 1, p * m) && Relation.multiple(Fx, e, G);
      @   requires Relation.composition(g, l, G, 1, m, p, 1);
      @   requires Relation.composition(NG, N, G, 1, m, p, m) && Relation.composition(NGG, NG, G, p, m, p, 1);
      @   requires Relation.composition(lF, l, F, 1, m, p * p, 1) && Relation.sum(H, NGG, lF);
      @   requires Relation.composition(NGx, NG, x, 1, p, 1, m);
      @   requires Relation.composition(Hx, H, x, 1, p, 1, p);
      @   requires Relation.composition(Nf, N, f, 1, m, 1, m) && Relation.composition(NfG, Nf, G, 1, m, p, 1);
      @   requires Relation.multiple(dNfG, d, NfG) && Relation.multiple(eg, e, g);
      @   ensures Relation.sum(Hx, dNfG, eg);
      @   assignable \strictly_nothing;
      @*/
    public static void hessian(long[] x, long[] f, long[] G, long[] Gx, long[] F, long[] Fx, long[] l, long[] g,
            long[] N, long[] NG, long[] NGG, long[] lF, long[] H, long[] NGx, long[] Hx, long[] Nf, long[] NfG,
            long[] dNfG, long[] eg, long d, long e, int p, int m) {
        Law.associate(NGx, NG, Gx, N, G, x, 1, m, m, 1, p, 1, 1);
        Law.multipleRight(NGx, Nf, d, N, Gx, f, 1, m, 1, m);
        Law.scaleLeft(dNfG, NfG, d, NGx, Nf, G, 1, m, p, 1);
        Law.commute(dNfG, NGx, NGG, NG, x, G, 1, p, 1, m, 1, 1, p);
        Law.scaleRight(eg, g, e, l, Fx, G, 1, m, p, 1);
        Law.dissociate(eg, lF, Fx, l, F, x, 1, m, 1, 1, p, p, 1);
        Law.linearLeft(Hx, dNfG, eg, H, NGG, lF, x, 1, p, 1, p);
    }

    /** T.Eq4: θᵀ∇²Lθ = d²·∇²ℓ[f, f] + d(d−1)·∇ℓ ∘ f, from T.Eq3. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && dd == d * d && ed == d * e;
      @   requires Relation.composition(Gx, G, x, 1, p, 1, m) && Relation.multiple(Gx, d, f);
      @   requires Relation.composition(g, l, G, 1, m, p, 1) && Relation.composition(lf, l, f, 1, m, 1, 1);
      @   requires Relation.composition(NfG, Nf, G, 1, m, p, 1) && Relation.composition(Nff, Nf, f, 1, m, 1, 1);
      @   requires Relation.multiple(dNfG, d, NfG) && Relation.multiple(eg, e, g) && Relation.sum(Hx, dNfG, eg);
      @   requires Relation.composition(gx, g, x, 1, p, 1, 1) && Relation.composition(Hxx, Hx, x, 1, p, 1, 1);
      @   requires Relation.composition(NfGx, NfG, x, 1, p, 1, 1);
      @   requires Relation.composition(u, dNfG, x, 1, p, 1, 1) && Relation.composition(v, eg, x, 1, p, 1, 1);
      @   ensures Relation.sum(Hxx, u, v) && Relation.multiple(u, dd, Nff) && Relation.multiple(v, ed, lf);
      @   assignable \strictly_nothing;
      @*/
    public static void quadratic(long[] x, long[] f, long[] G, long[] Gx, long[] l, long[] g, long[] lf, long[] Nf,
            long[] NfG, long[] Nff, long[] dNfG, long[] eg, long[] Hx, long[] gx, long[] Hxx, long[] NfGx, long[] u,
            long[] v, long d, long e, long dd, long ed, int p, int m) {
        Law.linearLeft(Hxx, u, v, Hx, dNfG, eg, x, 1, p, 1, 1);
        Law.associate(NfGx, NfG, Gx, Nf, G, x, 1, m, 1, 1, p, 1, 1);
        Law.multipleRight(NfGx, Nff, d, Nf, Gx, f, 1, m, 1, 1);
        Law.multipleLeft(u, NfGx, d, dNfG, NfG, x, 1, p, 1, 1);
        Linear.twice(u, d, NfGx, d, Nff, dd);
        first(x, f, G, Gx, l, g, gx, lf, d, p, m);
        Law.multipleLeft(v, gx, e, eg, g, x, 1, p, 1, 1);
        Linear.twice(v, e, gx, d, lf, ed);
    }

    /**
     * T.Eq3 and T.Cor1, m = 1: ∇²L ∘₁ (ℓ′·θ) = α·∇L with α = (d−1)ℓ′ + d·f·ℓ″, from the general T.Eq3. So where α ≠ 0
     * the gradient is in the Hessian's column space, with θ for its coefficients.
     */
    /*@ public normal_behavior
      @   requires 0 < p && l.length == 1 && f.length == 1 && N.length == 1;
      @   requires Relation.composition(g, l, G, 1, 1, p, 1);
      @   requires Relation.composition(Nf, N, f, 1, 1, 1, 1) && Relation.composition(NfG, Nf, G, 1, 1, p, 1);
      @   requires Relation.multiple(dNfG, d, NfG) && Relation.multiple(eg, e, g) && Relation.sum(Hx, dNfG, eg);
      @   requires Relation.composition(Hx, H, x, 1, p, 1, p) && Relation.multiple(lx, s, x) && s == l[0];
      @   requires alpha == e * l[0] + d * f[0] * N[0] && Relation.multiple(ag, alpha, g);
      @   ensures Relation.composition(ag, H, lx, 1, p, 1, p);
      @   assignable \strictly_nothing;
      @*/
    public static void single(long[] x, long[] f, long[] G, long[] l, long[] g, long[] N, long[] H, long[] Hx,
            long[] Nf,
            long[] NfG, long[] dNfG, long[] eg, long[] lx, long[] ag, long alpha, long s, long d, long e, int p) {
        scalar(g, l, G, p);
        scalar(Nf, N, f, 1);
        scalar(NfG, Nf, G, p);
        gather(f, G, l, g, N, Nf, NfG, Hx, dNfG, eg, ag, alpha, d, e);
        Law.scaleRight(ag, Hx, s, H, lx, x, 1, p, 1, p);
    }

    /** A scalar's composition is a multiple. */
    /*@ public normal_behavior
      @   requires 0 < U && Relation.composition(c, a, b, 1, 1, U, 1);
      @   ensures a.length == 1 && Relation.multiple(c, a[0], b);
      @   assignable \strictly_nothing;
      @*/
    public static void scalar(long[] c, long[] a, long[] b, int U) {
        Law.shapes(c, a, b, 1, 1, U, 1);
        /*@ loop_invariant 0 <= o && o <= U && (\forall int q; 0 <= q && q < o; c[q] == a[0] * b[q]);
          @ assignable \strictly_nothing;
          @ decreases U - o;
          @*/
        for (int o = 0; o < U; o++) {
            Entry.terms(c, a, b, 0, o, 0, 1, 1, U, 1);
        }
    }

    /** ℓ′·(d·ℓ″·f·∇f + (d−1)·ℓ′·∇f) = α·ℓ′·∇f. */
    /*@ public normal_behavior
      @   requires l.length == 1 && f.length == 1 && N.length == 1 && Nf.length == 1;
      @   requires Relation.multiple(g, l[0], G) && Relation.multiple(Nf, N[0], f) && Relation.multiple(NfG, Nf[0], G);
      @   requires Relation.multiple(dNfG, d, NfG) && Relation.multiple(eg, e, g) && Relation.sum(Hx, dNfG, eg);
      @   requires alpha == e * l[0] + d * f[0] * N[0] && Relation.multiple(ag, alpha, g);
      @   ensures Relation.multiple(ag, l[0], Hx);
      @   assignable \strictly_nothing;
      @*/
    public static void gather(long[] f, long[] G, long[] l, long[] g, long[] N, long[] Nf, long[] NfG, long[] Hx,
            long[] dNfG, long[] eg, long[] ag, long alpha, long d, long e) {}

    /** Whether ∇²L ∘₁ θ is the sum of T.Eq3's terms, decided on exact integers. */
    /*@ public behavior
      @   requires Exact.longs(H) && Exact.longs(x) && Exact.longs(Hx) && Exact.longs(dNfG) && Exact.longs(eg);
      @   ensures \result <==> Relation.composition(Hx, H, x, 1, p, 1, p) && Relation.sum(Hx, dNfG, eg);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(long[] H, long[] x, long[] Hx, long[] dNfG, long[] eg, int p) {
        return Decision.composition(Hx, H, x, 1, p, 1, p) && Decision.sum(Hx, dNfG, eg);
    }
}
