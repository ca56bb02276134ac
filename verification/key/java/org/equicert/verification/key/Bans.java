package org.equicert.verification.key;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What may not stand in the verified sources: each of these would make the prover believe something unproved.
 *
 * @param what the construct, for the message
 * @param why what it would do
 * @param inside whether it is looked for in annotations, or in the code between them
 */
record Bans(String what, String why, Where inside, Pattern pattern) {

    enum Where {
        JML,
        CODE
    }

    static final List<Bans> ALL = List.of(
            code("native", "a contract without a body is an axiom"),
            code("abstract", "a contract without a body is an axiom"),
            code("interface", "a contract without a body is an axiom"),
            code("import", "the core rests on nothing else"),
            jml("assume", "\\bassume\\w*", "a statement that is not proved"),
            jml("axiom", "\\baxiom\\b", "a statement that is not proved"),
            jml("…_free", "\\b\\w+_free\\b", "a clause that is used but not proved"),
            jml("nowarn", "\\bnowarn\\b", "it hides what is open"),
            jml("skipesc", "(?i)\\bskip(esc|rac)?\\b", "it hides what is open"),
            jml("diverges", "\\bdiverges\\b", "a loop that never ends satisfies everything"),
            jml("requires false", "\\brequires\\s+false\\b", "a method that may not be called satisfies everything"),
            jml("…_math", "\\b(code|spec)_\\w*_?math\\b", "it changes what + means"),
            jml("\\dl_", "\\\\dl_", "raw logic, which no other JML tool understands"),
            jml(
                    "model method without a body",
                    "\\bmodel\\b[^;{]*\\)\\s*;",
                    "a model method without a body is an axiom"));

    private static Bans code(String word, String why) {
        return new Bans(word, why, Where.CODE, Pattern.compile("\\b" + word + "\\b"));
    }

    private static Bans jml(String what, String pattern, String why) {
        return new Bans(what, why, Where.JML, Pattern.compile(pattern));
    }

    private static final Pattern ANNOTATION = Pattern.compile("(?s)/\\*[+\\-\\w]*@.*?\\*/|//[+\\-\\w]*@[^\\n]*");
    private static final Pattern COMMENT_OR_STRING =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\])*\"");

    /** One line for each violation: file, line, construct, reason. */
    static List<String> violations(Sources sources) {
        List<String> found = new ArrayList<>();
        sources.classes().forEach((type, text) -> {
            for (Bans ban : ALL) {
                String seen = ban.inside == Where.JML ? only(text) : without(text);
                ban.pattern.matcher(seen).results().forEach(r -> {
                    long line = 1
                            + seen.substring(0, r.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
                    found.add("%s.java:%d: '%s' is banned here: %s".formatted(type, line, ban.what, ban.why));
                });
            }
        });
        return found;
    }

    /** The annotations alone, every other character blank, so that lines stay where they are. */
    static String only(String text) {
        StringBuilder kept = new StringBuilder(Lexis.blank(text));
        ANNOTATION.matcher(text).results().forEach(r -> kept.replace(r.start(), r.end(), r.group()));
        return kept.toString();
    }

    static String without(String text) {
        return COMMENT_OR_STRING.matcher(text).replaceAll(r -> Lexis.blank(r.group()));
    }
}
