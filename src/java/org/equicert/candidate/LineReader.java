package org.equicert.candidate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 from an untrusted stream, none longer than a limit; memory is bounded by it. */
final class LineReader {
    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[1 << 16];
    private int from;
    private int to;

    /**
     * @param in where from
     * @param limit the most bytes in a line
     */
    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * The next line without its end, or null at the end of the stream. Bytes that are not UTF-8 are replaced.
     *
     * @throws TooLong where a line passes the limit: the stream is then of no more use
     */
    @Nullable
    String next() throws IOException, TooLong {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (true) {
            if (from == to) {
                from = 0;
                to = Math.max(0, in.read(chunk));
                if (to == 0) {
                    return line.size() == 0 ? null : text(line);
                }
            }
            int end = from;
            while (end < to && chunk[end] != '\n') {
                end++;
            }
            if (line.size() + (end - from) > limit) {
                throw new TooLong();
            }
            line.write(chunk, from, end - from);
            boolean complete = end < to;
            from = complete ? end + 1 : end;
            if (complete) {
                return text(line);
            }
        }
    }

    private static String text(ByteArrayOutputStream line) {
        return line.toString(StandardCharsets.UTF_8);
    }

    /** A line passed the limit. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;
    }
}
