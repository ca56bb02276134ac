package org.equicert.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** T §2: currying and uncurrying are inverse to each other, at any order, scalars included. */
class CurryProperties {

    @Provide
    Arbitrary<int[]> shapes() {
        return Arbitraries.of(1, 2, 3, 4, 5)
                .array(int[].class)
                .ofMinSize(0)
                .ofMaxSize(5)
                .filter(s -> size(s) <= 240);
    }

    @Property
    void T_S2_offsetsAndIndicesAreInOneToOneCorrespondence(@ForAll("shapes") int[] s) {
        int o = 0;
        for (int[] index : Naive.indices(s)) {
            assertArrayEquals(index, Curry.index(s, o));
            assertEquals(o, Shape.offset(s, index));
            o++;
        }
        assertEquals(size(s), o);
    }

    @Property
    void T_S2_stackedSlicesAreTheTensor(@ForAll("shapes") int[] s, @ForAll long seed) {
        if (s.length > 0) {
            Tensor a = Naive.random(new Random(seed), s);
            assertArrayEquals(a.entries(), Curry.stacked(a.entries(), s[0], size(s) / s[0]));
        }
    }

    @Property
    void T_S2_theSlicesOfAStackAreWhatWasStacked(@ForAll("shapes") int[] s, @ForAll long seed) {
        if (s.length > 0) {
            Random random = new Random(seed);
            long[] c = random.longs(size(s), -9, 10).toArray();
            int i = random.nextInt(s[0]);
            Tensor before = Tensor.of(s, c);
            long[] slice = random.longs(size(s) / s[0], -9, 10).toArray();
            Curry.put(c, i, s[0], slice);
            for (int j = 0; j < s[0]; j++) {
                assertArrayEquals(
                        j == i ? slice : before.at(j).entries(),
                        Tensor.of(s, c).at(j).entries());
            }
        }
    }

    private static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, (x, y) -> x * y);
    }
}
