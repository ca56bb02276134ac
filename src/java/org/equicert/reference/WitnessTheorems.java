package org.equicert.reference;

/**
 * Instances of the theorems: k = p = m = 1, where no derivative vanishes and q = 2.
 *
 * <p>f, φ and ψ have first derivatives 1 and second derivatives 1, 2 or 3. An array is named by its one entry;
 * {@link WitnessConsequences#of} makes such arrays. That the prover closes these shows that the premises of each theorem
 * can be met all at once.
 */
final class WitnessTheorems {

    private WitnessTheorems() {}

    /*@ public normal_behavior
      @   requires n1.length == 1 && n1[0] == 1 && n2.length == 1 && n2[0] == 2 && n4.length == 1 && n4[0] == 4;
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void gradient(long[] n1, long[] n2, long[] n4) {
        WitnessLaw.product(n1, n1, n1);
        WitnessLaw.product(n2, n1, n2);
        WitnessLaw.square(n2);
        WitnessLaw.product(n2, n2, n1);
        WitnessLaw.multiple(n2, 2, n1);
        WitnessLaw.multiple(n4, 2, n2);
        Theorem1.loss(
                n1, n1, n1, n1, n1, n1, n2, n2, n2, n2, n2, n2, n1, n1, n2, n2, n2, n4, n2, n1, n2, 2, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   requires n1.length == 1 && n1[0] == 1 && n2.length == 1 && n2[0] == 2 && n3.length == 1 && n3[0] == 3;
      @   requires n4.length == 1 && n4[0] == 4 && n6.length == 1 && n6[0] == 6 && n8.length == 1 && n8[0] == 8;
      @   requires n12.length == 1 && n12[0] == 12;
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void mixed(long[] n1, long[] n2, long[] n3, long[] n4, long[] n6, long[] n8, long[] n12) {
        WitnessLaw.product(n1, n1, n1);
        WitnessLaw.product(n2, n1, n2);
        WitnessLaw.square(n2);
        WitnessLaw.product(n2, n2, n1);
        WitnessLaw.multiple(n2, 2, n1);
        WitnessLaw.multiple(n4, 2, n2);
        WitnessLaw.sum(n2, n1, n1);
        WitnessLaw.product(n3, n3, n1);
        WitnessLaw.sum(n3, n1, n2);
        WitnessLaw.product(n4, n2, n2);
        WitnessLaw.sum(n4, n2, n2);
        WitnessLaw.multiple(n6, 2, n3);
        WitnessLaw.sum(n6, n4, n2);
        WitnessLaw.product(n8, n2, n4);
        WitnessLaw.product(n4, n1, n4);
        WitnessLaw.multiple(n8, 2, n4);
        WitnessLaw.sum(n12, n4, n8);
        Theorem1a.loss(
                n1, n1, n1, n1, n1, n2, n1, n1, n1, n3, n1, n1, n2, n2, n2, n2, n2, n2, n1, n1, n2, n1, n2, n2, n2,
                n4, n2, n1, n1, n1, n2, n1, n1, n1, n1, n1, n2, n3, n4, n2, n2, n2, n2, n2, n2, n2, n2, n4, n2, n6,
                n4, n4, n2, n4, n8, n4, n4, n4, n4, n8, n4, n1, n1, n1, n4, n2, n2, n2, n8, n4, n4, n2, n8, n1, n2,
                n4, n12, 2, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   requires n1.length == 1 && n1[0] == 1 && n2.length == 1 && n2[0] == 2 && n3.length == 1 && n3[0] == 3;
      @   requires n4.length == 1 && n4[0] == 4 && n6.length == 1 && n6[0] == 6 && n8.length == 1 && n8[0] == 8;
      @   requires n12.length == 1 && n12[0] == 12 && n16.length == 1 && n16[0] == 16 && n24.length == 1 && n24[0] == 24;
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void pure(long[] n1, long[] n2, long[] n3, long[] n4, long[] n6, long[] n8, long[] n12, long[] n16, long[] n24) {
        WitnessLaw.product(n1, n1, n1);
        WitnessLaw.product(n2, n1, n2);
        WitnessLaw.square(n2);
        WitnessLaw.product(n2, n2, n1);
        WitnessLaw.multiple(n2, 2, n1);
        WitnessLaw.multiple(n4, 2, n2);
        WitnessLaw.sum(n2, n1, n1);
        WitnessLaw.sum(n3, n1, n2);
        WitnessLaw.product(n4, n2, n2);
        WitnessLaw.product(n8, n4, n2);
        WitnessLaw.product(n4, n1, n4);
        WitnessLaw.multiple(n8, 2, n4);
        WitnessLaw.sum(n8, n4, n4);
        WitnessLaw.multiple(n6, 2, n3);
        WitnessLaw.multiple(n12, 2, n6);
        WitnessLaw.sum(n12, n8, n4);
        WitnessLaw.product(n8, n2, n4);
        WitnessLaw.product(n16, n2, n8);
        WitnessLaw.product(n8, n1, n8);
        WitnessLaw.multiple(n16, 2, n8);
        WitnessLaw.sum(n24, n8, n16);
        Theorem1b.loss(
                n1, n1, n1, n1, n1, n2, n1, n1, n1, n3, n1, n1, n2, n2, n2, n2, n2, n2, n1, n1, n2, n1, n2, n2, n2,
                n4, n2, n1, n1, n1, n2, n1, n1, n1, n1, n1, n1, n2, n4, n2, n2, n2, n2, n2, n2, n2, n2, n8, n4, n4,
                n4, n4, n4, n2, n4, n4, n8, n4, n6, n12, n8, n4, n8, n4, n8, n16, n8, n8, n8, n8, n16, n8, n1, n1,
                n1, n4, n2, n2, n2, n8, n4, n4, n16, n8, n8, n2, n16, n1, n2, n8, n24, 2, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   requires n0.length == 1 && n0[0] == 0 && n1.length == 1 && n1[0] == 1 && n2.length == 1 && n2[0] == 2;
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void symmetry(long[] n0, long[] n1, long[] n2) {
        WitnessLaw.product(n1, n1, n1);
        WitnessLaw.product(n0, n1, n0);
        WitnessLaw.sum(n1, n1, n0);
        WitnessLaw.sum(n2, n1, n1);
        WitnessLaw.product(n2, n2, n1);
        Theorem2.second(
                n0, n1, n1, n1, n1, n2, n1, n1, n1, n1, n0, n1, n1, n1, n1, n1, n0, n2, n2, 1, 1);
    }

    /*@ public normal_behavior
      @   requires n0.length == 1 && n0[0] == 0 && n1.length == 1 && n1[0] == 1 && n2.length == 1 && n2[0] == 2;
      @   requires n3.length == 1 && n3[0] == 3;
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void theta(long[] n0, long[] n1, long[] n2, long[] n3) {
        WitnessLaw.square(n1);
        WitnessLaw.square(n0);
        WitnessLaw.product(n1, n1, n1);
        WitnessLaw.product(n0, n1, n0);
        WitnessLaw.sum(n1, n1, n0);
        WitnessLaw.product(n2, n2, n1);
        WitnessLaw.product(n0, n2, n0);
        WitnessLaw.product(n0, n0, n1);
        WitnessLaw.product(n0, n0, n0);
        WitnessLaw.sum(n0, n0, n0);
        WitnessLaw.sum(n2, n1, n1);
        WitnessLaw.product(n3, n3, n1);
        WitnessLaw.product(n0, n3, n0);
        Law.reflexive(n1);
        Law.reflexive(n2);
        Premises.theta(
                n1, n1, n1, n1, n1, n2, n2, n2, n1, n1, n1, n3, n3, n3, n1, n1, n1, n0, n0, n0, n1, n0, n1, n1, n1,
                n2, n0, n0, n0, n0, n0, n0, n0, n1, n0, n1, n0, n1, n1, n1, n1, n1, n2, n1, n1, n1, n0, n1, n1, n0,
                n1, n1, n1, n3, n0, n0, n0, n0, n0, n1, n0, n1, n0, n1, n1, n2, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   requires n0.length == 1 && n0[0] == 0 && n1.length == 1 && n1[0] == 1 && n2.length == 1 && n2[0] == 2;
      @   requires n3.length == 1 && n3[0] == 3;
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void shifted(long[] n0, long[] n1, long[] n2, long[] n3) {
        WitnessLaw.square(n1);
        WitnessLaw.square(n0);
        WitnessLaw.product(n0, n1, n0);
        WitnessLaw.product(n1, n1, n1);
        WitnessLaw.sum(n1, n0, n1);
        WitnessLaw.sum(n1, n1, n0);
        WitnessLaw.product(n0, n0, n1);
        WitnessLaw.product(n0, n2, n0);
        WitnessLaw.product(n0, n0, n0);
        WitnessLaw.product(n2, n2, n1);
        WitnessLaw.sum(n0, n0, n0);
        WitnessLaw.sum(n2, n2, n0);
        WitnessLaw.sum(n2, n0, n2);
        WitnessLaw.product(n2, n1, n2);
        WitnessLaw.sum(n3, n1, n2);
        WitnessLaw.product(n0, n3, n0);
        WitnessLaw.product(n3, n3, n1);
        WitnessLaw.sum(n3, n3, n0);
        WitnessLaw.sum(n3, n0, n3);
        Law.reflexive(n1);
        Law.reflexive(n3);
        Premises.mixed(
                n1, n1, n1, n1, n1, n2, n2, n2, n1, n1, n1, n3, n3, n3, n1, n1, n1, n1, n0, n0, n0, n0, n0, n1, n1,
                n1, n0, n1, n0, n0, n0, n0, n2, n2, n2, n0, n0, n0, n0, n2, n2, n0, n2, n1, n1, n1, n1, n2, n3, n0,
                n1, n0, n0, n0, n0, n0, n1, n1, n1, n0, n1, n0, n0, n0, n0, n3, n3, n3, n0, n0, n0, n0, n3, n3, n0,
                n3, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   requires n0.length == 1 && n0[0] == 0 && n1.length == 1 && n1[0] == 1 && n2.length == 1 && n2[0] == 2;
      @   requires n3.length == 1 && n3[0] == 3;
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void lambda(long[] n0, long[] n1, long[] n2, long[] n3) {
        WitnessLaw.square(n1);
        WitnessLaw.square(n0);
        WitnessLaw.product(n0, n1, n0);
        WitnessLaw.product(n1, n1, n1);
        WitnessLaw.sum(n1, n0, n1);
        WitnessLaw.product(n0, n0, n0);
        WitnessLaw.product(n0, n2, n0);
        WitnessLaw.product(n0, n0, n1);
        WitnessLaw.product(n2, n2, n1);
        WitnessLaw.sum(n0, n0, n0);
        WitnessLaw.sum(n2, n0, n2);
        WitnessLaw.sum(n2, n2, n0);
        WitnessLaw.product(n2, n1, n2);
        WitnessLaw.sum(n3, n1, n2);
        WitnessLaw.product(n0, n3, n0);
        WitnessLaw.product(n3, n3, n1);
        WitnessLaw.sum(n3, n0, n3);
        WitnessLaw.sum(n3, n3, n0);
        Law.reflexive(n1);
        Law.reflexive(n3);
        Premises.lambda(
                n1, n1, n1, n1, n1, n2, n2, n2, n1, n1, n1, n3, n3, n3, n1, n1, n1, n0, n0, n0, n0, n1, n1, n0, n0,
                n0, n0, n2, n0, n2, n2, n0, n0, n0, n2, n2, n0, n2, n1, n1, n1, n2, n3, n0, n0, n0, n0, n0, n0, n1,
                n1, n0, n0, n0, n0, n3, n0, n3, n3, n0, n0, n0, n3, n3, n0, n3, 1, 1, 1);
    }
}
