package org.equicert.cli;

import java.util.ArrayList;
import java.util.List;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import picocli.CommandLine.Option;

/** The option that names functions of the catalogue. */
final class Catalogue {
    @Option(
            names = "--function",
            paramLabel = "NAME",
            split = ",",
            description = "Only this function of the catalogue; may be repeated.")
    private List<String> names = new ArrayList<>();

    /** Whether some are named. */
    boolean isNarrowed() {
        return !names.isEmpty();
    }

    /** The functions that are named, or all of them where none is. */
    List<Definition> asked() throws Unusable {
        List<String> known = Functions.all().stream().map(Definition::name).toList();
        List<Definition> asked = new ArrayList<>();
        for (String name : names) {
            asked.add(Functions.find(name)
                    .orElseThrow(() -> new Unusable("there is no function " + name + Nearest.question(name, known)
                            + " There are " + String.join(", ", known) + ".")));
        }
        return isNarrowed() ? asked.stream().distinct().toList() : Functions.all();
    }
}
