package org.equicert.reference;

/**
 * E.Prop1, E.Cor1, E.Prop2, E.Prop3: training on data augmented by a finite group, at an equivariant point.
 *
 * <p>ρ(g) is orthogonal on Rⁿ; 𝓔 is what every ρ(g) fixes. The N elements fill a slot of dimension N: ρ is one tensor
 * of shape (n, n, N), which takes θ to its orbit (ρ(g)θ)_g; ones has N entries 1, so that S = ρ ∘₃ ones is Σ_g ρ(g) =
 * N·Π. All averages are sums here, N times the paper's. The one fact about groups is that multiplication by h
 * permutes: ρ(g)ρ(h) is ρ(π(g)).
 *
 * <p>R_aug(θ) = Σ_g R(ρ(g)θ). In 𝓔 every ρ(g)θ is θ, so that with r = ∇R(θ) and H = ∇²R(θ), symmetric, the chain rule says
 *
 * <pre>    ∇R_aug[a] = Σ_g Σ_j r[j] · ρ[a, j, g],    ∇²R_aug[a, b] = Σ_g Σ_ij H[i, j] · ρ[a, i, g] · ρ[b, j, g]:</pre>
 *
 * <p>compositions into the slots j and g at once. V is a family of k vectors in 𝓔: ρ ∘₁ V, their orbits, is V,
 * repeated.
 */
public final class Average {

    private Average() {}

    /** Multiplication by h, R = ρ(h), permutes the sum's terms: ρ ∘₁ R = ρ ∘₃ π and π permutes; so S ∘ R = S. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < N && nn == n * n;
      @   requires Relation.composition(S, rho, ones, nn, N, 1, 1);
      @   requires Relation.composition(rhoR, rho, R, 1, n, n, n * N)
      @     && Relation.composition(rhoR, rho, pi, nn, N, N, 1);
      @   requires Relation.composition(ones, pi, ones, 1, N, 1, N);
      @   ensures Relation.composition(S, S, R, 1, n, n, n);
      @   assignable \strictly_nothing;
      @*/
    public static void reindex(long[] rho, long[] ones, long[] S, long[] R, long[] rhoR, long[] pi, int N, int n,
            int nn) {
        Law.dissociate(S, rhoR, ones, rho, pi, ones, nn, N, 1, 1, N, 1, 1);
        Law.commute(S, rhoR, S, rho, R, ones, 1, n, n, N, 1, n, 1);
    }

    /** The same from the left, Rt = Rᵀ: R ∘ S = S, so that S maps into 𝓔. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < N && nn == n * n;
      @   requires Relation.composition(S, rho, ones, nn, N, 1, 1) && Relation.transpose(R, Rt, 1, n, n, 1);
      @   requires Relation.composition(Rrho, rho, Rt, n, n, n, N) && Relation.composition(Rrho, rho, pi, nn, N, N, 1);
      @   requires Relation.composition(ones, pi, ones, 1, N, 1, N);
      @   ensures Relation.composition(S, R, S, 1, n, n, n);
      @   assignable \strictly_nothing;
      @*/
    public static void image(long[] rho, long[] ones, long[] S, long[] R, long[] Rt, long[] Rrho, long[] pi,
            int N, int n, int nn) {
        Law.dissociate(S, Rrho, ones, rho, pi, ones, nn, N, 1, 1, N, 1, 1);
        Law.commute(S, Rrho, S, rho, Rt, ones, n, n, 1, N, 1, n, 1);
        Adjoint.turn(S, S, Rt, R, n, n, n);
    }

    /** E.Prop1: ∇R_aug = r ∘ S, which is N·Πr; D holds ∇R at all of θ's orbit, r repeated. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < N && nN == n * N && nn == n * n;
      @   requires Relation.composition(D, r, ones, n, 1, N, 1) && Relation.composition(aug, D, rho, 1, nN, n, 1);
      @   requires Relation.composition(S, rho, ones, nn, N, 1, 1) && Relation.composition(rS, r, S, 1, n, n, 1);
      @   ensures Relation.equal(aug, rS);
      @   assignable \strictly_nothing;
      @*/
    public static void gradient(long[] rho, long[] ones, long[] S, long[] r, long[] D, long[] aug, long[] rS,
            int N, int n, int nN, int nn) {
        repeated(rho, ones, S, r, D, rS, N, n, nN, nn);
        Law.reflexive(D);
        Law.reflexive(rho);
        Law.congruent(aug, rS, D, D, rho, rho, 1, nN, n, 1);
    }

