package org.equicert.fast;

import static org.equicert.fast.Draws.doubles;
import static org.equicert.fast.Draws.integers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.equicert.fast.Differential.Sweep;

/** Every derivative of a bilinear map is a sum of products of integers: exact, in every mode and precision. */
class BilinearDerivativeProperties implements OnMachines {
    @Property(tries = 60)
    void T_Lem1_5_derivativesOfCompositionsEqualTheDefinition(
            @ForAll("compositions") Bilinear.Composition f, @ForAll long seed) {
        assertDerivatives(f, f.model(), seed);
    }

    @Property(tries = 60)
    void T_Lem1_5_derivativesOfProductsEqualTheDefinition(@ForAll("products") Bilinear.Product f, @ForAll long seed) {
        assertDerivatives(f, f.model(), seed);
    }

    @Property(tries = 30)
    void derivativesOfConvolutionsEqualTheDefinition(
            @ForAll @IntRange(min = 1, max = 20) int n, @ForAll @IntRange(min = 0, max = 19) int w, @ForAll long seed) {
        Bilinear.Sliding f = new Bilinear.Sliding(n, 1 + w % n);
        assertDerivatives(f, f.model(), seed);
    }

    /** More rows than one sweep yields: of operands with rows that one sweep can take whole, and with longer ones. */
    @Property(tries = 24)
    void T_Lem1_5_hessiansOfManyRowsEqualTheDefinition(@ForAll("wide") Bilinear.Product f, @ForAll long seed) {
        long[] c = integers(seed, f.sizeC());
        for (Machine<?> machine : machines()) {
            var at =
                    at(machine, f.model(), List.of(0, 1), integers(seed + 1, f.sizeA()), integers(seed + 2, f.sizeB()));
            for (Sweep inner : Sweep.values()) {
                assertArrayEquals(doubles(f.hessian(c)), at.hessian(Sweep.FORWARD, inner, doubles(c)), inner.name());
            }
        }
    }

    @Property(tries = 100)
    void T_Lem1_3_gradientsInOneOperandAreItsPart(@ForAll("compositions") Bilinear.Composition f, @ForAll long seed) {
        long[] a = integers(seed, f.sizeA());
        long[] b = integers(seed + 1, f.sizeB());
        long[] c = integers(seed + 2, f.sizeC());
        double[] whole = doubles(f.gradient(a, b, c));
        double[] first = Arrays.copyOf(whole, f.sizeA());
        double[] second = Arrays.copyOfRange(whole, f.sizeA(), f.parameters());
        for (Machine<?> machine : machines()) {
            assertArrayEquals(first, at(machine, f.model(), List.of(0), a, b).vjp(doubles(c)));
            assertArrayEquals(second, at(machine, f.model(), List.of(1), a, b).vjp(doubles(c)));
            double[] zeros = new double[f.sizeB() * f.sizeB()];
            if (f.sizeB() < 20) {
                var differential = at(machine, f.model(), List.of(1), a, b);
                assertArrayEquals(zeros, differential.hessian(Sweep.FORWARD, Sweep.REVERSE, doubles(c)));
            }
        }
    }

    private void assertDerivatives(Bilinear f, Model model, long seed) {
        long[] a = integers(seed, f.sizeA());
        long[] b = integers(seed + 1, f.sizeB());
        double[] c = doubles(integers(seed + 2, f.sizeC()));
        double[] v = doubles(integers(seed + 3, f.parameters()));
        long[] exactC = integers(seed + 2, f.sizeC());
        long[] exactV = integers(seed + 3, f.parameters());
        for (Machine<?> machine : machines()) {
            Differential<?> at = at(machine, model, List.of(0, 1), a, b);
            assertArrayEquals(doubles(f.jvp(a, b, exactV)), at.jvp(v), "jvp");
            assertArrayEquals(doubles(f.gradient(a, b, exactC)), at.vjp(c), "vjp");
            for (Sweep outer : Sweep.values()) {
                assertArrayEquals(doubles(f.gradient(a, b, exactC)), at.gradient(outer, c), outer + " gradient");
                for (Sweep inner : Sweep.values()) {
                    String mode = outer + " over " + inner;
                    assertArrayEquals(doubles(f.hvp(exactC, exactV)), at.hvp(outer, inner, c, v), mode + " hvp");
                    assertArrayEquals(doubles(f.hessian(exactC)), at.hessian(outer, inner, c), mode + " hessian");
                }
            }
        }
    }

    private static <V> Differential<V> at(Machine<V> machine, Model model, List<Integer> wrt, long[] a, long... b) {
        return new Differential<>(machine, model, List.of(machine.of(doubles(a)), machine.of(doubles(b))), wrt);
    }

    @Provide
    Arbitrary<Bilinear.Composition> compositions() {
        return Draws.compositions(100);
    }

    @Provide
    Arbitrary<Bilinear.Product> wide() {
        return Arbitraries.of(
                new Bilinear.Product(2, 300, 1),
                new Bilinear.Product(3, 131, 1),
                new Bilinear.Product(70, 3, 2),
                new Bilinear.Product(1, 150, 2),
                new Bilinear.Product(128, 1, 1),
                new Bilinear.Product(151, 1, 1),
                new Bilinear.Product(5, 31, 7));
    }

    @Provide
    Arbitrary<Bilinear.Product> products() {
        return Draws.products(100);
    }
}
