package org.equicert.verification.key;

/** Where things end in Java text: comments, strings and brackets. */
final class Lexis {

    private Lexis() {}

    /** As many blanks as the text has characters, its lines kept. */
    static String blank(String text) {
        StringBuilder blank = new StringBuilder(text.length());
        text.chars().forEach(c -> blank.append(c == '\n' ? '\n' : ' '));
        return blank.toString();
    }

    /** The index after the comment that begins at {@code at}. */
    static int endOfComment(String text, int at) {
        boolean line = text.startsWith("//", at);
        int end = text.indexOf(line ? "\n" : "*/", at + 2);
        return end < 0 ? text.length() : line ? end : end + 2;
    }

    /** The first of some characters outside comments, strings and parentheses; the text's length if there is none. */
    static int firstOf(String text, int from, String wanted) {
        int depth = 0;
        for (int i = from; i < text.length(); ) {
            char c = text.charAt(i);
            if (isComment(text, i)) {
                i = endOfComment(text, i);
                continue;
            }
            if (c == '"' || c == '\'') {
                i = endOfString(text, i);
                continue;
            }
            if (depth == 0 && wanted.indexOf(c) >= 0) {
                return i;
            }
            depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
            i++;
        }
        return text.length();
    }

    /** The bracket that closes the one at {@code open}; the text's last index if none does. */
    static int matching(String text, int open) {
        String pair = switch (text.charAt(open)) {
            case '{' -> "{}";
            case '(' -> "()";
            default -> "[]";
        };
        int depth = 0;
        for (int i = open; i < text.length(); ) {
            char c = text.charAt(i);
            if (isComment(text, i)) {
                i = endOfComment(text, i);
                continue;
            }
            if (c == '"' || c == '\'') {
                i = endOfString(text, i);
                continue;
            }
            depth += c == pair.charAt(0) ? 1 : c == pair.charAt(1) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
            i++;
        }
        return text.length() - 1;
    }

    /** The line, from 1, that an index lies in. */
    static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static boolean isComment(String text, int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private static int endOfString(String text, int at) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(at)) {
                return i + 1;
            }
        }
        return text.length();
    }
}
