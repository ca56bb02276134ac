package org.equicert.reference;

/**
 * Concrete instances of the theorems: k = p = m = 1, where no derivative vanishes and q = 2.
 *
 * <p>f, φ and ψ have first derivatives 1 and second derivatives 1, 2 or 3. An array is named by its entry. That the
 * prover closes these shows that the premises of each theorem can be met all at once.
 */
final class WitnessTheorems {

    private WitnessTheorems() {}

    /** c = a·b, as a composition in dimension 1. */
    /*@ public normal_behavior
      @   requires c.length == 1 && a.length == 1 && b.length == 1 && c[0] == a[0] * b[0];
      @   ensures Relation.composition(c, a, b, 1, 1, 1, 1);
      @   assignable \strictly_nothing;
      @*/
    static void product(long[] c, long[] a, long[] b) {}

    /** c = a + b. */
    /*@ public normal_behavior
      @   requires c.length == 1 && a.length == 1 && b.length == 1 && c[0] == a[0] + b[0];
      @   ensures Relation.sum(c, a, b);
      @   assignable \strictly_nothing;
      @*/
    static void total(long[] c, long[] a, long[] b) {}

    /** c = q·a. */
    /*@ public normal_behavior
      @   requires c.length == 1 && a.length == 1 && c[0] == q * a[0];
      @   ensures Relation.multiple(c, q, a);
      @   assignable \strictly_nothing;
      @*/
    static void multiple(long[] c, long q, long[] a) {}

    /** i = q·1. */
    /*@ public normal_behavior
      @   requires i.length == 1 && i[0] == q;
      @   ensures Relation.unit(i, q, 1);
      @   assignable \strictly_nothing;
      @*/
    static void unit(long[] i, long q) {}

    /** o = 0. */
    /*@ public normal_behavior
      @   requires o.length == 1 && o[0] == 0;
      @   ensures Relation.zero(o);
      @   assignable \strictly_nothing;
      @*/
    static void zero(long[] o) {}

