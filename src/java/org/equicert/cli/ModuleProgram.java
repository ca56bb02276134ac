package org.equicert.cli;

import java.io.IOException;
import org.equicert.candidate.MavenModule;

/** A program of ours beside the product, which never shares a class path with it: built on first use. */
final class ModuleProgram {
    private ModuleProgram() {}

    /**
     * Builds what is stale, while the user sees why he waits.
     *
     * @param name what it is, after "the"
     */
    static void build(Terminal terminal, MavenModule module, String name) throws IOException, Unusable {
        if (!module.isStale()) {
            return;
        }
        terminal.say(terminal.err(), "equicert: building the " + name + " (first use, or its sources changed) …");
        if (!module.build(line -> terminal.say(terminal.err(), line))) {
            throw new Unusable("the " + name + " could not be built; see above.");
        }
    }
}
