package dev.lotline.platform.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WelcomeTest {
    @Test
    void addresses_can_be_opened_as_they_are_printed() {
        assertTrue(Welcome.text("127.0.0.1", 8081).contains(" http://127.0.0.1:8081/q/swagger-ui\n"));
        assertTrue(Welcome.text("0.0.0.0", 8080).contains(" http://127.0.0.1:8080/q/health\n"));
        assertTrue(Welcome.text("lotline.example", 8080).contains(" http://lotline.example:8080/\n"));
    }
}
