package org.equicert.reference;

/** Callers of the theorems on programs: x², one input, one instruction, at a point and in directions that are not 0. */
final class WitnessProgram {

    private WitnessProgram() {}

    /*@ public normal_behavior
      @   ensures \fresh(\result) && Program.formed(\result) && \result.inputs == 1 && \result.op.length == 1;
      @   assignable \nothing;
      @*/
    static Program square() {
        int[] op = new int[1];
        op[0] = Program.MULTIPLY;
        return new Program(1, op, new int[1], new int[1], new long[1]);
    }

    /*@ public normal_behavior
      @   ensures \fresh(\result) && \result.length == 1 && Exact.longs(\result);
      @   assignable \nothing;
      @*/
    static long[] point() {
        long[] x = new long[1];
        x[0] = 3;
        return x;
    }

    /*@ public behavior
      @   ensures true;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    static void derivatives() {
        Program f = square();
        long[] x = point();
        long[] v = Evaluation.value(f, x);
        long[] e = Evaluation.gradient(f, v, x);
        long[] m = Evaluation.hessian(f, v, e, e, x);
        long[] o = Evaluation.zeros(2);
        itself(v, 1);
        itself(e, 1);
        itself(m, 1);
        Program.determined(f, v, v);
        Derivative.determined(f, v, e, e, o);
        Derivative.symmetric(f, v, e, e, m);
        Derivative.secondDetermined(f, v, e, e, m, m);
    }

    /*@ public normal_behavior
      @   ensures Vector.same(a, 0, a, 0, k);
      @   assignable \strictly_nothing;
      @*/
    static void itself(long[] a, int k) {}
}
