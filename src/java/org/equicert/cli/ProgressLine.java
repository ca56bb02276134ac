package org.equicert.cli;

import java.time.Duration;
import org.equicert.campaign.Progress;

/** Progress as one line that changes, where a person watches; else as a line now and then. */
final class ProgressLine implements Progress {
    private static final int WIDTH = 79;
    private static final long OFTEN = Duration.ofMillis(100).toNanos();
    private static final long SELDOM = Duration.ofSeconds(10).toNanos();

    private final Terminal terminal;
    private final long start = System.nanoTime();
    private long last;
    private boolean shown;
    private int lastDone;
    private int lastTotal;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
        this.last = start;
    }

    @Override
    public void at(int done, int total, String doing) {
        if (total > 0) { // a detour, such as shrinking, has no total of its own
            lastDone = done;
            lastTotal = total;
        }
        long now = System.nanoTime();
        if (now - last < (terminal.errIsTerminal() ? OFTEN : SELDOM)) {
            return;
        }
        last = now;
        String line = lastDone + " of " + lastTotal + ", "
                + Duration.ofNanos(now - start).toSeconds() + " s: " + doing;
        if (terminal.errIsTerminal()) {
            String fit = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
            terminal.err().print("\r" + fit + " ".repeat(WIDTH - fit.length()) + "\r");
            terminal.err().flush();
            shown = true;
        } else {
            terminal.say(terminal.err(), line);
        }
    }

    /** Clears the line. */
    void end() {
        if (shown) {
            terminal.err().print("\r" + " ".repeat(WIDTH) + "\r");
            terminal.err().flush();
        }
    }
}
