package org.equicert.verification.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;

/** What was asked for cannot be done; the message says why, and what can. Exit code 2. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }

    Unusable(String message, Throwable cause) {
        super(message, cause);
    }

    /** A file of ours that cannot be read as what it should be. */
    static Unusable damaged(Path file, JsonProcessingException e, String remedy) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        String what = e.getOriginalMessage().lines().findFirst().orElse("");
        return new Unusable(file + ":" + line + ": damaged: " + what + remedy, e);
    }
}
