package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aCommandIsSplitAsAShellSplitsIt() throws CandidateUnusable {
        assertEquals(List.of("./my-adapter", "--x"), Words.split("  ./my-adapter   --x "));
        assertEquals(
                List.of("python3", "my file.py", "a\"b", "", "c d", "e\\f", "$HOME;ls"),
                Words.split("python3 'my file.py' \"a\\\"b\" '' c\\ d \"e\\f\" $HOME;ls"));
    }

    @Test
    void anOpenQuoteOrNoCommandIsSaid() {
        assertThrows(CandidateUnusable.class, () -> Words.split("./a 'b"));
        assertThrows(CandidateUnusable.class, () -> Words.split("   "));
    }

    @Test
    void quotedWordsAreShortAndHarmless() {
        assertEquals("a b c", Words.brief(" a\u001b\n\u202eb\tc ", 20));
        assertEquals("aaaa…", Words.brief("a".repeat(1000), 4));
    }
}
