package org.equicert.verification.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The methods of the verified sources, as their text has them: where each stands, its documentation, its contract, its
 * body. Enough of Java and JML for the plain style that the core is written in; the prover itself decides what they mean.
 */
record Outline(List<Method> methods) {

    /**
     * One method.
     *
     * @param contract its JML; for a model method the whole annotation that declares it
     * @param start where the contract, or else the declaration, begins in its file's text
     * @param header where the declaration begins, {@code open} its opening and {@code close} its closing brace
     * @param inModel whether it stands in an annotation, for the prover alone
     */
    record Method(
            String type,
            String name,
            String doc,
            String contract,
            String declaration,
            int line,
            int start,
            int header,
            int open,
            int close,
            boolean inModel) {

        /** {@code Class.method}, as the prover's contracts are named. */
        String id() {
            return type + "." + name;
        }

        /** What the prover calls its contracts. */
        List<String> contractNames() {
            if (!inModel) {
                return contract.isEmpty() ? List.of() : List.of(id());
            }
            return contract.contains("accessible")
                    ? List.of(id() + " accessible", id() + " model")
                    : List.of(id() + " model");
        }

        /** The parameters, each as {@code type name}. */
        List<String> parameters() {
            String list = declaration.substring(declaration.indexOf('(') + 1, declaration.lastIndexOf(')'));
            return list.isBlank() ? List.of() : List.of(list.strip().split("\\s*,\\s*"));
        }

        /** Whether it returns nothing and changes nothing: its body is a proof of its contract, not a computation. */
        boolean isLemma() {
            return !inModel
                    && declaration.matches("(?s).*\\bvoid\\s+\\w+\\s*\\(.*")
                    && contract.contains("assignable \\strictly_nothing")
                    && !contract.contains("signals");
        }
    }

    private static final Pattern MODEL = Pattern.compile("\\bmodel\\s+(?!_?behavio)[^;{]*?(\\w+)\\s*\\(");
    private static final Pattern NAME = Pattern.compile("(\\w+)\\s*\\(");

    static Outline of(Sources sources) {
        List<Method> all = new ArrayList<>();
        sources.classes().forEach((type, text) -> new Reader(type, text).read(all));
        return new Outline(List.copyOf(all));
    }

    /** The method that a contract's name ({@code Class.method}, {@code Class.method model} …) speaks of. */
    Optional<Method> method(String contract) {
        String id = contract.replaceFirst(" .*", "");
        return methods.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** Walks through the members of one class. */
    private static final class Reader {
        private final String type;
        private final String text;
        private int at;
        private String doc = "";
        private int specStart = -1;
        private int specEnd;

        Reader(String type, String text) {
            this.type = type;
            this.text = text;
        }

        void read(List<Method> into) {
            Matcher body = Pattern.compile("\\b(?:class|enum)\\s+" + Pattern.quote(type) + "\\b")
                    .matcher(Bans.without(text));
            if (!body.find()) {
                return;
            }
            at = text.indexOf('{', body.end()) + 1;
            while (at < text.length() && text.charAt(at) != '}') {
                if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ';') {
                    at++;
                } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                    comment(into);
                } else {
                    member(into);
                }
            }
        }

        private void comment(List<Method> into) {
            int from = at;
            at = Lexis.endOfComment(text, at);
            String comment = text.substring(from, at);
            if (!comment.matches("(?s)/[/*][+\\-\\w]*@.*")) {
                doc = comment;
                return;
            }
            Matcher model = MODEL.matcher(comment);
            if (model.find() && comment.contains("{")) {
                int open = from + comment.indexOf('{', model.end());
                int header = text.lastIndexOf('\n', from + model.start()) + 1;
                int close = Lexis.matching(text, open);
                add(into, model.group(1), comment, from, Math.max(header, from), open, close, true);
            } else {
                specStart = specStart < 0 ? from : specStart;
                specEnd = at;
            }
        }

        private void member(List<Method> into) {
            int header = at;
            int end = Lexis.firstOf(text, at, "{;=");
            if (text.charAt(end) == '=') {
                at = Lexis.firstOf(text, end, ";") + 1;
            } else if (text.charAt(end) == ';') {
                at = end + 1;
            } else {
                int close = Lexis.matching(text, end);
                Matcher name = NAME.matcher(Bans.without(text.substring(header, end)));
                if (name.find()) {
                    String contract = specStart < 0 ? "" : text.substring(specStart, specEnd);
                    int start = specStart < 0 ? header : specStart;
                    add(into, name.group(1), contract, start, header, end, close, false);
                }
                at = close + 1;
            }
            forget();
        }

        private void add(
                List<Method> into,
                String name,
                String contract,
                int start,
                int header,
                int open,
                int close,
                boolean inModel) {
            int line = Lexis.line(text, header);
            String declaration = text.substring(header, open);
            into.add(new Method(type, name, doc, contract, declaration, line, start, header, open, close, inModel));
            forget();
        }

        private void forget() {
            doc = "";
            specStart = -1;
        }
    }
}
