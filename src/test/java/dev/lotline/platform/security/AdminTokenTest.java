package dev.lotline.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
                assertThrows(ConfigurationException.class, () -> new AdminToken(Optional.of(LONG.substring(1)), true));
        assertEquals(
                "LOTLINE_ADMIN_TOKEN (lotline.admin-token) must have at least 32 characters, or be empty.",
                refused.getMessage());
    }

    @Test
    void only_the_whole_token_is_the_administrator() {
        AdminToken token = new AdminToken(Optional.of(LONG), false);
        assertTrue(token.is(Token.hash(LONG)));
        assertFalse(token.is(Token.hash(LONG + "0")));
    }

    @Test
    void empty_token_is_nobody() {
        assertFalse(new AdminToken(Optional.of(""), false).is(Token.hash("")));
        assertFalse(new AdminToken(Optional.empty(), false).is(Token.hash("")));
    }

    @Test
    void a_start_that_only_tries_out_makes_a_token_of_its_own() {
        AdminToken one = new AdminToken(Optional.empty(), true);
        AdminToken other = new AdminToken(Optional.empty(), true);
        assertTrue(one.is(one.made().hash()));
        assertFalse(one.is(other.made().hash()));
    }

    @Test
    void no_token_is_made_beside_one_that_is_set_or_where_work_is_real() {
        assertNull(new AdminToken(Optional.of(LONG), true).made());
        assertNull(new AdminToken(Optional.empty(), false).made());
    }
}
