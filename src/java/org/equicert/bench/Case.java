package org.equicert.bench;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * One race.
 *
 * @param benchmark the family
 * @param variant which of its variants; empty where there is one only
 * @param at the size, or what stands for it
 */
public record Case(Benchmark benchmark, String variant, String at) {
    /** Every case of every benchmark. */
    public static Stream<Case> all() {
        return Stream.of(Benchmark.values()).flatMap(Benchmark::cases);
    }

    /** The case of this name. */
    public static Optional<Case> named(String id) {
        return all().filter(it -> it.id().equals(id)).findFirst();
    }

    /** {@code product/f64-1-thread/256}: its name, which {@code --only} is held against. */
    public String id() {
        return benchmark.word() + (variant.isEmpty() ? "" : "/" + variant) + "/" + at;
    }

    /** The variant in words. */
    public String words() {
        return variant.replace('-', ' ');
    }

    /** The size, where it is a number. */
    public int size() {
        return Integer.parseInt(at);
    }
}
