package org.equicert.function;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalogue: every function that a candidate can be asked about. Each constant documents its arguments' shapes. */
public final class Functions {
    private static final List<Definition> ALL = List.of(
            Products.MATMUL,
            Products.COMPOSE,
            LinearAlgebra.DET,
            LinearAlgebra.SLOGDET,
            LinearAlgebra.INV,
            LinearAlgebra.SOLVE,
            Reductions.LOG_SUM_EXP,
            Reductions.SOFTMAX,
            Reductions.VECTOR_NORM,
            Statistics.VAR,
            Statistics.LAYER_NORMALIZATION,
            Networks.TANH,
            Networks.SQUARED_LOSS,
            Networks.RELU,
            LastLayers.LINEAR,
            LastLayers.SOFTMAX_CROSS_ENTROPY);

    private Functions() {}

    /** Every function, in an order that stays: that of reports. */
    public static List<Definition> all() {
        return ALL;
    }

    /** The function of exactly this name. */
    public static Optional<Definition> find(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).findFirst();
    }

    /** The catalogue's name that looks most like this one, letter case and the part before the last dot aside. */
    public static String nearest(String name) {
        return ALL.stream()
                .map(Definition::name)
                .min(Comparator.comparingInt(known ->
                        Math.min(distance(name, known), distance(name, known.substring(known.lastIndexOf('.') + 1)))))
                .orElseThrow();
    }

    /** The least number of letters to insert, delete or replace (Levenshtein). */
    private static int distance(String a, String b) {
        String x = a.toLowerCase(Locale.ROOT);
        String y = b.toLowerCase(Locale.ROOT);
        int[] last = new int[y.length() + 1];
        for (int j = 0; j <= y.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= x.length(); i++) {
            int[] next = new int[y.length() + 1];
            next[0] = i;
            for (int j = 1; j <= y.length(); j++) {
                int replace = last[j - 1] + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(replace, 1 + Math.min(last[j], next[j - 1]));
            }
            last = next;
        }
        return last[y.length()];
    }
}
