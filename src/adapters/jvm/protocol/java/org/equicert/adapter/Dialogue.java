package org.equicert.adapter;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Lines on stdin, each answered by one on stdout. What a library prints goes to stderr. */
final class Dialogue {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);

    /** Answers a line. */
    @FunctionalInterface
    interface Reply {
        String to(String line) throws IOException;
    }

    /** From now on the real stdout is for the dialogue alone. */
    Dialogue() {
        Signal.handle(
                new Signal("INT"), SignalHandler.SIG_IGN); // Ctrl-C is for Equicert, which closes stdin or kills us
        System.setOut(System.err);
    }

    void say(String line) {
        out.print(line + "\n");
        out.flush();
    }

    /** Answers every line, and ends the program after the last. */
    void hold(Reply reply) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say(reply.to(line));
        }
        System.exit(0); // a library's own threads may still run
    }
}
