package org.equicert.verification.key;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names like a given one. */
final class Near {

    private static final int MOST = 3;

    private Near() {}

    /** The names that take the least typing to get to, or that hold what was given; at most three. */
    static List<String> to(String given, List<String> names) {
        String word = given.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> effort(word, name) <= Math.max(1, word.length() / 3))
                .sorted(Comparator.comparingInt((String name) -> effort(word, name))
                        .thenComparing(n -> n))
                .limit(MOST)
                .toList();
    }

    static String question(List<String> near) {
        return near.isEmpty() ? "" : ": did you mean " + String.join(" or ", near) + "?";
    }

    private static int effort(String word, String name) {
        String known = name.toLowerCase(Locale.ROOT);
        return known.contains(word) && word.length() > 2 ? 0 : distance(word, known);
    }

    /** The least number of letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] last = new int[b.length() + 1];
        java.util.Arrays.setAll(last, j -> j);
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
