package org.equicert.reference;

/**
 * What the statements of the theory are made of, as relations between tensors (T §2): C = A ∘_k B, C = A + B, C = q·A, I = q·1.
 *
 * <p>A tensor is its row-major entries; a relation says which shapes it reads them in. The theorems use these relations
 * and the {@link Law}s between them, and never look at an entry: to the prover they are opaque.
 * Entries are integers without bound in the logic; what an array can hold is what a {@code long} can.
 */
public final class Relation {

    private Relation() {}

    /* C = A ∘_k B: A of shape (S, n, T) with n in the k-th slot, B of shape (U, n), C of shape (S, U, T) (T §2). */
    /*@ public model_behavior
      @   requires true;
      @   accessible c.*, a.*, b.*;
      @ public static model boolean composition(long[] c, long[] a, long[] b,
      @     \bigint S, \bigint n, \bigint U, \bigint T) {
      @   return 0 < S && 0 < n && 0 < U && 0 < T
      @     && a.length == S * n * T && b.length == U * n && c.length == S * U * T
      @     && (\forall int o; 0 <= o && o < c.length; c[o] == Composition.component(a, b, o, n, U, T));
      @ } @*/

    /* C = A + B. */
    /*@ public model_behavior
      @   requires true;
      @   accessible c.*, a.*, b.*;
      @ public static model boolean sum(long[] c, long[] a, long[] b) {
      @   return a.length == c.length && b.length == c.length
      @     && (\forall int o; 0 <= o && o < c.length; c[o] == a[o] + b[o]);
      @ } @*/

    /* C = q·A. */
    /*@ public model_behavior
      @   requires true;
      @   accessible c.*, a.*;
      @ public static model boolean multiple(long[] c, \bigint q, long[] a) {
      @   return a.length == c.length && (\forall int o; 0 <= o && o < c.length; c[o] == q * a[o]);
      @ } @*/

    /* A = B, entry by entry. */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*, b.*;
      @ public static model boolean equal(long[] a, long[] b) {
      @   return a.length == b.length && (\forall int o; 0 <= o && o < a.length; a[o] == b[o]);
      @ } @*/

    /* I = q·1, the q-fold identity of R^n, of shape (n, n). */
    /*@ public model_behavior
      @   requires true;
      @   accessible i.*;
      @ public static model boolean unit(long[] i, \bigint q, \bigint n) {
      @   return 0 < n && i.length == n * n
      @     && (\forall int o; 0 <= o && o < i.length; i[o] == (o / n == o % n ? q : 0));
      @ } @*/

    /* e = e_x, the x-th vector of the canonical basis. */
    /*@ public model_behavior
      @   requires true;
      @   accessible e.*;
      @ public static model boolean basis(long[] e, \bigint x) {
      @   return 0 <= x && x < e.length && (\forall int o; 0 <= o && o < e.length; e[o] == (o == x ? 1 : 0));
      @ } @*/

    /* Every entry of A is 0. */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*;
      @ public static model boolean zero(long[] a) {
      @   return (\forall int o; 0 <= o && o < a.length; a[o] == 0);
      @ } @*/

    /* B is A with its slots s and t exchanged: A of shape (P, s, t, Q), B of shape (P, t, s, Q). */
    /*@ public model_behavior
      @   requires true;
      @   accessible b.*, a.*;
      @ public static model boolean transpose(long[] b, long[] a, \bigint P, \bigint s, \bigint t, \bigint Q) {
      @   return 0 < P && 0 < s && 0 < t && 0 < Q && a.length == P * s * t * Q && b.length == a.length
      @     && (\forall int o; 0 <= o && o < a.length;
      @          b[((o / Q / t / s * t + o / Q % t) * s + o / Q / t % s) * Q + o % Q] == a[o]);
      @ } @*/
}