    /*@ public normal_behavior
      @   ensures true;
      @   assignable \nothing;
      @*/
    static void gradient() {
        long[] v1 = new long[1];
        v1[0] = 1;
        long[] v2 = new long[1];
        v2[0] = 2;
        long[] v4 = new long[1];
        v4[0] = 4;
        product(v1, v1, v1);
        product(v2, v1, v2);
        unit(v2, 2);
        product(v2, v2, v1);
        multiple(v2, 2, v1);
        multiple(v4, 2, v2);
        Theorem1.loss(
                v1, v1, v1, v1, v1, v1, v2, v2, v2, v2, v2, v2, v1, v1, v2, v2, v2, v4, v2, v1, v2, 2, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   ensures true;
      @   assignable \nothing;
      @*/
    static void mixed() {
        long[] v1 = new long[1];
        v1[0] = 1;
        long[] v2 = new long[1];
        v2[0] = 2;
        long[] v3 = new long[1];
        v3[0] = 3;
        long[] v4 = new long[1];
        v4[0] = 4;
        long[] v6 = new long[1];
        v6[0] = 6;
        long[] v8 = new long[1];
        v8[0] = 8;
        long[] v12 = new long[1];
        v12[0] = 12;
        product(v1, v1, v1);
        product(v2, v1, v2);
        unit(v2, 2);
        product(v2, v2, v1);
        multiple(v2, 2, v1);
        multiple(v4, 2, v2);
        total(v2, v1, v1);
        product(v3, v3, v1);
        total(v3, v1, v2);
        product(v4, v2, v2);
        total(v4, v2, v2);
        multiple(v6, 2, v3);
        total(v6, v4, v2);
        product(v8, v2, v4);
        product(v4, v1, v4);
        multiple(v8, 2, v4);
        total(v12, v4, v8);
        Theorem1a.loss(
                v1, v1, v1, v1, v1, v2, v1, v1, v1, v3, v1, v1, v2, v2, v2, v2, v2, v2, v1, v1, v2, v1, v2, v2, v2,
                v4, v2, v1, v1, v1, v2, v1, v1, v1, v1, v1, v2, v3, v4, v2, v2, v2, v2, v2, v2, v2, v2, v4, v2, v6,
                v4, v4, v2, v4, v8, v4, v4, v4, v4, v8, v4, v1, v1, v1, v4, v2, v2, v2, v8, v4, v4, v2, v8, v1, v2,
                v4, v12, 2, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   ensures true;
      @   assignable \nothing;
      @*/
    static void pure() {
        long[] v1 = new long[1];
        v1[0] = 1;
        long[] v2 = new long[1];
        v2[0] = 2;
        long[] v3 = new long[1];
        v3[0] = 3;
        long[] v4 = new long[1];
        v4[0] = 4;
        long[] v6 = new long[1];
        v6[0] = 6;
        long[] v8 = new long[1];
        v8[0] = 8;
        long[] v12 = new long[1];
        v12[0] = 12;
        long[] v16 = new long[1];
        v16[0] = 16;
        long[] v24 = new long[1];
        v24[0] = 24;
        product(v1, v1, v1);
        product(v2, v1, v2);
        unit(v2, 2);
        product(v2, v2, v1);
        multiple(v2, 2, v1);
        multiple(v4, 2, v2);
        total(v2, v1, v1);
        total(v3, v1, v2);
        product(v4, v2, v2);
        product(v8, v4, v2);
        product(v4, v1, v4);
        multiple(v8, 2, v4);
        total(v8, v4, v4);
        multiple(v6, 2, v3);
        multiple(v12, 2, v6);
        total(v12, v8, v4);
        product(v8, v2, v4);
        product(v16, v2, v8);
        product(v8, v1, v8);
        multiple(v16, 2, v8);
        total(v24, v8, v16);
        Theorem1b.loss(
                v1, v1, v1, v1, v1, v2, v1, v1, v1, v3, v1, v1, v2, v2, v2, v2, v2, v2, v1, v1, v2, v1, v2, v2, v2,
                v4, v2, v1, v1, v1, v2, v1, v1, v1, v1, v1, v1, v2, v4, v2, v2, v2, v2, v2, v2, v2, v2, v8, v4, v4,
                v4, v4, v4, v2, v4, v4, v8, v4, v6, v12, v8, v4, v8, v4, v8, v16, v8, v8, v8, v8, v16, v8, v1, v1,
                v1, v4, v2, v2, v2, v8, v4, v4, v16, v8, v8, v2, v16, v1, v2, v8, v24, 2, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   ensures true;
      @   assignable \nothing;
      @*/
    static void symmetry() {
        long[] v0 = new long[1];
        long[] v1 = new long[1];
        v1[0] = 1;
        long[] v2 = new long[1];
        v2[0] = 2;
        product(v1, v1, v1);
        product(v0, v1, v0);
        total(v1, v1, v0);
        total(v2, v1, v1);
        product(v2, v2, v1);
        Theorem2.second(
                v0, v1, v1, v1, v1, v2, v1, v1, v1, v1, v0, v1, v1, v1, v1, v1, v0, v2, v2, 1, 1);
    }

    /*@ public normal_behavior
      @   ensures true;
      @   assignable \nothing;
      @*/
    static void theta() {
        long[] v0 = new long[1];
        long[] v1 = new long[1];
        v1[0] = 1;
        long[] v2 = new long[1];
        v2[0] = 2;
        long[] v3 = new long[1];
        v3[0] = 3;
        unit(v1, 1);
        zero(v0);
        product(v1, v1, v1);
        product(v0, v1, v0);
        total(v1, v1, v0);
        product(v2, v2, v1);
        product(v0, v2, v0);
        product(v0, v0, v1);
        product(v0, v0, v0);
        total(v0, v0, v0);
        total(v2, v1, v1);
        product(v3, v3, v1);
        product(v0, v3, v0);
        Law.reflexive(v1);
        Law.reflexive(v2);
        Premises.theta(
                v1, v1, v1, v1, v1, v2, v2, v2, v1, v1, v1, v3, v3, v3, v1, v1, v1, v0, v0, v0, v1, v0, v1, v1, v1,
                v2, v0, v0, v0, v0, v0, v0, v0, v1, v0, v1, v0, v1, v1, v1, v1, v1, v2, v1, v1, v1, v0, v1, v1, v0,
                v1, v1, v1, v3, v0, v0, v0, v0, v0, v1, v0, v1, v0, v1, v1, v2, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   ensures true;
      @   assignable \nothing;
      @*/
    static void shifted() {
        long[] v0 = new long[1];
        long[] v1 = new long[1];
        v1[0] = 1;
        long[] v2 = new long[1];
        v2[0] = 2;
        long[] v3 = new long[1];
        v3[0] = 3;
        unit(v1, 1);
        zero(v0);
        product(v0, v1, v0);
        product(v1, v1, v1);
        total(v1, v0, v1);
        total(v1, v1, v0);
        product(v0, v0, v1);
        product(v0, v2, v0);
        product(v0, v0, v0);
        product(v2, v2, v1);
        total(v0, v0, v0);
        total(v2, v2, v0);
        total(v2, v0, v2);
        product(v2, v1, v2);
        total(v3, v1, v2);
        product(v0, v3, v0);
        product(v3, v3, v1);
        total(v3, v3, v0);
        total(v3, v0, v3);
        Law.reflexive(v1);
        Law.reflexive(v3);
        Premises.mixed(
                v1, v1, v1, v1, v1, v2, v2, v2, v1, v1, v1, v3, v3, v3, v1, v1, v1, v1, v0, v0, v0, v0, v0, v1, v1,
                v1, v0, v1, v0, v0, v0, v0, v2, v2, v2, v0, v0, v0, v0, v2, v2, v0, v2, v1, v1, v1, v1, v2, v3, v0,
                v1, v0, v0, v0, v0, v0, v1, v1, v1, v0, v1, v0, v0, v0, v0, v3, v3, v3, v0, v0, v0, v0, v3, v3, v0,
                v3, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   ensures true;
      @   assignable \nothing;
      @*/
    static void lambda() {
        long[] v0 = new long[1];
        long[] v1 = new long[1];
        v1[0] = 1;
        long[] v2 = new long[1];
        v2[0] = 2;
        long[] v3 = new long[1];
        v3[0] = 3;
        unit(v1, 1);
        zero(v0);
        product(v0, v1, v0);
        product(v1, v1, v1);
        total(v1, v0, v1);
        product(v0, v0, v0);
        product(v0, v2, v0);
        product(v0, v0, v1);
        product(v2, v2, v1);
        total(v0, v0, v0);
        total(v2, v0, v2);
        total(v2, v2, v0);
        product(v2, v1, v2);
        total(v3, v1, v2);
        product(v0, v3, v0);
        product(v3, v3, v1);
        total(v3, v0, v3);
        total(v3, v3, v0);
        Law.reflexive(v1);
        Law.reflexive(v3);
        Premises.lambda(
                v1, v1, v1, v1, v1, v2, v2, v2, v1, v1, v1, v3, v3, v3, v1, v1, v1, v0, v0, v0, v0, v1, v1, v0, v0,
                v0, v0, v2, v0, v2, v2, v0, v0, v0, v2, v2, v0, v2, v1, v1, v1, v2, v3, v0, v0, v0, v0, v0, v0, v1,
                v1, v0, v0, v0, v0, v3, v0, v3, v3, v0, v0, v0, v3, v3, v0, v3, 1, 1, 1);
    }
}
