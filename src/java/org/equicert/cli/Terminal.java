package org.equicert.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.equicert.oracle.Verdict;
import org.equicert.report.ReportTable;

/**
 * What a command talks to: two streams and what is known of them, the user's variables, and where things are.
 *
 * @param outIsTerminal whether a person watches {@code out}
 * @param errIsTerminal whether a person watches {@code err}
 * @param environment the variables of the user's shell
 * @param home the project's folder
 */
record Terminal(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment,
        Path home) {
    /** This process's own, as the launcher describes it. */
    static Terminal ofProcess() {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("equicert.terminal.out"),
                Boolean.getBoolean("equicert.terminal.err"),
                System.getenv(),
                Path.of(System.getProperty("equicert.home", "")).toAbsolutePath());
    }

    /** Prints a line that may hold others' words: no control character of theirs reaches the terminal. */
    void say(PrintStream stream, String line) {
        stream.println(line.replaceAll("\\p{Cntrl}", " "));
    }

    /** Colours, where a person watches and has not asked for none. */
    ReportTable.Paint paint() {
        boolean plain =
                !outIsTerminal || !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return plain ? ReportTable.Paint.PLAIN : Terminal::coloured;
    }

    private static String coloured(Verdict verdict, String text) {
        int colour = switch (verdict) {
            case EXACT, CONSISTENT -> 32;
            case INACCURATE -> 33;
            case REFUTED, FAILED -> 31;
            case UNDECIDED, UNSUPPORTED -> 90;
        };
        return "\u001b[" + colour + "m" + text + "\u001b[0m";
    }
}
