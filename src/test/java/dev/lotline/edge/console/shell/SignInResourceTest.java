package dev.lotline.edge.console.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInResourceTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/inventory?owner=A&after=B", "/lots/12"})
    void a_page_of_ours_is_gone_to(String then) {
        assertEquals(then, SignInResource.ours(then));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "",
                "/a b",
                "/a\r\nX: y"
            })
    void anything_else_is_the_board(String then) {
        assertEquals("/", SignInResource.ours(then));
    }
}
