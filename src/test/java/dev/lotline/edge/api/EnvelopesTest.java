package dev.lotline.edge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static Actor actor(String name) {
        return new Actor(name, Role.INTEGRATION, Set.of(), Scope.ALL, name);
    }

    @Test
    void uuid_is_its_own_id_and_the_header_comes_first() {
        UUID key = UUID.randomUUID();
        assertEquals(key, Envelopes.id(actor("A"), key.toString(), "other"));
        assertEquals(key, Envelopes.id(actor("A"), null, key.toString()));
    }

    @Test
    void any_other_key_is_one_id_for_its_sender_alone() {
        UUID id = Envelopes.id(actor("A"), "order 7", null);
        assertEquals(id, Envelopes.id(actor("A"), "order 7", null));
        assertEquals(8, id.version());
        assertEquals(2, id.variant());
        assertNotEquals(id, Envelopes.id(actor("B"), "order 7", null));
        assertNotEquals(id, Envelopes.id(actor("A"), "order 8", null));
    }

    @Test
    void without_a_key_no_two_commands_are_one() {
        assertNotEquals(Envelopes.id(actor("A"), null, null), Envelopes.id(actor("A"), null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void key_that_can_not_be_one_is_refused(String key) {
        Refusal refusal = assertThrows(Refusal.class, () -> Envelopes.id(actor("A"), key, null));
        assertEquals("Idempotency-Key", refusal.facts().get("field"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"b\":1,\"a\":2}; {\"a\":2,\"b\":1}",
                "{\"a\":1.50}; {\"a\":1.5}",
                "{\"a\":38.0}; {\"a\":38}",
                "{\"a\":1,\"b\":null}; {\"a\":1}",
                "{\"a\":[{\"c\":1,\"b\":true}]}; {\"a\":[{\"b\":true,\"c\":1.0}]}",
            })
    void same_meaning_is_same_text(String one, String other) throws Exception {
        assertEquals(CanonicalJson.text(JSON.readTree(one)), CanonicalJson.text(JSON.readTree(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"a\":1}; {\"a\":\"1\"}",
                "{\"a\":[1,2]}; {\"a\":[2,1]}",
                "{\"a\":[12]}; {\"a\":[1,2]}",
                "{\"a\":false}; {}",
                "{\"a\":\"x,b:1\"}; {\"a\":\"x\",\"b\":1}",
            })
    void other_meaning_is_other_text(String one, String other) throws Exception {
        assertNotEquals(CanonicalJson.text(JSON.readTree(one)), CanonicalJson.text(JSON.readTree(other)));
    }
}
