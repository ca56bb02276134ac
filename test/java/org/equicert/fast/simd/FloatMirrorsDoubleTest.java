package org.equicert.fast.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Vector API has a type a precision, so the kernels are written twice: a change to one must be made to the other. */
class FloatMirrorsDoubleTest {
    private static final Path SOURCES = Path.of("src/java/org/equicert/fast/simd");

    @ParameterizedTest
    @ValueSource(strings = {"Product", "Line", "Elimination", "Format"})
    void kernelsDifferInTheirTypesOnly(String kernel) throws IOException {
        assertEquals(normal(kernel, "Double", "double"), normal(kernel, "Float", "float"));
    }

    /** The source with its types removed, and the white space with them: line breaks depend on the names' lengths. */
    private static String normal(String kernel, String type, String primitive) throws IOException {
        return Files.readString(SOURCES.resolve(type + kernel + ".java"))
                .replace(type, "T")
                .replace(primitive, "t")
                .replace(primitive.toUpperCase(Locale.ROOT), "t")
                .replace("(t) ", "")
                .replaceAll("\\s+\\*? *", "");
    }
}
