package org.equicert.reference;

import static org.equicert.reference.Premised.at;
import static org.equicert.reference.Premised.draw;
import static org.equicert.reference.Premised.minus;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The theorems of T, evaluated: what is proved of every instance, seen to be so on drawn ones. */
class TheoremProperties {

    /** Dimension 1, which hides every mistake, and odd ones among others, which tell strides apart. */
    @Provide
    Arbitrary<Integer> dimensions() {
        return Arbitraries.of(1, 2, 3, 5);
    }

    @Property(tries = 200)
    void T_Premises(
            @ForAll("dimensions") int p, @ForAll("dimensions") int m, @ForAll("dimensions") int k, @ForAll long seed) {
        Premised d = new Premised(new Random(seed), p, m, k);
        assertTrue(Decision.unit(at(d.P, d.Pi, 1, p, p, p), d.q, p));
        assertTrue(Decision.unit(at(d.Si, d.S, 1, m, m, m), d.q, m));
        assertArrayEquals(at(d.F, d.P, 1, p, p, m), at(d.S, d.G, 1, m, p, m));
        assertArrayEquals(
                Vector.add(at(at(d.F2, d.P, 1, p, p, p * m), d.P, p, p, p, m), at(d.F, d.P11, 1, p, p * p, m)),
                Vector.add(at(at(d.S11, d.G, 1, m, p, m * m), d.G, p, m, p, m), at(d.S, d.G2, 1, m, p * p, m)));
        assertArrayEquals(
                Vector.add(at(at(d.F2, d.P2, 1, p, k, p * m), d.P, k, p, p, m), at(d.F, d.P21, 1, p, k * p, m)),
                at(d.S21, d.G, k, m, p, m));
    }

    @Property(tries = 200)
    void T_Thm1_1(
            @ForAll("dimensions") int p, @ForAll("dimensions") int m, @ForAll("dimensions") int k, @ForAll long seed) {
        Random random = new Random(seed);
        Premised d = new Premised(random, p, m, k);
        assertArrayEquals(d.Z, at(d.G, d.K, 1, p, k, m));
        long[] dL = at(d.l, d.G, 1, m, p, 1);
        long[] lZ = at(d.l, d.Z, 1, m, k, 1);
        assertTrue(Theorem1.holds(d.G, d.K, d.Z, d.l, dL, lZ, p, m, k));
        assertFalse(Theorem1.holds(d.G, d.K, d.Z, d.l, dL, perturbed(lZ, random), p, m, k));
    }

    @Property(tries = 200)
    void T_Thm1_2a(
            @ForAll("dimensions") int p, @ForAll("dimensions") int m, @ForAll("dimensions") int k, @ForAll long seed) {
        Random random = new Random(seed);
        Premised d = new Premised(random, p, m, k);
        long[] D = minus(Vector.scale(d.q, d.P21), at(d.P11, d.K, 1, p, k, p * p));
        long[] S11ZG = at(at(d.S11, d.Z, 1, m, k, m * m), d.G, k, m, p, m);
        long[] E = minus(Vector.scale(d.q, at(d.S21, d.G, k, m, p, m)), S11ZG);
        long[] H = hessian(d);
        assertTrue(holds2a(d, H, D, E));
        int i = random.nextInt(p);
        Assume.that(moves(d, i));
        H[i * p + random.nextInt(p)]++;
        assertFalse(holds2a(d, H, D, E));
    }

    private static boolean holds2a(Premised d, long[] H, long[] D, long[] E) {
        int p = d.p;
        int m = d.m;
        int k = d.k;
        long[] HK = at(H, d.K, 1, p, k, p);
        long[] WZ = at(d.W, d.Z, 1, m, k, m);
        long[] WZG = at(WZ, d.G, k, m, p, 1);
        long[] qWZG = Vector.scale(d.q, WZG);
        long[] dLPi = at(at(d.l, d.G, 1, m, p, 1), d.Pi, 1, p, p, 1);
        long[] lSi = at(d.l, d.Si, 1, m, m, 1);
        long[] lSiE = at(lSi, E, 1, m, k * p, 1);
        return Theorem1a.holds(
                d.G,
                d.K,
                d.Z,
                d.W,
                H,
                HK,
                Vector.scale(d.q, HK),
                WZ,
                WZG,
                qWZG,
                at(dLPi, D, 1, p, k * p, 1),
                dLPi,
                D,
                lSiE,
                lSi,
                E,
                Vector.add(qWZG, lSiE),
                d.q,
                p,
                m,
                k);
    }

    @Property(tries = 200)
    void T_Thm1_2b(
            @ForAll("dimensions") int p, @ForAll("dimensions") int m, @ForAll("dimensions") int k, @ForAll long seed) {
        Random random = new Random(seed);
        Premised d = new Premised(random, p, m, k);
        long[] P11KK = at(at(d.P11, d.K, 1, p, k, p * p), d.K, k, p, k, p);
        long[] D = minus(Vector.scale(d.q * d.q, d.P22), P11KK);
        long[] S11ZZ = at(at(d.S11, d.Z, 1, m, k, m * m), d.Z, k, m, k, m);
        long[] E = minus(Vector.scale(d.q * d.q, d.S22), S11ZZ);
        long[] H = hessian(d);
        assertTrue(holds2b(d, H, D, E));
        int i = random.nextInt(p);
        Assume.that(moves(d, i));
        H[i * p + i]++;
        assertFalse(holds2b(d, H, D, E));
    }

