package org.equicert.reference;

import java.util.Random;

/**
 * Integer data that satisfies the premises (10), (11), (15), (16) and (17): drawn where it is free, solved for where not.
 *
 * <p>P is unimodular, so that (10) gives F and (15) gives F₂. G has a one-sided inverse R: where m ≥ p, R ∘ G = 1 solves
 * (16) for S₂₁, and S may have any invariants; where m < p, G ∘ R = 1 solves it for P₂₁, and S is unimodular.
 */
final class Premised {

    final int p;
    final int m;
    final int k;
    final long q;
    final long[] F;
    final long[] F2;
    final long[] P;
    final long[] P2;
    final long[] P11;
    final long[] P21;
    final long[] P22;
    final long[] S;
    final long[] S2;
    final long[] S11;
    final long[] S21;
    final long[] S22;
    final long[] G;
    final long[] G2;
    final long[] Pi;
    final long[] Si;
    final long[] K;
    final long[] Z;
    final long[] l;
    final long[] W;

    Premised(Random random, int p, int m, int k) {
        this.p = p;
        this.m = m;
        this.k = k;
        long[][] turn = unimodular(random, p);
        long[][] left = unimodular(random, m);
        long[][] right = unimodular(random, m);
        long[][] inner = unimodular(random, Math.max(p, m));
        P = turn[0];
        long[] inverse = turn[1];
        q = (random.nextBoolean() ? 2 : 6) * (random.nextBoolean() ? 1 : -1);
        long[] invariants = new long[m * m];
        long[] cofactors = new long[m * m];
        for (int i = 0; i < m; i++) {
            long d = m < p ? 1 : 1 + random.nextInt(2);
            invariants[i * m + i] = d;
            cofactors[i * m + i] = q / d;
        }
        S = square(square(left[0], invariants, m), right[0], m);
        Si = square(square(right[1], cofactors, m), left[1], m);
        Pi = Vector.scale(q, inverse);

        long[] onto = diagonal(p, m);
        long[] into = diagonal(m, p);
        G = m < p ? at(onto, inner[0], 1, p, p, m) : at(inner[0], onto, 1, m, p, m);
        long[] R = m < p ? at(inner[1], into, 1, p, m, p) : at(into, inner[1], 1, m, m, p);
        G2 = draw(random, p * p * m);
        P11 = draw(random, p * p * p);
        S11 = draw(random, m * m * m);
        F = at(at(S, G, 1, m, p, m), inverse, 1, p, p, m);
        long[] bent = Vector.add(
                at(at(S11, G, 1, m, p, m * m), G, p, m, p, m),
                minus(at(S, G2, 1, m, p * p, m), at(F, P11, 1, p, p * p, m)));
        F2 = at(at(bent, inverse, 1, p, p, p * m), inverse, p, p, p, m);

        P2 = draw(random, k * p);
        S2 = at(F, P2, 1, p, k, m);
        long[] F2P2 = at(F2, P2, 1, p, k, p * m);
        long[] F2P2P = at(F2P2, P, k, p, p, m);
        if (m < p) {
            S21 = draw(random, k * m * m);
            long[] back = at(at(P, R, 1, p, m, p), square(right[1], left[1], m), 1, m, m, p);
            P21 = at(back, minus(at(S21, G, k, m, p, m), F2P2P), 1, m, k * p, p);
        } else {
            P21 = draw(random, k * p * p);
            S21 = at(Vector.add(F2P2P, at(F, P21, 1, p, k * p, m)), R, k, p, m, m);
        }
        P22 = draw(random, k * k * p);
        S22 = Vector.add(at(F2P2, P2, k, p, k, m), at(F, P22, 1, p, k * k, m));
        K = at(Pi, P2, 1, p, k, p);
        Z = at(Si, S2, 1, m, k, m);
        l = draw(random, m);
        W = draw(random, m * m);
    }

    /** A ∘_k B. */
    static long[] at(long[] a, long[] b, int S, int n, int U, int T) {
        return Composition.compose(a, b, S * U * T, S, n, U, T);
    }

    static long[] minus(long[] a, long[] b) {
        return Vector.add(a, Vector.scale(-1, b));
    }

    static long[] draw(Random random, int size) {
        return random.longs(size, -2, 3).toArray();
    }

    private static long[] square(long[] a, long[] b, int n) {
        return at(a, b, 1, n, n, n);
    }

    /** The map Rⁿ → Rᵗ that keeps what coordinates there are. */
    private static long[] diagonal(int n, int t) {
        long[] a = new long[n * t];
        for (int i = 0; i < Math.min(n, t); i++) {
            a[i * t + i] = 1;
        }
        return a;
    }

    /** A product of shears and reflections, and its inverse. */
    static long[][] unimodular(Random random, int n) {
        long[] u = diagonal(n, n);
        long[] v = diagonal(n, n);
        for (int step = 0; step < n + 1; step++) {
            int i = random.nextInt(n);
            int j = random.nextInt(n);
            long[] e = diagonal(n, n);
            long[] inverse = diagonal(n, n);
            e[i * n + j] = i == j ? -1 : 1;
            inverse[i * n + j] = -1;
            u = square(u, e, n);
            v = square(inverse, v, n);
        }
        return new long[][] {u, v};
    }
}
