package dev.lotline.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.kernel.Token;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdminTokenTest {
    private static final String LONG = "0123456789abcdef0123456789abcdef";

    @Test
    void short_token_is_refused_by_name_and_not_shown() {
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> new AdminToken(Optional.of(LONG.substring(1))));
        assertEquals(
                "LOTLINE_ADMIN_TOKEN (lotline.admin-token) must have at least 32 characters, or be empty.",
                refused.getMessage());
    }

    @Test
    void only_the_whole_token_is_the_administrator() {
        AdminToken token = new AdminToken(Optional.of(LONG));
        assertTrue(token.is(Token.hash(LONG)));
        assertFalse(token.is(Token.hash(LONG + "0")));
    }

    @Test
    void empty_token_is_nobody() {
        assertFalse(new AdminToken(Optional.of("")).is(Token.hash("")));
        assertFalse(new AdminToken(Optional.empty()).is(Token.hash("")));
    }
}