    /** Σ_g Σ_j x[j]·ρ[a, j, g] = (x ∘ S)[a]. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < N && nN == n * N && nn == n * n;
      @   requires Relation.composition(D, x, ones, n, 1, N, 1);
      @   requires Relation.composition(S, rho, ones, nn, N, 1, 1) && Relation.composition(xS, x, S, 1, n, n, 1);
      @   ensures Relation.composition(xS, D, rho, 1, nN, n, 1);
      @   assignable \strictly_nothing;
      @*/
    public static void repeated(long[] rho, long[] ones, long[] S, long[] x, long[] D, long[] xS, int N, int n,
            int nN, int nn) {
        Law.shapes(D, x, ones, n, 1, N, 1);
        Adjoint.line(ones, N);
        Adjoint.turn(S, rho, ones, ones, nn, N, 1);
        Adjoint.joint(xS, D, rho, x, ones, S, n, 1, N, n, 1, n, nN, nn);
    }

    /** E.Prop1: ∇R_aug is invariant, ∇R_aug ∘ ρ(h) = ∇R_aug. */
    /*@ public normal_behavior
      @   requires 0 < n;
      @   requires Relation.composition(aug, r, S, 1, n, n, 1) && Relation.composition(S, S, R, 1, n, n, n);
      @   ensures Relation.composition(aug, aug, R, 1, n, n, 1);
      @   assignable \strictly_nothing;
      @*/
    public static void invariant(long[] S, long[] r, long[] aug, long[] R, int n) {
        Law.dissociate(aug, aug, S, r, S, R, 1, n, 1, 1, n, 1, n);
    }

    /**
     * E.Cor1: a step of gradient descent stays in 𝓔: ρ(h)θ = θ implies ρ(h)θ′ = θ′ for θ′ = θ − η·∇R_aug. As ρ(h) is
     * orthogonal its transpose is ρ(h⁻¹), under which ∇R_aug is invariant; θ is a row, of shape (1, n).
     */
    /*@ public normal_behavior
      @   requires 0 < n && Relation.transpose(R, Rt, 1, n, n, 1);
      @   requires Relation.composition(aug, aug, Rt, 1, n, n, 1) && Relation.composition(x, R, x, 1, n, 1, n);
      @   requires Relation.multiple(d, eta, aug) && Relation.sum(x, y, d);
      @   requires Relation.composition(Ry, R, y, 1, n, 1, n);
      @   ensures Relation.equal(y, Ry);
      @   assignable \strictly_nothing;
      @*/
    public static void step(long[] R, long[] Rt, long[] aug, long[] x, long[] d, long[] y, long[] Ry, long eta, int n) {
        Adjoint.turn(aug, aug, Rt, R, 1, n, n);
        Law.scaleRight(d, aug, eta, R, d, aug, 1, n, 1, n);
        Law.linearRight(x, Ry, d, R, x, y, d, 1, n, 1, n);
        Linear.cancelSum(x, y, Ry, d);
    }

    /** On 𝓔 the sum is multiplication by N: S ∘ V = N·V. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < N && 0 < k && kn == k * n;
      @   requires Relation.composition(S, rho, ones, n * n, N, 1, 1);
      @   requires Relation.composition(orbits, rho, V, 1, n, k, n * N)
      @     && Relation.composition(orbits, V, ones, kn, 1, N, 1);
      @   requires Relation.composition(count, ones, ones, 1, N, 1, 1) && Relation.unit(count, N, 1);
      @   requires Relation.multiple(NV, N, V);
      @   ensures Relation.composition(NV, S, V, 1, n, k, n);
      @   assignable \strictly_nothing;
      @*/
    public static void fixed(long[] rho, long[] ones, long[] count, long[] S, long[] V, long[] orbits, long[] NV,
            int N, int n, int k, int kn) {
        Law.shapes(orbits, V, ones, kn, 1, N, 1);
        Law.unitRight(NV, V, count, N, kn, 1, 1);
        Law.dissociate(NV, orbits, count, V, ones, ones, kn, 1, 1, 1, N, 1, 1);
        Law.commute(NV, orbits, S, rho, V, ones, 1, n, n, N, 1, k, 1);
    }

    /** E.Prop1: along 𝓔, ∇R_aug is N·∇R, the gradient of the equivariant risk. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < N && 0 < k;
      @   requires Relation.composition(aug, r, S, 1, n, n, 1);
      @   requires Relation.composition(NV, S, V, 1, n, k, n) && Relation.multiple(NV, N, V);
      @   requires Relation.composition(rV, r, V, 1, n, k, 1) && Relation.composition(augV, aug, V, 1, n, k, 1);
      @   ensures Relation.multiple(augV, N, rV);
      @   assignable \strictly_nothing;
      @*/
    public static void restricted(long[] S, long[] V, long[] NV, long[] r, long[] rV, long[] aug, long[] augV,
            int N, int n, int k) {
        Law.associate(augV, aug, NV, r, S, V, 1, n, 1, 1, n, 1, k);
        Law.multipleRight(augV, rV, N, r, NV, V, 1, n, k, 1);
    }

