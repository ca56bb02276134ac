package org.equicert.cli;

import java.util.ArrayList;
import java.util.List;
import org.equicert.function.Definition;
import org.equicert.function.Functions;

/** The functions that a user names. */
final class Catalogue {
    private Catalogue() {}

    /** The functions of these names, or all of them where none is named. */
    static List<Definition> named(List<String> names) throws Unusable {
        List<String> known = Functions.all().stream().map(Definition::name).toList();
        List<Definition> named = new ArrayList<>();
        for (String name : names) {
            named.add(Functions.find(name)
                    .orElseThrow(() -> new Unusable("there is no function " + name + Nearest.question(name, known)
                            + " There are " + String.join(", ", known) + ".")));
        }
        return named.isEmpty() ? Functions.all() : named.stream().distinct().toList();
    }
}
