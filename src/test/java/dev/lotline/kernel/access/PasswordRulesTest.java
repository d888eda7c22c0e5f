package dev.lotline.kernel.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordRulesTest {
    @Test
    void twelve_characters_and_no_more_bytes_than_are_read() {
        assertFalse(PasswordRules.fits("x".repeat(11)));
        assertTrue(PasswordRules.fits("x".repeat(12)));
        assertTrue(PasswordRules.fits("é".repeat(36)));
        assertFalse(PasswordRules.fits("é".repeat(37)));
        assertFalse(PasswordRules.fits("x".repeat(73)));
    }

    @Test
    void a_name_is_found_in_any_case() {
        assertTrue(PasswordRules.contains("xxANAxx-123456", "ana"));
        assertFalse(PasswordRules.contains("correct horse", "ana"));
    }
}
