package org.equicert.verification.key;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Whether a changed class is still Java beside the others: a fault that no compiler lets pass is none. */
final class Javac implements AutoCloseable {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final Path classes;

    /** Compiles the sources as they are, once, so that each fault costs one class only. */
    Javac(Sources sources) throws IOException {
        classes = Files.createTempDirectory("equicert-classes");
        List<Text> all = sources.classes().entrySet().stream()
                .map(each -> new Text(each.getKey(), each.getValue()))
                .toList();
        compile(all, "-d", classes.toString());
    }

    boolean accepts(String type, String text) {
        // types, and what may be uninitialised, are checked; nothing is written
        return compile(List.of(new Text(type, text)), "-cp", classes.toString(), "-XDshould-stop.ifNoError=FLOW");
    }

    private static boolean compile(List<Text> texts, String... options) {
        List<String> all = new ArrayList<>(List.of("-proc:none", "-nowarn"));
        all.addAll(List.of(options));
        return COMPILER.getTask(null, null, new DiagnosticCollector<JavaFileObject>(), all, null, texts)
                .call();
    }

    @Override
    public void close() {
        Sources.delete(classes);
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String content;

        Text(String type, String content) {
            super(URI.create("string:///" + type + ".java"), Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
