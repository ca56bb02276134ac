package org.equicert.reference;

/** A caller of every {@link Law} with concrete tensors of one entry: 2, 3, 5 = 2 + 3 and their products. */
final class WitnessLaw {

    private WitnessLaw() {}

    /*@ public normal_behavior
      @   requires a.length == 1 && b.length == 1 && c.length == 1 && c[0] == a[0] * b[0];
      @   ensures Relation.composition(c, a, b, 1, 1, 1, 1);
      @   assignable \strictly_nothing;
      @*/
    static void product(long[] c, long[] a, long[] b) {
        Composition.definition(a, b, 0, 1, 1, 1);
        Vector.none(a, 0, 1, b, 0);
        Vector.term(a, 0, 1, b, 0, 0);
        Entry.composition(c, a, b, 1, 1, 1, 1);
    }

    /*@ public normal_behavior
      @   requires a.length == 1 && b.length == 1 && c.length == 1 && c[0] == a[0] + b[0];
      @   ensures Relation.sum(c, a, b);
      @   assignable \strictly_nothing;
      @*/
    static void sum(long[] c, long[] a, long[] b) {}

    /*@ public normal_behavior
      @   requires a.length == 1 && c.length == 1 && c[0] == q * a[0];
      @   ensures Relation.multiple(c, q, a);
      @   assignable \strictly_nothing;
      @*/
    static void multiple(long[] c, long q, long[] a) {}

    /*@ public normal_behavior
      @   requires a.length == 1;
      @   ensures Relation.unit(a, a[0], 1) && Relation.transpose(a, a, 1, 1, 1, 1);
      @   ensures (a[0] == 1 ==> Relation.basis(a, 0)) && (a[0] == 0 ==> Relation.zero(a));
      @   assignable \strictly_nothing;
      @*/
    static void square(long[] a) {}

    /*@ public normal_behavior
      @   requires e.length == 1 && a.length == 1 && b.length == 1 && c.length == 1 && aa.length == 1;
      @   requires ab.length == 1 && ac.length == 1 && bc.length == 1 && abc.length == 1;
      @   requires e[0] == 1 && a[0] == 2 && b[0] == 3 && c[0] == 5 && aa[0] == 4;
      @   requires ab[0] == 6 && ac[0] == 10 && bc[0] == 15 && abc[0] == 30;
      @   assignable \strictly_nothing;
      @*/
    static void laws(long[] e, long[] a, long[] b, long[] c, long[] aa, long[] ab, long[] ac, long[] bc, long[] abc) {
        product(ab, a, b);
        product(ac, a, c);
        product(bc, b, c);
        product(abc, ab, c);
        product(ac, c, a);
        product(ab, b, a);
        product(bc, c, b);
        product(abc, c, ab);
        product(aa, a, a);
        product(a, a, e);
        sum(c, a, b);
        sum(ac, aa, ab);
        multiple(ab, 2, b);
        multiple(abc, 2, bc);
        square(a);
        square(ab);
        square(e);
        Law.linearLeft(ac, aa, ab, c, a, b, a, 1, 1, 1, 1);
        Law.linearRight(ac, aa, ab, a, c, a, b, 1, 1, 1, 1);
        Law.multipleLeft(abc, bc, 2, ab, b, c, 1, 1, 1, 1);
        Law.scaleLeft(abc, bc, 2, ab, b, c, 1, 1, 1, 1);
        Law.multipleRight(abc, bc, 2, c, ab, b, 1, 1, 1, 1);
        Law.scaleRight(abc, bc, 2, c, ab, b, 1, 1, 1, 1);
        Law.associate(abc, ab, bc, a, b, c, 1, 1, 1, 1, 1, 1, 1);
        Law.dissociate(abc, ab, bc, a, b, c, 1, 1, 1, 1, 1, 1, 1);
        Law.commute(abc, ab, ac, a, b, c, 1, 1, 1, 1, 1, 1, 1);
        Law.commuteBack(abc, ab, ac, a, b, c, 1, 1, 1, 1, 1, 1, 1);
        Law.recursive(abc, ab, ac, a, b, c, 1, 1, 1, 1, 1);
        Law.applied(abc, ab, bc, a, b, c, 1, 1, 1, 1);
        Law.slice(a, a, e, 0, 1, 1);
        Law.unitLeft(ab, a, 2, b, 1, 1);
        Law.unitRight(ab, b, a, 2, 1, 1, 1);
        Law.transpose(ab, ab, a, a, b, 1, 1, 1, 1, 1);
        Law.reflexive(a);
        Law.reflexive(b);
        Law.reflexive(ab);
        Law.congruent(ab, ab, a, a, b, b, 1, 1, 1, 1);
        Law.replace(ab, ab, a, a, b, b, 1, 1, 1, 1);
        Law.cancel(ab, 2, b, b);
    }

    /*@ public normal_behavior
      @   ensures true;
      @   assignable \nothing;
      @*/
    static void all() {
        laws(single(1), single(2), single(3), single(5), single(4), single(6), single(10), single(15), single(30));
    }

    /*@ public normal_behavior
      @   ensures \fresh(\result) && \result.length == 1 && \result[0] == x;
      @   assignable \nothing;
      @*/
    static long[] single(long x) {
        long[] a = new long[1];
        a[0] = x;
        return a;
    }
}
