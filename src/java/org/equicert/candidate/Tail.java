package org.equicert.candidate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The last bytes of an untrusted stream, drained to its end so that its writer never blocks on it. */
final class Tail {
    private static final int LIMIT = 4096;
    private static final long LOG_LIMIT = 16 << 20;

    private final byte[] ring = new byte[LIMIT];
    private long seen;

    /** Reads the stream to its end, in the calling thread, and copies its first 16 MiB to the log. */
    void drain(InputStream in, OutputStream log) {
        byte[] chunk = new byte[LIMIT];
        try (in;
                log) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                if (seen < LOG_LIMIT) {
                    log.write(chunk, 0, n);
                    log.flush();
                }
                add(chunk, n);
            }
        } catch (IOException e) {
            // The process is gone, or the log is full: what was said until now is all that there is.
        }
    }

    private synchronized void add(byte[] chunk, int n) {
        for (int i = 0; i < n; i++) {
            ring[(int) (seen++ % LIMIT)] = chunk[i];
        }
    }

    /** What came last, at most 4 KiB. */
    synchronized String text() {
        int size = (int) Math.min(seen, LIMIT);
        byte[] last = new byte[size];
        for (int i = 0; i < size; i++) {
            last[i] = ring[(int) ((seen - size + i) % LIMIT)];
        }
        return new String(last, StandardCharsets.UTF_8);
    }

    /** The last line that is not blank, or the empty string. */
    String lastLine() {
        return text().lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }
}
