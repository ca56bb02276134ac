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
        first(f, x, Evaluation.value(f, x));
    }

    /*@ public behavior
      @   requires Program.formed(f) && Program.value(f, v) && Exact.longs(x) && Exact.longs(v) && x.length == f.inputs;
      @   ensures true;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    static void first(Program f, long[] x, long[] v) {
        Program.sizes(f);
        Program.valueCells(f, v);
        long[] e = Evaluation.gradient(f, v, x);
        Program.gradientCells(f, v, e);
        second(f, v, e, Evaluation.hessian(f, v, e, e, x), Evaluation.zeros(v.length));
    }

    /*@ public normal_behavior
      @   requires Program.formed(f) && Program.value(f, v) && Program.gradient(f, v, e) && Program.hessian(f, v, e, e, m);
      @   requires Relation.zero(o) && o.length == v.length;
      @   ensures true;
      @   assignable \strictly_nothing;
      @*/
    static void second(Program f, long[] v, long[] e, long[] m, long[] o) {
        Program.sizes(f);
        Program.hessianCells(f, v, e, e, m);
        itself(v, f.inputs);
        itself(e, f.inputs);
        itself(m, f.inputs);
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
