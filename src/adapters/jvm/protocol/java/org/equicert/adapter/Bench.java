package org.equicert.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ServiceLoader;

/**
 * A peer of {@code equicert bench}: it does what it is told, and times itself. It speaks as {@code bench_peer.py} does, and
 * makes the same inputs; its task is {@code product}, of size {@code n}. The library is the one on the class path.
 */
public final class Bench {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Products products;
    private Products.Product product = new Nothing();

    Bench(Products products) {
        this.products = products;
    }

    public static void main(String[] arguments) throws IOException {
        Dialogue dialogue = new Dialogue();
        Bench bench = new Bench(ServiceLoader.load(Products.class).findFirst().orElseThrow());
        Library library = ServiceLoader.load(Library.class).findFirst().orElseThrow();
        dialogue.say(JSON.createObjectNode()
                .put("version", library.describe().version())
                .toString());
        dialogue.hold(bench::reply);
    }

    /** The line that answers a line. */
    String reply(String line) throws IOException {
        JsonNode request = JSON.readTree(line);
        try {
            return (request.has("task")
                            ? prepared(request)
                            : timed(request.path("calls").intValue()))
                    .toString();
        } catch (RuntimeException | LinkageError e) { // the library's own threads would keep us alive
            e.printStackTrace();
            return JSON.createObjectNode()
                    .put("error", String.valueOf(e.getMessage()))
                    .toString();
        }
    }

    private ObjectNode prepared(JsonNode task) {
        product.close();
        product = new Nothing();
        int n = task.path("n").intValue();
        product = products.of(n, task.path("precision").asText(), numbers(n * n, 0), numbers(n * n, 1));
        double sum = 0;
        double magnitude = 0;
        double[] entries = product.result();
        for (int i = 0; i < entries.length; i++) {
            double weighed = (1 + i % 7) * entries[i];
            sum += weighed;
            magnitude += Math.abs(weighed);
        }
        return JSON.createObjectNode().put("checksum", sum).put("magnitude", magnitude);
    }

    private static double[] numbers(int size, int array) {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            long mixed = (i + 1 + 1_000_003L * array) * 2_654_435_761L & 0xffff_ffffL;
            numbers[i] = (mixed >> 16) % 19 - 9;
        }
        return numbers;
    }

    private ObjectNode timed(int calls) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            product.compute();
        }
        return JSON.createObjectNode().put("seconds", (System.nanoTime() - start) * 1e-9);
    }

    /** Before the first task. */
    private record Nothing() implements Products.Product {
        @Override
        public void compute() {}

        @Override
        public double[] result() {
            return new double[0];
        }

        @Override
        public void close() {}
    }
}
