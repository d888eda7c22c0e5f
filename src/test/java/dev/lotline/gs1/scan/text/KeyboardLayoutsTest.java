package dev.lotline.gs1.scan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyboardLayoutsTest {

    @Test
    void french_digits_are_known_and_dashes_prove_nothing() {
        assertTrue(Keyboard.looksFrench("&\u00e9\"'(-"));
        assertFalse(Keyboard.looksFrench("A-B-C-"));
        assertFalse(Keyboard.looksFrench("&\u00e9\"'("));
    }

    @Test
    void every_layout_is_undone_where_its_keys_differ() {
        for (KeyboardLayouts.Layout layout : KeyboardLayouts.builtIn().all()) {
            for (String text : List.of("]C10109504000059101", "]d2ABCXYZ", "]Q3qwaz")) {
                assertEquals(text, layout.keyboard().undone(layout.typed(text)), layout.name());
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
