package org.equicert.verification.key;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which contracts are meant: by a statement of the theory ({@code T.Thm1.2a}, {@code T.Lem1}), or by a pattern of names. */
record Selection(String given, List<String> statements, Pattern names, Links links) {

    static final String ALL = ".*";

    static Selection of(String given, Links links) throws Unusable {
        List<String> statements = links.catalogue().named(given);
        try {
            return new Selection(given, statements, Pattern.compile(given), links);
        } catch (PatternSyntaxException e) {
            throw new Unusable("--only " + given + ": neither a statement nor a pattern: " + e.getDescription(), e);
        }
    }

    boolean isAll() {
        return given.equals(ALL);
    }

    boolean contains(String contract) {
        return statements.isEmpty()
                ? names.matcher(contract).matches()
                : links.statementsOf(contract).stream().anyMatch(statements::contains);
    }

    /** What to say when there is nothing of the kind. */
    Unusable empty(List<String> contracts) {
        List<String> near = Near.to(given, contracts.stream().toList());
        List<String> nearStatements = Near.to(given, links.catalogue().ids());
        near = near.isEmpty() ? nearStatements : near;
        return new Unusable("no contract matches --only " + given + Near.question(near));
    }
}