    /**
     * E.Prop2: where ∇R_aug vanishes so does ∇R along 𝓔. Conversely, S is itself a family in 𝓔, by {@link #image}, and
     * ∇R_aug = r ∘ S is what ∇R is along it.
     */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < N && 0 < k;
      @   requires Relation.composition(rV, r, V, 1, n, k, 1) && Relation.composition(augV, aug, V, 1, n, k, 1);
      @   requires Relation.multiple(augV, N, rV) && Relation.zero(aug);
      @   ensures Relation.zero(rV);
      @   assignable \strictly_nothing;
      @*/
    public static void stationary(long[] V, long[] r, long[] rV, long[] aug, long[] augV, int N, int n, int k) {
        Linear.zeroLeft(augV, aug, V, 1, n, k, 1);
        Linear.cancel(augV, N, rV);
    }

    /** E.Prop3: for v in 𝓔, ∇²R_aug ∘₁ v = (H ∘ v) ∘ S; X = ρ ∘₂ H, and v is a row. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < N && 0 < nN && nN == n * N && nn == n * n;
      @   requires Relation.composition(S, rho, ones, nn, N, 1, 1);
      @   requires Relation.composition(X, rho, H, n, n, n, N) && Relation.composition(aug, X, rho, n, nN, n, 1);
      @   requires Relation.composition(orbit, rho, v, 1, n, 1, nN) && Relation.composition(orbit, v, ones, n, 1, N, 1);
      @   requires Relation.composition(Xv, X, v, 1, n, 1, nN);
      @   requires Relation.composition(Hv, v, H, 1, n, n, 1) && Relation.composition(HvS, Hv, S, 1, n, n, 1);
      @   requires Relation.composition(augv, aug, v, 1, n, 1, n);
      @   ensures Relation.equal(augv, HvS);
      @   assignable \strictly_nothing;
      @*/
    public static void hessian(long[] rho, long[] ones, long[] S, long[] H, long[] X, long[] aug, long[] v,
            long[] orbit, long[] Xv, long[] Hv, long[] HvS, long[] augv, int N, int n, int nN, int nn) {
        Law.commuteBack(Xv, orbit, X, rho, v, H, 1, n, 1, n, N, 1, n);
        Law.commuteBack(Xv, Hv, orbit, v, H, ones, 1, n, 1, 1, 1, n, N);
        repeated(rho, ones, S, Hv, Xv, HvS, N, n, nN, nn);
        Law.commuteBack(augv, Xv, aug, X, v, rho, 1, n, 1, nN, 1, 1, n);
        Law.reflexive(Xv);
        Law.reflexive(rho);
        Law.congruent(augv, HvS, Xv, Xv, rho, rho, 1, nN, n, 1);
    }

    /**
     * E.Prop3: ∇²R_aug is block-diagonal over 𝓔 ⊕ 𝓔^⊥: for v in 𝓔 and W in 𝓔^⊥, S ∘ W = 0, it has ∇²R_aug[v, W] = 0.
     */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < k;
      @   requires Relation.composition(augv, Hv, S, 1, n, n, 1);
      @   requires Relation.composition(SW, S, W, 1, n, k, n) && Relation.zero(SW);
      @   requires Relation.composition(augvW, augv, W, 1, n, k, 1);
      @   ensures Relation.zero(augvW);
      @   assignable \strictly_nothing;
      @*/
    public static void blocks(long[] S, long[] Hv, long[] augv, long[] W, long[] SW, long[] augvW, int n, int k) {
        Law.associate(augvW, augv, SW, Hv, S, W, 1, n, 1, 1, n, 1, k);
        Linear.zeroRight(augvW, Hv, SW, 1, n, k, 1);
    }

    /** Whether ∇R_aug = r ∘ S, decided on exact integers. */
    /*@ public behavior
      @   requires Exact.longs(aug) && Exact.longs(r) && Exact.longs(S);
      @   ensures \result <==> Relation.composition(aug, r, S, 1, n, n, 1);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(long[] aug, long[] r, long[] S, int n) {
        return Decision.composition(aug, r, S, 1, n, n, 1);
    }
}
