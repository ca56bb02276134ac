package org.equicert.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What was probably meant. */
final class Nearest {
    private Nearest() {}

    /** The known word that takes the least typing to get to, unless it is quite another one. */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(candidate -> effort(word, candidate))
                        .thenComparingInt(candidate -> distance(word, candidate)))
                .filter(best -> effort(word, best) <= Math.max(2, best.length() / 2));
    }

    /** Who writes {@code det} means {@code linalg.det}: the part after the last dot is known as well as the whole. */
    private static int effort(String word, String known) {
        return Math.min(distance(word, known), distance(word, known.substring(known.lastIndexOf('.') + 1)));
    }

    /** {@code ", did you mean X?"}, or a full stop where nothing is near. */
    static String question(String word, Collection<String> known) {
        return to(word, known).map(best -> ": did you mean " + best + "?").orElse(".");
    }

    /** The least number of letters to insert, delete or replace (Levenshtein). */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] next = new int[b.length() + 1];
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(replaced, 1 + Math.min(last[j], next[j - 1]));
            }
            last = next;
        }
        return last[b.length()];
    }
}
