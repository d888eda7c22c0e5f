package dev.lotline.edge.jsonrpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final long SECOND = 1_000_000_000L;
    private final Attempts attempts = new Attempts();

    @Test
    void ten_wrong_keys_in_a_minute_are_let_through_and_no_more() {
        for (int n = 0; n < Attempts.MOST; n++) {
            assertEquals(0, attempts.wait("10.0.0.1", "SHOP", n * SECOND));
            attempts.failed("10.0.0.1", "SHOP", n * SECOND);
        }
        assertEquals(51, attempts.wait("10.0.0.1", "SHOP", 10 * SECOND));
        assertEquals(
                0, attempts.wait("10.0.0.2", "SHOP", 10 * SECOND), "somebody else's attempts don't lock the shop out");
        assertEquals(0, attempts.wait("10.0.0.1", "OTHER", 10 * SECOND));
        assertEquals(0, attempts.wait("10.0.0.1", "SHOP", 61 * SECOND));
        attempts.failed("10.0.0.1", "SHOP", 61 * SECOND);
        assertEquals(
                0, attempts.wait("10.0.0.1", "SHOP", 62 * SECOND), "a new minute is counted from its first failure");
    }

    @Test
    void what_is_remembered_has_a_bound() {
        for (int n = 0; n < Attempts.MOST; n++) {
            attempts.failed("10.0.0.1", "OLD", 0);
        }
        for (int n = 0; n < 10_000; n++) {
            attempts.failed("10.0.0.1", "NAME-" + n + "x".repeat(1_000), 0);
        }
        assertEquals(0, attempts.wait("10.0.0.1", "OLD", 0), "forgotten");
        assertTrue(attempts.remembered() <= 10_000);
    }
}