    private static boolean holds2b(Premised d, long[] H, long[] D, long[] E) {
        int p = d.p;
        int m = d.m;
        int k = d.k;
        long[] HK = at(H, d.K, 1, p, k, p);
        long[] HKK = at(HK, d.K, k, p, k, 1);
        long[] WZ = at(d.W, d.Z, 1, m, k, m);
        long[] WZZ = at(WZ, d.Z, k, m, k, 1);
        long[] qWZZ = Vector.scale(d.q, WZZ);
        long[] dLPi = at(at(d.l, d.G, 1, m, p, 1), d.Pi, 1, p, p, 1);
        long[] lSi = at(d.l, d.Si, 1, m, m, 1);
        long[] lSiE = at(lSi, E, 1, m, k * k, 1);
        return Theorem1b.holds(
                d.K,
                d.Z,
                d.W,
                H,
                HK,
                HKK,
                Vector.scale(d.q, HKK),
                WZ,
                WZZ,
                qWZZ,
                at(dLPi, D, 1, p, k * k, 1),
                dLPi,
                D,
                lSiE,
                lSi,
                E,
                Vector.add(qWZZ, lSiE),
                d.q,
                p,
                m,
                k);
    }

    /** J an involution, G and the even part of ∇²f averaged over it, and a curvature of φ that the odd part undoes. */
    @Property(tries = 200)
    void T_Thm2_1_T_Thm2_2(@ForAll("dimensions") int p, @ForAll("dimensions") int m, @ForAll long seed) {
        Random random = new Random(seed);
        long[][] basis = Premised.unimodular(random, p);
        long[] signs = new long[p * p];
        for (int i = 0; i < p; i++) {
            signs[i * p + i] = random.nextBoolean() ? 1 : -1;
        }
        long[] J = at(at(basis[0], signs, 1, p, p, p), basis[1], 1, p, p, p);
        long[] half = draw(random, p * m);
        long[] G = Vector.add(half, at(half, J, 1, p, p, m));
        long[] even = draw(random, p * p * m);
        long[] bend = draw(random, p * p * p);
        long[] P11 = minus(bend, at(at(bend, J, 1, p, p, p * p), J, p, p, p, p));
        long[] G2 = Vector.add(
                Vector.add(even, at(at(even, J, 1, p, p, p * m), J, p, p, p, m)), at(G, bend, 1, p, p * p, m));
        long[] l = draw(random, m);
        long[] W = draw(random, m * m);
        long[] dL = at(l, G, 1, m, p, 1);
        long[] H = Vector.add(at(at(W, G, 1, m, p, m), G, p, m, p, 1), at(l, G2, 1, m, p * p, 1));
        long[] dLP11 = at(dL, P11, 1, p, p * p, 1);
        long[] HJ = at(H, J, 1, p, p, p);
        long[] HJJ = at(HJ, J, p, p, p, 1);
        assertTrue(Theorem2.holds(P11, H, dL, J, HJ, HJJ, dLP11, p));
        assertFalse(Theorem2.holds(P11, perturbed(H, random), dL, J, HJ, HJJ, dLP11, p));
    }

    /** A jet of random coefficients through two maps, and through their composite. */
    @Property(tries = 200)
    void T_Lem1_4_toSecondOrder(
            @ForAll("dimensions") int n,
            @ForAll("dimensions") int r,
            @ForAll("dimensions") int t,
            @ForAll("dimensions") int a,
            @ForAll long seed) {
        Random random = new Random(seed);
        int b = 2;
        long[] A = draw(random, r * t);
        long[] A2 = draw(random, r * r * t);
        long[] B = draw(random, n * r);
        long[] B2 = draw(random, n * n * r);
        long[] C2 = Vector.add(at(at(A2, B, 1, r, n, r * t), B, n, r, n, t), at(A, B2, 1, r, n * n, t));
        long[][] x = {draw(random, a * n), draw(random, b * n), draw(random, a * b * n)};
        long[][] y = push(A, A2, push(B, B2, x, n, r, a, b), r, t, a, b);
        long[][] z = push(at(A, B, 1, r, n, t), C2, x, n, t, a, b);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(z[i], y[i]);
        }
    }

    private static long[][] push(long[] A, long[] A2, long[][] x, int n, int t, int a, int b) {
        return new long[][] {
            at(A, x[0], 1, n, a, t),
            at(A, x[1], 1, n, b, t),
            Vector.add(at(at(A2, x[0], 1, n, a, n * t), x[1], a, n, b, t), at(A, x[2], 1, n, a * b, t))
        };
    }

    private static long[] hessian(Premised d) {
        int p = d.p;
        int m = d.m;
        return Vector.add(at(at(d.W, d.G, 1, m, p, m), d.G, p, m, p, 1), at(d.l, d.G2, 1, m, p * p, 1));
    }

    /** Whether a characteristic direction moves parameter i: elsewhere no identity sees the Hessian. */
    private static boolean moves(Premised d, int i) {
        for (int a = 0; a < d.k; a++) {
            if (d.K[a * d.p + i] != 0) {
                return true;
            }
        }
        return false;
    }

    private static long[] perturbed(long[] a, Random random) {
        long[] b = a.clone();
        b[random.nextInt(b.length)]++;
        return b;
    }
}
