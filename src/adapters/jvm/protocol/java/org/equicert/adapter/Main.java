package org.equicert.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ServiceLoader;

/** The protocol loop: one JSON object a line on stdin and stdout. The library is the one on the class path. */
public final class Main {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Library library;

    Main(Library library) {
        this.library = library;
    }

    public static void main(String[] arguments) throws IOException {
        Dialogue dialogue = new Dialogue();
        dialogue.hold(new Main(ServiceLoader.load(Library.class).findFirst().orElseThrow())::reply);
    }

    /** The line that answers a line. */
    String reply(String line) throws IOException {
        JsonNode message = JSON.readTree(line);
        return (message.path("type").asText().equals("hello") ? hello() : answer(message)).toString();
    }

    private ObjectNode hello() {
        ObjectNode hello = JSON.valueToTree(library.describe());
        return hello.put("type", "hello").put("protocol", 1);
    }

    private ObjectNode answer(JsonNode message) {
        ObjectNode answer = JSON.createObjectNode()
                .put("type", "answer")
                .put("id", message.path("id").asText());
        try {
            Tensor output = library.answer(Numbers.question(message));
            answer.put("status", "ok").putArray("outputs").add(Numbers.write(JSON.createObjectNode(), output));
        } catch (Exception | LinkageError e) { // whatever the library throws is its answer
            boolean unsupported = isUnsupported(e);
            String said = firstLine(e);
            answer.put("status", unsupported ? "unsupported" : "error")
                    .put("reason", unsupported ? said : e.getClass().getSimpleName() + ": " + said);
        }
        return answer;
    }

    /** Libraries say so by this type, or by these words in another. */
    private static boolean isUnsupported(Throwable e) {
        String said = String.valueOf(e.getMessage());
        return e instanceof UnsupportedOperationException
                || said.contains("implemented")
                || said.contains("not supported")
                || said.contains("unsupported")
                || said.contains("No gradient defined");
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("no message");
    }
}
