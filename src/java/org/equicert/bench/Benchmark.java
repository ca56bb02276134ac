package org.equicert.bench;

import static org.equicert.bench.Comparison.cost;
import static org.equicert.bench.Comparison.speed;
import static org.equicert.bench.Comparison.time;

import java.util.List;
import java.util.stream.Stream;

/** A family of races: one task in several variants and sizes, the contestants that are compared on it, and the aims. */
public enum Benchmark {
    PRODUCT(
            "product",
            "Products of n × n matrices",
            "n",
            List.of("f64-1-thread", "f64-2-threads", "f32-1-thread", "f32-2-threads"),
            List.of("16", "32", "64", "128", "256", "512", "1024", "2048", "4096"),
            speed("core", "OpenBLAS", at -> at.size() <= 256 ? 1 : 0.95),
            speed("core", "EJML", at -> 8),
            speed("core", "Commons Math", at -> 8),
            speed("core", "ND4J"),
            speed("core", "DJL"),
            speed("core", "peak", at -> 0.85),
            speed("OpenBLAS", "peak")),
    COMPOSITION(
            "composition",
            "Component composition A ∘ₖ B, one thread, against einsum",
            "A oₖ B",
            List.of("f64", "f32"),
            List.of(
                    "8^3 o2 8^2",
                    "32^3 o2 16x24x32",
                    "64^3 o1 64^2",
                    "64^3 o2 64^2",
                    "64^3 o3 64^2",
                    "8^4 o2 8^2",
                    "24^4 o1 24^2",
                    "24^4 o3 24^2",
                    "24^4 o4 24^2",
                    "12^5 o1 12^2",
                    "12^5 o3 12^2",
                    "12^5 o5 12^2"),
            speed("core", "PyTorch", at -> 1.2),
            speed("core", "JAX", at -> 1.2),
            speed("core", "new arrays"),
            speed("core", "peak"),
            speed("PyTorch", "peak"),
            speed("JAX", "peak")),
    DERIVATIVE(
            "derivative",
            "Squared loss of a tanh network with p parameters, f64, one thread",
            "p",
            List.of("gradient", "hvp", "hessian"),
            List.of("100", "1024", "10201", "99856"),
            speed("core", "PyTorch", Benchmark::aimOfHessians),
            speed("core", "JAX", Benchmark::aimOfHessians)),
    DEVICE_PRODUCT(
            "device-product",
            "Products of n × n matrices in a device's memory",
            "n",
            List.of("f64", "f32", "tf32", "bf16"),
            List.of("256", "1024", "4096"),
            speed("kernels", "cuBLAS"),
            speed("kernels", "core")),
    DEVICE_HESSIAN(
            "device-hessian",
            "Full Hessian of such a loss by a device, f64, until it is in the host's memory",
            "p",
            List.of(""),
            List.of("100", "1024", "10201"),
            speed("device", "PyTorch", at -> 3),
            speed("device", "core")),
    CHECK(
            "check",
            "Checking a product of n × n matrices of integers or of floats, one round",
            "n",
            List.of(""),
            List.of("512", "1024", "2048"),
            cost("integers", "product", at -> at.size() >= 2048 ? 0.03 : Double.NaN),
            cost("floats", "product", at -> Double.NaN)),
    CHECK_ROUNDS(
            "check-rounds",
            "Checking a product of 1024 × 1024 matrices in several rounds",
            "rounds",
            List.of(""),
            List.of("1", "2", "4", "8", "16", "32"),
            cost("integers", "product", at -> Double.NaN),
            cost("floats", "product", at -> Double.NaN)),
    DOT(
            "dot",
            "Dot products of n terms",
            "n",
            List.of(""),
            List.of("1024", "1048576"),
            cost("exact", "plain", at -> at.size() > 1024 ? 30 : Double.NaN),
            cost("compensated", "plain", at -> Double.NaN),
            speed("exact", "BigDecimal", at -> 50)),
    FUNCTION(
            "function",
            "Functions of one number, 128 bits",
            "function",
            List.of(""),
            List.of("sqrt", "exp", "log", "sin", "tan", "atan", "tanh", "erf", "gamma", "lgamma", "digamma"),
            speed("balls", "apfloat", at -> 20),
            cost("balls", "Arb", at -> Double.NaN)),
    BALL_MATRIX(
            "ball-matrix",
            "Products of n × n matrices of balls, exact or wide, and the core's plain product",
            "n",
            List.of(""),
            List.of("256"),
            cost("exact", "plain", at -> 5),
            cost("wide", "plain", at -> 5)),
    ENCLOSURE(
            "enclosure",
            "An enclosed Hessian, tanh network with 50 parameters",
            "bits",
            List.of(""),
            List.of("53", "128"),
            time("reverse over jets", 0.05),
            time("jets alone", 0.05));

    private final String word;
    private final String caption;
    private final String axis;
    private final List<String> variants;
    private final List<String> sizes;
    private final List<Comparison> comparisons;

    Benchmark(
            String word,
            String caption,
            String axis,
            List<String> variants,
            List<String> sizes,
            Comparison... comparisons) {
        this.word = word;
        this.caption = caption;
        this.axis = axis;
        this.variants = variants;
        this.sizes = sizes;
        this.comparisons = List.of(comparisons);
    }

    /** Full Hessians of small and middle networks have an aim; gradients and products none. */
    private static double aimOfHessians(Case at) {
        return at.variant().equals("hessian") && at.size() <= 10_201 ? 2 : Double.NaN;
    }

    /** Its name on the command line and in files. */
    public String word() {
        return word;
    }

    /** What is measured, in words. */
    public String caption() {
        return caption;
    }

    /** What grows from case to case. */
    public String axis() {
        return axis;
    }

    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** The cases of every variant, smallest first. */
    public Stream<Case> cases() {
        return variants.stream().flatMap(variant -> sizes.stream().map(size -> new Case(this, variant, size)));
    }
}
