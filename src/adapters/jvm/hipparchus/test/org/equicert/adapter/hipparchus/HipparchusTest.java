package org.equicert.adapter.hipparchus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equicert.adapter.Library;
import org.equicert.adapter.Question;
import org.equicert.adapter.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By x₁·x₂, whose derivatives are exact in any order of operations. */
class HipparchusTest {
    private static final Hipparchus LIBRARY = new Hipparchus();

    private static Question product(String function, String quantity) {
        return new Question(
                function,
                Map.of(),
                quantity,
                "",
                "f64",
                Map.of("x1", Tensor.vector(3, 5), "x2", Tensor.vector(-2, 7)),
                List.of("x1", "x2"),
                quantity.equals("value") || quantity.equals("jvp") ? Optional.empty() : Optional.of(Tensor.scalar(2)),
                Optional.of(Tensor.vector(1, 10, 100, 1000)));
    }

    @ParameterizedTest
    @CsvSource({
        "value, 29",
        "gradient, -4 14 6 10",
        "jvp, 5368",
        "hvp, 200 2000 2 20",
        "hessian, 0 0 2 0 0 0 0 2 2 0 0 0 0 2 0 0"
    })
    void everyQuantityOfAProductIsTheProducts(String quantity, String expected) {
        double[] entries = Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertArrayEquals(
                entries, LIBRARY.answer(product("linalg.vecdot", quantity)).entries());
    }

    @Test
    void whatIsForDoublesAloneHasNoDerivative() {
        UnsupportedOperationException declined = assertThrows(
                UnsupportedOperationException.class, () -> LIBRARY.answer(product("linalg.svdvals", "gradient")));
        assertEquals("no gradient of linalg.svdvals over fields", declined.getMessage());
    }

    @Test
    void derivativesAreDeclaredOfWhatIsOverFieldsAlone() {
        Library.Description it = LIBRARY.describe();
        Set<String> differentiable = new HashSet<>(it.functions());
        differentiable.removeAll(it.narrowed().keySet());
        assertEquals(Fields.ALL.keySet(), differentiable);
        assertEquals(new Library.Narrowed(List.of("value")), it.narrowed().get("linalg.svdvals"));
    }

    @Test
    void allThatIsMappedIsDeclared() {
        assertTrue(LIBRARY.describe().functions().containsAll(Fields.ALL.keySet()));
        assertTrue(LIBRARY.describe().functions().containsAll(Doubles.ALL.keySet()));
        assertEquals("4.0.3", LIBRARY.describe().version());
    }
}
