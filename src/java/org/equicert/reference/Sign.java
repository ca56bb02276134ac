package org.equicert.reference;

/**
 * The one nonlinear fact that everything here rests on: a product of nonnegative numbers is nonnegative.
 *
 * <p>A linear prover does not find it by itself, so it is proved once, by induction, and then called: every bound on an
 * offset or on an overflow is this fact for two suitable differences. The methods do nothing when they run.
 */
public final class Sign {

    private Sign() {}

    /*@ public model_behavior
      @   requires 0 <= x && 0 <= y;
      @   ensures \result && 0 <= x * y;
      @   measured_by x;
      @ public static model boolean nonnegative(\bigint x, \bigint y) {
      @   return x <= 0 || nonnegative(x - 1, y);
      @ }
      @*/

    /** If x and y are nonnegative, so is x * y (over the integers: nothing is computed here). */
    /*@ public normal_behavior
      @   ensures 0 <= x && 0 <= y ==> 0 <= x * y;
      @   assignable \strictly_nothing;
      @*/
    public static void product(long x, long y) {
        if (0 <= x && 0 <= y) {
            induction(x, y);
        }
    }

    /** The same where both signs are known. */
    /*@ public normal_behavior
      @   requires 0 <= x && 0 <= y;
      @   ensures 0 <= x * y;
      @   assignable \strictly_nothing;
      @*/
    private static void induction(long x, long y) {
        //@ assert nonnegative(x, y);
    }
}
