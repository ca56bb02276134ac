package org.equicert.fast.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;

/** What threads are given to do at once. */
class ScheduleProperties {
    @Property(tries = 100)
    void T_Lem1_2_partsOfACompositionWriteEachEntryAndNoTwoWriteTheSame(
            @ForAll @IntRange(min = 1, max = 4) int s,
            @ForAll @IntRange(min = 1, max = 90) int n,
            @ForAll @IntRange(min = 1, max = 90) int t,
            @ForAll @IntRange(min = 1, max = 90) int u,
            @ForAll @IntRange(min = 1, max = 9) int threads) {
        Contraction f = Contraction.composition(s, n, t, u);
        BitSet written = new BitSet();
        int entries = 0;
        for (Schedule part : Schedule.of(f, 8).parts(threads)) {
            BitSet own = new BitSet();
            part.run((a, b, c) -> {
                for (int i = 0; i < part.inner().get(0).extent(); i++) {
                    for (int j = 0; j < part.inner().get(1).extent(); j++) {
                        own.set(c
                                + i * part.inner().get(0).c()
                                + j * part.inner().get(1).c());
                    }
                }
            });
            entries += own.cardinality();
            written.or(own);
        }
        assertEquals(f.c(), written.cardinality());
        assertEquals(f.c(), entries);
    }

    /** However much work it is: two threads would add to one entry. */
    @Property(tries = 20)
    void whatIsNoProductIsOnePart(@ForAll @IntRange(min = 100_000, max = 400_000) int n) {
        for (Contraction f : List.of(Contraction.inner(n), Contraction.product(3, n, 3), Contraction.sliding(n, 9))) {
            Schedule whole = Schedule.of(f, 8);
            assertFalse(whole.isProduct());
            assertEquals(List.of(whole), whole.parts(2));
        }
    }

    /** C[i + z, j] = Σ A[i, k, z]·B[k, j, z]: rows of different z meet in C, which has as many entries as if they did not. */
    @Property(tries = 20)
    void whereEntriesAreMetAgainThereIsOnePartWhichAdds(
            @ForAll @IntRange(min = 64, max = 99) int n, @ForAll @IntRange(min = 2, max = 9) int z) {
        Contraction f = new Contraction(
                n * n * z,
                n * n * z,
                n * n * z,
                List.of(
                        new Axis(n, n * z, 0, n),
                        new Axis(n, z, n * z, 0),
                        new Axis(n, 0, z, 1),
                        new Axis(z, 1, 1, n)));
        Schedule whole = Schedule.of(f, 8);
        assertTrue(whole.isProduct());
        assertEquals(List.of(whole), whole.parts(2));
        assertFalse(whole.overwrites());
    }
}
