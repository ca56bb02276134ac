package org.equicert.reference;

/**
 * A finite sum is the same in any order (E.Prop1): ones ∘ π = ones, for the matrix π of a permutation.
 *
 * <p>π[g, π(g)] = 1, and all else is 0; the inverse's table comes with it, which is what makes it a permutation. A sum
 * over a slot is a composition with ones, and so reindexing is a law of composition like the others.
 */
public final class Permutation {

    private Permutation() {}

    /* N entries 1. */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*;
      @ public static model boolean ones(long[] a, \bigint N) {
      @   return 0 < N && a.length == N && (\forall int g; 0 <= g && g < N; a[g] == 1);
      @ } @*/

    /* Each of the two tables undoes the other. */
    /*@ public model_behavior
      @   requires true;
      @   accessible table.*, back.*;
      @ public static model boolean inverse(int[] table, int[] back, \bigint N) {
      @   return table.length == N && back.length == N
      @     && (\forall int g; 0 <= g && g < N; 0 <= table[g] && table[g] < N && back[table[g]] == g)
      @     && (\forall int g; 0 <= g && g < N; 0 <= back[g] && back[g] < N && table[back[g]] == g);
      @ } @*/

    /* The table's matrix. */
    /*@ public model_behavior
      @   requires true;
      @   accessible pi.*, table.*;
      @ public static model boolean matrix(long[] pi, int[] table, \bigint N) {
      @   return pi.length == N * N && table.length == N
      @     && (\forall int o; 0 <= o && o < pi.length; pi[o] == (table[o / N] == o % N ? 1 : 0));
      @ } @*/

    /** ones ∘ π = ones. */
    /*@ public normal_behavior
      @   requires Permutation.ones(ones, N) && Permutation.inverse(table, back, N) && Permutation.matrix(pi, table, N);
      @   ensures Relation.composition(ones, pi, ones, 1, N, 1, N);
      @   assignable \strictly_nothing;
      @*/
    public static void reindex(long[] ones, long[] pi, int[] table, int[] back, int N) {
        /*@ loop_invariant 0 <= o && o <= N;
          @ loop_invariant (\forall int q; 0 <= q && q < o; Composition.component(pi, ones, q, N, 1, N) == 1);
          @ assignable \strictly_nothing;
          @ decreases N - o;
          @*/
        for (int o = 0; o < N; o++) {
            once(ones, pi, table, back, o, N);
        }
    }

    /** Σ_g π[g, o] = 1: only back(o) is taken to o. */
    /*@ public normal_behavior
      @   requires Permutation.ones(ones, N) && Permutation.inverse(table, back, N)
      @     && Permutation.matrix(pi, table, N) && 0 <= o && o < N;
      @   ensures Composition.component(pi, ones, o, N, 1, N) == 1;
      @   assignable \strictly_nothing;
      @*/
    public static void once(long[] ones, long[] pi, int[] table, int[] back, int o, int N) {
        Index.recover(o, 0, o, N);
        Composition.definition(pi, ones, o, N, 1, N);
        /*@ loop_invariant 0 <= g && g <= N;
          @ loop_invariant Vector.sum(pi, o, N, ones, 0, g) == (back[o] < g ? 1 : 0);
          @ assignable \strictly_nothing;
          @ decreases N - g;
          @*/
        for (int g = 0; g < N; g++) {
            entry(pi, table, g, o, N);
        }
    }

    /** π[g, o] is 1 if g is taken to o, else 0. */
    /*@ public normal_behavior
      @   requires Permutation.matrix(pi, table, N) && 0 <= g && g < N && 0 <= o && o < N;
      @   ensures pi[g * N + o] == (table[g] == o ? 1 : 0);
      @   assignable \strictly_nothing;
      @*/
    public static void entry(long[] pi, int[] table, int g, int o, int N) {
        int i = Index.pair(g, N, o, N);
        Index.recover(i, g, o, N);
    }

    /** ones ∘ ones = N. */
    /*@ public normal_behavior
      @   requires Permutation.ones(ones, N) && Relation.unit(count, N, 1);
      @   ensures Relation.composition(count, ones, ones, 1, N, 1, 1);
      @   assignable \strictly_nothing;
      @*/
    public static void count(long[] count, long[] ones, int N) {
        Composition.definition(ones, ones, 0, N, 1, 1);
        /*@ loop_invariant 0 <= g && g <= N && Vector.sum(ones, 0, 1, ones, 0, g) == g;
          @ assignable \strictly_nothing;
          @ decreases N - g;
          @*/
        for (int g = 0; g < N; g++) {}
    }
}
