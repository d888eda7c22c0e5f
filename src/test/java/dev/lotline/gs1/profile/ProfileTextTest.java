package dev.lotline.gs1.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTextTest {

    @ParameterizedTest
    @CsvSource({
        "04252614, 042100005264",
        "425261, 042100005264",
        "01234565, 012345000065",
        "01234531, 012300000451",
        "01234543, 012340000053",
        "11234562, 112345000062"
    })
    void upc_e_is_expanded_by_its_last_digit(String shortForm, String expanded) {
        String found = ProfileText.expanded(shortForm);
        assertEquals(expanded.substring(0, 11), String.valueOf(found).substring(0, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "123456789", "21234565", "12A456", ""})
    void what_is_no_upc_e_is_not_expanded(String text) {
        assertNull(ProfileText.expanded(text));
    }

    @Test
    void half_is_a_text_that_came_twice() {
        assertEquals("ABCD", ProfileText.half("ABCDABCD"));
        assertEquals("ABCD", ProfileText.half("ABCD\rABCD"));
        assertNull(ProfileText.half("ABCD-ABCD"));
        assertNull(ProfileText.half("ABCABC"));
        assertNull(ProfileText.half("ABCDABCE"));
    }

    @Test
    void every_layout_is_undone_where_its_keys_differ() {
        for (KeyboardLayouts.Layout layout : KeyboardLayouts.builtIn().all()) {
            for (String text : List.of("]C10109504000059101", "]d2ABCXYZ", "]Q3qwaz")) {
                assertEquals(text, layout.undone(layout.typed(text)), layout.name());
            }
        }
        assertEquals(6, KeyboardLayouts.builtIn().all().size());
    }

    @Test
    void the_layout_of_a_known_text_is_found() {
        KeyboardLayouts layouts = KeyboardLayouts.builtIn();
        String text = "!\"%&'()*+,-./:;<=>?_]#~^|{}@$yzYZ";
        assertEquals(Optional.of("en-US"), layouts.of(text, text));
        for (KeyboardLayouts.Layout layout : layouts.all()) {
            assertEquals(Optional.of(layout.name()), layouts.of(text, layout.typed(text)));
        }
        assertTrue(layouts.of(text, text + "x").isEmpty());
    }
}
