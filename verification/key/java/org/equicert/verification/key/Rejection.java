package org.equicert.verification.key;

import de.uka.ilkd.key.parser.Location;
import de.uka.ilkd.key.util.ExceptionTools;
import java.net.MalformedURLException;
import java.nio.file.Path;

/** What KeY says when it cannot read something, as one line with file and line. */
final class Rejection {

    private Rejection() {}

    static String of(Throwable e, Path sources) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            try {
                Location at = ExceptionTools.getLocation(t);
                if (at != null && at.fileUri() != null) {
                    String file = Path.of(at.fileUri().getPath()).getFileName().toString();
                    return sources.resolve(file) + ":" + at.position().line() + ": " + firstLine(t);
                }
            } catch (MalformedURLException | IllegalArgumentException ignored) {
                // this one says nothing of a place; its cause may
            }
        }
        return sources + ": " + firstLine(e);
    }

    /** The first lines of a failure and its causes, each once. */
    static String firstLine(Throwable e) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = e; t != null; t = t.getCause()) {
            String line = String.valueOf(t.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            if (!line.isEmpty() && all.indexOf(line) < 0) {
                all.append(all.isEmpty() ? "" : " / ").append(line);
            }
        }
        return all.isEmpty() ? e.getClass().getSimpleName() : all.toString();
    }
}
