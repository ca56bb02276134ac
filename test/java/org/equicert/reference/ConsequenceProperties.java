package org.equicert.reference;

import static org.equicert.reference.Flat.compose;
import static org.equicert.reference.Flat.fill;
import static org.equicert.reference.Flat.perturbed;
import static org.equicert.reference.Flat.plus;
import static org.equicert.reference.Flat.times;
import static org.equicert.reference.Flat.transpose;
import static org.equicert.reference.Flat.unit;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** T §4 to §6 on models whose derivatives are polynomials with integer values: premises and conclusions, evaluated. */
class ConsequenceProperties {

    /** f_j = Σ_i a_ij u_i v_i is invariant under (λu, λ⁻¹v): K = (u, −v). */
    @Property(tries = 200)
    void T_Eq2_T_Rescaling_T_Degeneracy(
            @ForAll @IntRange(min = 1, max = 5) int n, @ForAll @IntRange(min = 1, max = 5) int m, @ForAll long seed) {
        Random random = new Random(seed);
        int p = 2 * n;
        long[] theta = Flat.random(random, p);
        long[] a = Flat.random(random, n * m);
        long[] l = Flat.random(random, m);
        long[] G = fill(p * m, o -> a[o % (n * m)] * theta[(o / m + n) % p]);
        long[] K = fill(p, i -> i < n ? theta[i] : -theta[i]);
        long[] g = compose(l, G, 1, m, p, 1);
        long[] gK = compose(g, K, 1, p, 1, 1);
        assertTrue(Decision.zero(compose(G, K, 1, p, 1, m)));
        assertTrue(Symmetry.holds(g, K, gK, p, 1));
        assertFalse(Symmetry.holds(g, K, perturbed(random, gK), p, 1));

        long[] X = fill(p, i -> i < n ? theta[i] : 0);
        long[] Y = fill(p, i -> i < n ? 0 : theta[i]);
        assertTrue(Decision.sum(X, K, Y));
        assertTrue(Decision.equal(compose(g, X, 1, p, 1, 1), compose(g, Y, 1, p, 1, 1)));

        // where ∇ℓ = 0 the gradient vanishes, and the Hessian is ∇²ℓ[∇f, ∇f]
        long[] H = compose(compose(symmetric(random, m), G, 1, m, p, m), G, p, m, p, 1);
        assertTrue(Decision.zero(compose(H, K, 1, p, 1, p)));
        long[] C = Flat.random(random, 3);
        assertTrue(Decision.zero(compose(H, compose(K, C, 1, 1, 3, p), 1, p, 3, p)));
    }

    /** f_j = (c_j·θ)^d is homogeneous of degree d. */
    @Property(tries = 200)
    void T_Homogeneity_T_Eq3_T_Eq4_T_Cor1(
            @ForAll @IntRange(min = 1, max = 4) int p,
            @ForAll @IntRange(min = 1, max = 4) int m,
            @ForAll @IntRange(min = 1, max = 3) int d,
            @ForAll long seed) {
        Random random = new Random(seed);
        long[] x = small(random, p);
        long[] c = small(random, m * p);
        long[] dots = compose(x, c, 1, p, m, 1);
        long[] f = fill(m, j -> power(dots[j], d));
        long[] G = fill(p * m, o -> d * power(dots[o % m], d - 1) * c[o % m * p + o / m]);
        long[] F = fill(
                p * p * m,
                o -> d * (d - 1) * power(dots[o % m], d - 2) * c[o % m * p + o / m / p] * c[o % m * p + o / m % p]);
        assertTrue(Decision.multiple(compose(G, x, 1, p, 1, m), d, f));
        assertTrue(Decision.multiple(compose(F, x, 1, p, 1, p * m), d - 1, G));

        long[] l = Flat.random(random, m);
        long[] N = symmetric(random, m);
        long[] g = compose(l, G, 1, m, p, 1);
        long[] lf = compose(l, f, 1, m, 1, 1);
        long[] H = plus(compose(compose(N, G, 1, m, p, m), G, p, m, p, 1), compose(l, F, 1, m, p * p, 1));
        long[] Hx = compose(H, x, 1, p, 1, p);
        long[] Nf = compose(N, f, 1, m, 1, m);
        long[] dNfG = times(d, compose(Nf, G, 1, m, p, 1));
        long[] eg = times(d - 1, g);
        assertTrue(Decision.multiple(compose(g, x, 1, p, 1, 1), d, lf));
        assertTrue(Homogeneity.holds(H, x, Hx, dNfG, eg, p));
        assertFalse(Homogeneity.holds(H, x, Hx, perturbed(random, dNfG), eg, p));
        assertTrue(Decision.equal(
                compose(Hx, x, 1, p, 1, 1),
                plus(times(d * d, compose(Nf, f, 1, m, 1, 1)), times((long) d * (d - 1), lf))));
        if (m == 1) {
            long alpha = (d - 1) * l[0] + d * f[0] * N[0];
            assertTrue(Decision.composition(times(alpha, g), H, times(l[0], x), 1, p, 1, p));
        }
    }

