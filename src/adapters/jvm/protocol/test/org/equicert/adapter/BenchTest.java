package org.equicert.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> log = new ArrayList<>();
    private final Bench bench = new Bench(this::product);

    /** The definition of a product; there is none of size 3. */
    private Products.Product product(int n, String precision, double[] a, double[] b) {
        if (n == 3) {
            throw new IllegalStateException("no room");
        }
        return new Products.Product() {
            @Override
            public void compute() {
                log.add(precision + n);
            }

            @Override
            public double[] result() {
                double[] c = new double[n * n];
                for (int i = 0; i < n * n * n; i++) {
                    c[i / n / n * n + i % n] += a[i / n] * b[i / n % n * n + i % n];
                }
                return c;
            }

            @Override
            public void close() {
                log.add("closed");
            }
        };
    }

    private JsonNode reply(String line) throws IOException {
        return JSON.readTree(bench.reply(line));
    }

    /** The inputs' formula is the one of {@code bench_peer.py}: 2 × 2, by hand. */
    @Test
    void aTaskIsAnsweredByTheChecksumOfItsResult() throws IOException {
        JsonNode answer = reply("{\"task\":\"product\",\"n\":2,\"precision\":\"f64\"}");
        double[] a = entries(0);
        double[] b = entries(1);
        double[] c = {
            a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3]
        };
        assertEquals(
                c[0] + 2 * c[1] + 3 * c[2] + 4 * c[3], answer.path("checksum").asDouble());
        assertEquals(
                Math.abs(c[0]) + 2 * Math.abs(c[1]) + 3 * Math.abs(c[2]) + 4 * Math.abs(c[3]),
                answer.path("magnitude").asDouble());
    }

    private static double[] entries(long array) {
        double[] entries = new double[4];
        for (int i = 0; i < 4; i++) {
            long mixed = Long.remainderUnsigned((i + 1 + 1_000_003 * array) * 2_654_435_761L, 1L << 32);
            entries[i] = mixed / 65536 % 19 - 9;
        }
        return entries;
    }

    @Test
    void itDoesAsManyCallsAsItIsToldOfTheLastTask() throws IOException {
        reply("{\"task\":\"product\",\"n\":2,\"precision\":\"f64\"}");
        reply("{\"task\":\"product\",\"n\":4,\"precision\":\"f32\"}");
        assertTrue(reply("{\"calls\":3}").path("seconds").asDouble() > 0);
        assertEquals(List.of("closed", "f324", "f324", "f324"), log);
    }

    @Test
    void whatTheLibraryCannotDoIsAnsweredAndNoCrash() throws IOException {
        assertEquals(
                "no room",
                reply("{\"task\":\"product\",\"n\":3,\"precision\":\"f64\"}")
                        .path("error")
                        .asText());
        assertTrue(reply("{\"task\":\"product\",\"n\":2,\"precision\":\"f64\"}").has("checksum"));
    }
}
