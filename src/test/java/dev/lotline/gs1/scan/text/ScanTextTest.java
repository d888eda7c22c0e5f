package dev.lotline.gs1.scan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ScanTextTest {

    @Test
    void half_is_a_text_that_came_twice() {
        assertEquals("ABCD", ScanText.half("ABCDABCD"));
        assertEquals("ABCD", ScanText.half("ABCD\rABCD"));
        assertEquals("ABCD", ScanText.half("ABCD\tABCD"));
        assertNull(ScanText.half("ABCD-ABCD"));
        assertNull(ScanText.half("ABCDABCE"));
    }
}