    /** The mirrors of (3, 4) and (−4, 3), and of blocks of them. */
    @Property(tries = 200)
    void T_Eq8_T_Eq9_T_Cor4(
            @ForAll @IntRange(min = 1, max = 3) int blocks, @ForAll @IntRange(max = 2) int both, @ForAll long seed) {
        Random random = new Random(seed);
        int p = 2 * blocks;
        int r = both == 0 ? blocks : 2 * blocks - 1;
        long q = 25;
        long[] O =
                fill(r * p, o -> o % p / 2 == o / p % blocks ? (o / p < blocks ? 3 + o % 2 : o % 2 == 0 ? -4 : 3) : 0);
        long[] Ot = transpose(O, r, p);
        long[] M = plus(unit(q, p), times(-2, compose(O, Ot, 1, r, p, p)));
        assertTrue(Decision.unit(compose(Ot, O, 1, p, r, r), q, r));
        assertTrue(Decision.multiple(compose(M, O, 1, p, r, p), -q, O));
        // (M + q·1)/2 maps onto what Oᵀ maps to 0
        long[] W = compose(plus(M, unit(q, p)), Flat.random(random, 3 * p), 1, p, 3, p);
        assertTrue(Decision.zero(compose(Ot, W, 1, p, 3, r)));
        assertTrue(Decision.multiple(compose(M, W, 1, p, 3, p), q, W));

        // M² = q²·1, so that a sum over the orbit of M is a fixed gradient, and a fixed Hessian
        long[] anyG = Flat.random(random, p);
        long[] g = plus(times(q, anyG), compose(anyG, M, 1, p, p, 1));
        assertTrue(Decision.multiple(compose(g, M, 1, p, p, 1), q, g));
        assertTrue(Decision.zero(compose(g, O, 1, p, r, 1)));
        long[] anyH = symmetric(random, p);
        long[] H = plus(times(q * q, anyH), compose(compose(anyH, M, 1, p, p, p), M, p, p, p, 1));
        long[] HMM = compose(compose(H, M, 1, p, p, p), M, p, p, p, 1);
        assertTrue(Decision.multiple(HMM, q * q, H));
        long[] HO = compose(H, O, 1, p, r, p);
        long[] HOW = compose(HO, W, r, p, 3, 1);
        assertTrue(FixedPoint.holds(H, O, W, HO, HOW, p, r, 3));
        assertFalse(FixedPoint.holds(H, O, W, HO, perturbed(random, HOW), p, r, 3));
    }

