package org.equicert.verification.key;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Whether texts are Java: a fault that no compiler lets pass is none. */
final class Javac {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    // types, and what may be uninitialised, are checked; nothing is written
    private static final List<String> OPTIONS = List.of("-proc:none", "-nowarn", "-XDshould-stop.ifNoError=FLOW");

    private Javac() {}

    static boolean accepts(Map<String, String> classes) {
        List<Text> texts = classes.entrySet().stream()
                .map(each -> new Text(each.getKey(), each.getValue()))
                .toList();
        return COMPILER.getTask(null, null, new DiagnosticCollector<JavaFileObject>(), OPTIONS, null, texts).call();
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
