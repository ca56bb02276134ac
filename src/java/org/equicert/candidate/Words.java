package org.equicert.candidate;

import java.util.ArrayList;
import java.util.List;

/** Text on its way between the user's shell, a candidate and our messages. */
final class Words {
    private Words() {}

    /**
     * A command as a POSIX shell splits it into words: blanks separate, quotes and backslashes protect. Nothing is
     * expanded and no shell runs.
     *
     * @throws CandidateUnusable where a quote is left open or there is no word
     */
    static List<String> split(String command) throws CandidateUnusable {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            boolean more = i + 1 < command.length();
            if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inWord = false;
                continue;
            }
            inWord = true;
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '\\'
                    && more
                    && (quote == 0 || quote == '"' && "\"\\".indexOf(command.charAt(i + 1)) >= 0)) {
                word.append(command.charAt(++i));
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new CandidateUnusable("The command " + command + " leaves a quote " + quote + " open: close it.");
        }
        if (inWord) {
            words.add(word.toString());
        }
        if (words.isEmpty()) {
            throw new CandidateUnusable("The command is empty: write exec:\"./my-adapter --its-options\".");
        }
        return words;
    }

    /** A candidate's words made fit for one line of ours: no control characters, at most {@code limit} characters. */
    static String brief(String words, int limit) {
        StringBuilder line = new StringBuilder();
        String head = words.substring(0, Math.min(words.length(), 8 * limit)).strip();
        head.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .limit(limit)
                .forEach(line::appendCodePoint);
        String brief = line.toString().replaceAll(" {2,}", " ");
        return head.length() > line.length() || words.length() > 8 * limit ? brief.stripTrailing() + "…" : brief;
    }
}
