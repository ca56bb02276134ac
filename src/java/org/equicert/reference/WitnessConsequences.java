package org.equicert.reference;

/**
 * Callers of the consequences, on tensors of one entry: every premise is met, and by more than zeros where the
 * statement lets it be. A tensor is named by its entry.
 */
final class WitnessConsequences {

    private WitnessConsequences() {}

    /* One entry, x. */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*;
      @ public static model boolean is(long[] a, \bigint x) { return a.length == 1 && a[0] == x; } @*/

    /*@ public normal_behavior
      @   ensures \fresh(\result) && is(\result, x);
      @   assignable \nothing;
      @*/
    static long[] of(long x) {
        long[] a = new long[1];
        a[0] = x;
        return a;
    }

    /*@ public normal_behavior
      @   requires is(c, z) && is(a, x) && is(b, y) && z == x * y;
      @   ensures Relation.composition(c, a, b, 1, 1, 1, 1);
      @   assignable \strictly_nothing;
      @*/
    static void composed(long[] c, long z, long[] a, long x, long[] b, long y) {
        Composition.definition(a, b, 0, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   requires is(c, z) && is(a, x) && is(b, y) && z == x + y;
      @   ensures Relation.sum(c, a, b);
      @   assignable \strictly_nothing;
      @*/
    static void summed(long[] c, long z, long[] a, long x, long[] b, long y) {}

    /*@ public normal_behavior
      @   requires is(c, z) && is(a, x) && z == q * x;
      @   ensures Relation.multiple(c, q, a);
      @   assignable \strictly_nothing;
      @*/
    static void multiplied(long[] c, long z, long q, long[] a, long x) {}

    /*@ public normal_behavior
      @   requires is(a, x);
      @   ensures a.length == 1 && a[0] == x && Relation.unit(a, x, 1) && (x == 0 ==> Relation.zero(a));
      @   assignable \strictly_nothing;
      @*/
    static void entry(long[] a, long x) {}

    /** A constant f: ∇f = 0, and any K is a symmetry. */
    /*@ public normal_behavior
      @   requires is(n0, 0) && is(n2, 2) && is(n3, 3) && is(n5, 5) && is(n6, 6);
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void symmetry(long[] n0, long[] n2, long[] n3, long[] n5, long[] n6) {
        composed(n0, 0, n3, 3, n0, 0);
        composed(n0, 0, n0, 0, n2, 2);
        entry(n0, 0);
        Symmetry.first(n0, n3, n0, n2, n0, n0, 1, 1, 1);
        composed(n0, 0, n0, 0, n3, 3);
        multiplied(n0, 0, 5, n0, 0);
        summed(n0, 0, n0, 0, n0, 0);
        Symmetry.degeneracy(n0, n2, n0, n3, n0, n0, n0, n0, 5, 1, 1, 1);
        composed(n6, 6, n2, 2, n3, 3);
        composed(n0, 0, n0, 0, n6, 6);
        Symmetry.kernel(n0, n2, n0, n3, n6, n0, 1, 1, 1);
        summed(n5, 5, n2, 2, n3, 3);
        composed(n0, 0, n0, 0, n5, 5);
        Symmetry.balance(n0, n2, n5, n3, n0, n0, n0, 1, 1);
    }

    /** f(θ) = θ² at θ = 2, with ∇ℓ = 3 and ∇²ℓ = 5: d = 2 and α = 1·3 + 2·4·5 = 43. */
    /*@ public normal_behavior
      @   requires is(n1, 1) && is(n2, 2) && is(n3, 3) && is(n4, 4) && is(n5, 5) && is(n6, 6) && is(n8, 8);
      @   requires is(n12, 12) && is(n20, 20) && is(n24, 24) && is(n40, 40) && is(n80, 80) && is(n86, 86);
      @   requires is(n160, 160) && is(n172, 172) && is(n320, 320) && is(n344, 344) && is(n516, 516);
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void homogeneity(long[] n1, long[] n2, long[] n3, long[] n4, long[] n5, long[] n6, long[] n8,
            long[] n12, long[] n20, long[] n24, long[] n40, long[] n80, long[] n86, long[] n160, long[] n172,
            long[] n320, long[] n344, long[] n516) {
        entry(n1, 1);
        composed(n4, 4, n4, 4, n1, 1);
        entry(n2, 2);
        composed(n8, 8, n2, 2, n4, 4);
        summed(n8, 8, n4, 4, n4, 4);
        multiplied(n8, 8, 2, n4, 4);
        Homogeneity.second(n4, n1, n4, n2, n8, n8, n4, 2, 1, 1, 1);
        composed(n8, 8, n4, 4, n2, 2);
        composed(n12, 12, n3, 3, n4, 4);
        composed(n24, 24, n12, 12, n2, 2);
        Homogeneity.first(n2, n4, n4, n8, n3, n12, n24, n12, 2, 1, 1);
        composed(n4, 4, n2, 2, n2, 2);
        multiplied(n4, 4, 1, n4, 4);
        composed(n20, 20, n5, 5, n4, 4);
        composed(n80, 80, n20, 20, n4, 4);
        composed(n6, 6, n3, 3, n2, 2);
        summed(n86, 86, n80, 80, n6, 6);
        composed(n40, 40, n20, 20, n2, 2);
        composed(n172, 172, n86, 86, n2, 2);
        multiplied(n160, 160, 2, n80, 80);
        multiplied(n12, 12, 1, n12, 12);
        Homogeneity.hessian(n2, n4, n4, n8, n2, n4, n3, n12, n5, n20, n80, n6, n86, n40, n172, n20, n80, n160, n12,
                2, 1, 1, 1);
        composed(n344, 344, n172, 172, n2, 2);
        composed(n160, 160, n80, 80, n2, 2);
        composed(n320, 320, n160, 160, n2, 2);
        Homogeneity.quadratic(n2, n4, n4, n8, n3, n12, n12, n20, n80, n80, n160, n12, n172, n24, n344, n160, n320,
                n24, 2, 1, 4, 2, 1, 1);
        entry(n3, 3);
        entry(n4, 4);
        entry(n5, 5);
        multiplied(n6, 6, 3, n2, 2);
        multiplied(n516, 516, 43, n12, 12);
        Homogeneity.single(n2, n4, n4, n3, n12, n5, n86, n172, n20, n80, n160, n12, n6, n516, 43, 3, 2, 1, 1);
    }

    /** The mirror θ ↦ −θ of the line fixes 0, and complements nothing but 0. */
    /*@ public normal_behavior
      @   requires is(m14, -14) && is(m7, -7) && is(m1, -1) && is(n0, 0) && is(n1, 1) && is(n2, 2) && is(n7, 7);
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void fixedPoint(long[] m14, long[] m7, long[] m1, long[] n0, long[] n1, long[] n2, long[] n7) {
        entry(n0, 0);
        composed(n0, 0, n0, 0, n0, 0);
        multiplied(n7, 7, 1, n7, 7);
        summed(n7, 7, n7, 7, n0, 0);
        FixedPoint.linear(n0, n7, n7, n0, n0, n7, 1, 1, 1);
        composed(n1, 1, n1, 1, n1, 1);
        multiplied(n2, 2, 2, n1, 1);
        entry(n1, 1);
        summed(n1, 1, m1, -1, n2, 2);
        composed(m1, -1, m1, -1, n1, 1);
        multiplied(n1, 1, 1, n1, 1);
        FixedPoint.mirror(n1, n1, n1, n2, n1, m1, n1, m1, n1, n2, 1, -1, 1, 1);
        composed(n0, 0, n1, 1, n0, 0);
        composed(n0, 0, m1, -1, n0, 0);
        composed(n0, 0, n2, 2, n0, 0);
        multiplied(n0, 0, 1, n0, 0);
        FixedPoint.complement(n1, n1, n1, n2, n1, m1, n0, n0, n0, n0, n0, n0, 1, 1, 1, 1);
        composed(n0, 0, n0, 0, m1, -1);
        composed(n0, 0, n0, 0, n1, 1);
        multiplied(m1, -1, -1, n1, 1);
        FixedPoint.gradient(n0, m1, n0, n1, m1, n0, n0, 1, -1, 1, 1);
        composed(m7, -7, n7, 7, m1, -1);
        composed(n7, 7, m7, -7, m1, -1);
        composed(n7, 7, n7, 7, n1, 1);
        composed(n0, 0, n7, 7, n0, 0);
        composed(m7, -7, m7, -7, n1, 1);
        FixedPoint.hessian(n7, m1, m7, n7, n1, n0, m1, n0, n7, n0, m7, n7, n0, n0, 1, -1, 1, -1, 1, 1, 1);
    }

    /** f = W·h with W = 3 and h = 2, along B = 5; ∇²ℓ = 7. */
    /*@ public normal_behavior
      @   requires is(n1, 1) && is(n2, 2) && is(n3, 3) && is(n5, 5) && is(n6, 6) && is(n7, 7) && is(n14, 14);
      @   requires is(n15, 15) && is(n28, 28) && is(n30, 30) && is(n210, 210) && is(n420, 420) && is(n6300, 6300);
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void lastLayer(long[] n1, long[] n2, long[] n3, long[] n5, long[] n6, long[] n7, long[] n14, long[] n15,
            long[] n28, long[] n30, long[] n210, long[] n420, long[] n6300) {
        entry(n1, 1);
        composed(n2, 2, n1, 1, n2, 2);
        composed(n6, 6, n3, 3, n2, 2);
        composed(n15, 15, n3, 3, n5, 5);
        composed(n30, 30, n6, 6, n5, 5);
        LastLayer.first(n2, n3, n6, n5, n15, n30, n1, n2, 1, 1, 1);
        composed(n14, 14, n7, 7, n2, 2);
        composed(n28, 28, n14, 14, n2, 2);
        composed(n30, 30, n2, 2, n15, 15);
        composed(n210, 210, n7, 7, n30, 30);
        composed(n420, 420, n28, 28, n15, 15);
        composed(n6300, 6300, n420, 420, n15, 15);
        LastLayer.second(n15, n30, n2, n7, n14, n28, n210, n420, n6300, 1, 1);
    }

    /** One sample whose gradient and Hessian vanish, along K = 2 with ∇K = 3. */
    /*@ public normal_behavior
      @   requires is(n0, 0) && is(n1, 1) && is(n2, 2) && is(n3, 3);
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void noether(long[] n0, long[] n1, long[] n2, long[] n3) {
        entry(n0, 0);
        entry(n1, 1);
        composed(n0, 0, n3, 3, n0, 0);
        summed(n0, 0, n0, 0, n0, 0);
        composed(n0, 0, n0, 0, n0, 0);
        Noether.samples(n0, n0, n3, n0, n0, n0, n0, n0, n0, 1, 1, 1, 1);
        composed(n0, 0, n0, 0, n2, 2);
        composed(n0, 0, n0, 0, n1, 1);
        Noether.total(n0, n0, n2, n3, n0, n0, n0, n1, n0, n0, n0, n0, n0, n0, n0, 1, 1, 1);
        multiplied(n0, 0, -1, n0, 0);
        multiplied(n0, 0, 1, n0, 0);
        Noether.flow(n3, n0, n0, n0, n0, n0, n0, n0, n0, n0, n0, n0, n0, 1, 1);
    }

    /** The trivial group on the line: r = 3, V = 2, H = 5, and a step with η = 1 from θ = 5. */
    /*@ public normal_behavior
      @   requires is(n0, 0) && is(n1, 1) && is(n2, 2) && is(n3, 3) && is(n5, 5) && is(n6, 6) && is(n10, 10);
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void average(long[] n0, long[] n1, long[] n2, long[] n3, long[] n5, long[] n6, long[] n10) {
        entry(n1, 1);
        composed(n1, 1, n1, 1, n1, 1);
        Average.reindex(n1, n1, n1, n1, n1, n1, 1, 1, 1);
        Adjoint.line(n1, 1);
        Average.image(n1, n1, n1, n1, n1, n1, n1, 1, 1, 1);
        composed(n3, 3, n3, 3, n1, 1);
        Average.gradient(n1, n1, n1, n3, n3, n3, n3, 1, 1, 1, 1);
        Average.repeated(n1, n1, n1, n3, n3, n3, 1, 1, 1, 1);
        Average.invariant(n1, n3, n3, n1, 1);
        composed(n5, 5, n1, 1, n5, 5);
        composed(n2, 2, n1, 1, n2, 2);
        multiplied(n3, 3, 1, n3, 3);
        summed(n5, 5, n2, 2, n3, 3);
        Average.step(n1, n1, n3, n5, n3, n2, n2, 1, 1);
        composed(n2, 2, n2, 2, n1, 1);
        multiplied(n2, 2, 1, n2, 2);
        Average.fixed(n1, n1, n1, n1, n2, n2, n2, 1, 1, 1, 1);
        composed(n6, 6, n3, 3, n2, 2);
        Average.restricted(n1, n2, n2, n3, n6, n3, n6, 1, 1, 1);
        composed(n5, 5, n5, 5, n1, 1);
        composed(n10, 10, n5, 5, n2, 2);
        composed(n10, 10, n2, 2, n5, 5);
        composed(n10, 10, n10, 10, n1, 1);
        Average.hessian(n1, n1, n1, n5, n5, n5, n2, n2, n10, n10, n10, n10, 1, 1, 1, 1);
        entry(n0, 0);
        composed(n0, 0, n1, 1, n0, 0);
        composed(n0, 0, n10, 10, n0, 0);
        composed(n0, 0, n0, 0, n2, 2);
        multiplied(n0, 0, 1, n0, 0);
        Average.stationary(n2, n0, n0, n0, n0, 1, 1, 1);
        Average.blocks(n1, n10, n10, n0, n0, n0, 1, 1);
    }

    /** The one permutation of one element. */
    /*@ public normal_behavior
      @   ensures true;
      @   assignable \nothing;
      @*/
    static void permutation() {
        int[] table = new int[1];
        long[] one = of(1);
        permuted(one, table);
    }

    /*@ public normal_behavior
      @   requires is(one, 1) && table.length == 1 && table[0] == 0;
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void permuted(long[] one, int[] table) {
        identity(one, table);
        entry(one, 1);
        Permutation.reindex(one, one, table, table, 1);
        Permutation.count(one, one, 1);
    }

    /*@ public normal_behavior
      @   requires is(one, 1) && table.length == 1 && table[0] == 0;
      @   ensures Permutation.ones(one, 1) && Permutation.inverse(table, table, 1) && Permutation.matrix(one, table, 1);
      @   assignable \strictly_nothing;
      @*/
    static void identity(long[] one, int[] table) {}
}
