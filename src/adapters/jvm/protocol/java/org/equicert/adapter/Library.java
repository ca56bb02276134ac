package org.equicert.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A library under judgement. An adapter is a class that implements this, named in {@code META-INF/services}. */
public interface Library {
    /**
     * What hello says; words are the protocol's ({@code spec/guide/protocol.md}).
     *
     * @param name the library's own
     * @param functions names of the catalogue
     * @param narrowed those of them that have less than all quantities, each with what it has
     */
    record Description(
            String name,
            String version,
            List<String> precisions,
            Collection<String> functions,
            List<String> quantities,
            List<String> modes,
            Map<String, Narrowed> narrowed) {
        /** Of a library that has the same of every function. */
        public Description(
                String name,
                String version,
                List<String> precisions,
                Collection<String> functions,
                List<String> quantities,
                List<String> modes) {
            this(name, version, precisions, functions, quantities, modes, Map.of());
        }
    }

    /** The quantities of one function. */
    record Narrowed(List<String> quantities) {
        /** These functions, with these quantities. */
        public static Map<String, Narrowed> to(List<String> quantities, Collection<String> functions) {
            return functions.stream().collect(Collectors.toMap(Function.identity(), f -> new Narrowed(quantities)));
        }
    }

    Description describe();

    /** The version of the library that the adapter was built with. */
    static String version() {
        try (InputStream in = Library.class.getResourceAsStream("/library.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The library's answer, as it gives it.
     *
     * @throws UnsupportedOperationException for what it cannot do, in its own words; whatever else it throws is an error
     */
    Tensor answer(Question question) throws Exception;
}