    @Property(tries = 200)
    void T_Cor3(
            @ForAll @IntRange(min = 1, max = 4) int m, @ForAll @IntRange(min = 1, max = 5) int r, @ForAll long seed) {
        Random random = new Random(seed);
        int p = m * r;
        long[] h = Flat.random(random, r);
        long[] W = Flat.random(random, p);
        long[] B = Flat.random(random, m * m);
        long[] N = symmetric(random, m);
        long[] f = compose(W, h, m, r, 1, 1);
        long[] BW = compose(W, B, 1, m, m, r);
        long[] Bf = compose(f, B, 1, m, m, 1);
        long[] G = compose(unit(1, m), h, m, 1, r, m);
        assertTrue(Decision.composition(Bf, G, BW, 1, p, 1, m));
        long[] H = compose(compose(N, G, 1, m, p, m), G, p, m, p, 1);
        long[] NBf = compose(N, Bf, 1, m, 1, m);
        long[] HBW = compose(H, BW, 1, p, 1, p);
        long[] HBWBW = compose(HBW, BW, 1, p, 1, 1);
        assertTrue(LastLayer.holds(NBf, G, Bf, HBW, HBWBW, p, m));
        assertFalse(LastLayer.holds(NBf, G, Bf, HBW, perturbed(random, HBWBW), p, m));
        assertFalse(LastLayer.holds(NBf, G, Bf, perturbed(random, HBW), HBWBW, p, m));
    }

    /** Sample losses ℓ_x = (c_x·w)² of the products w_i = u_i v_i, invariant under (λu, λ⁻¹v): K = (u, −v), A = diag(1, −1). */
    @Property(tries = 200)
    void T_Cor2(
            @ForAll @IntRange(min = 1, max = 3) int n, @ForAll @IntRange(min = 1, max = 5) int N, @ForAll long seed) {
        Random random = new Random(seed);
        int p = 2 * n;
        long[] theta = Flat.random(random, p);
        long[] c = Flat.random(random, N * n);
        long[] w = fill(n, i -> theta[i] * theta[n + i]);
        long[] value = compose(w, c, 1, n, N, 1);
        // ∇(c_x·w) and its Hessian, which couples u_i with v_i
        long[] dw = fill(N * p, o -> c[o / p * n + o % p % n] * theta[(o % p + n) % p]);
        long[] g = fill(N * p, o -> 2 * value[o / p] * dw[o]);
        long[] H = fill(p * p * N, o -> {
            int a = o / N / p;
            int b = o / N % p;
            int x = o % N;
            return 2 * (dw[x * p + a] * dw[x * p + b] + (b == (a + n) % p ? value[x] * c[x * n + a % n] : 0));
        });
        long[] K = fill(p, i -> i < n ? theta[i] : -theta[i]);
        long[] A = fill(p * p, o -> o / p != o % p ? 0 : o % p < n ? 1 : -1);
        long[] gt = transpose(g, N, p);
        long[] HK = compose(H, K, 1, p, 1, p * N);
        long[] Ag = compose(A, g, p, p, N, 1);
        assertTrue(Decision.zero(compose(g, K, N, p, 1, 1)));
        assertTrue(Decision.zero(plus(HK, Ag)));

        long[] ones = fill(N, x -> 1);
        long[] s = compose(g, ones, 1, N, 1, p);
        long[] HsK = compose(compose(H, ones, p * p, N, 1, 1), K, 1, p, 1, p);
        long[] S = plus(times(N, compose(gt, gt, p, N, p, 1)), times(-1, compose(s, s, p, 1, p, 1)));
        long[] trace = compose(A, S, 1, p * p, 1, 1);
        long[] v = plus(times(N, compose(HK, gt, 1, p * N, 1, 1)), times(-1, compose(HsK, s, 1, p, 1, 1)));
        assertTrue(Noether.holds(A, S, trace, v, p * p));
        assertFalse(Noether.holds(A, S, trace, perturbed(random, v), p * p));
    }

    private static long[] symmetric(Random random, int n) {
        long[] a = Flat.random(random, n * n);
        return plus(a, transpose(a, n, n));
    }

    /** Entries that a cube, squared, leaves room for. */
    private static long[] small(Random random, int size) {
        return random.longs(size, -4, 5).toArray();
    }

    /** x^k, where a factor 0 before it has made k < 0 harmless. */
    private static long power(long x, int k) {
        long y = 1;
        for (int i = 0; i < k; i++) {
            y *= x;
        }
        return y;
    }
}
