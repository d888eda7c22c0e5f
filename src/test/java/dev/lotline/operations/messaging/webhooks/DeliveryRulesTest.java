package dev.lotline.operations.messaging.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryRulesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "11, PT17H4M", "12, PT24H", "14, PT24H"})
    void the_pause_doubles_up_to_a_day(int attempts, Duration pause) {
        assertEquals(pause, DeliveryRules.pause(attempts, MINUTE, 0.5));
    }

    @Test
    void chance_spreads_it_by_a_fifth_and_after_14_retries_it_is_given_up() {
        assertEquals(Duration.ofSeconds(48), DeliveryRules.pause(1, MINUTE, 0));
        assertEquals(Duration.ofSeconds(72), DeliveryRules.pause(1, MINUTE, 1));
        assertNull(DeliveryRules.pause(15, MINUTE, 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/x, true", "https://shop.example.com:8443/x?y=1, true",
                "http://shop.example.com, false",
        "https://shop.example.com:9000, false", "https://user:word@shop.example.com, false", "https:///x, false",
        "https://shop.example.com/#x, false", "file:///etc/passwd, false", "'https://a b', false"
    })
    void only_plain_addresses_of_the_web_are_taken(String url, boolean right) {
        assertEquals(right, WebhookRules.problem(url, false).isEmpty());
        assertTrue(WebhookRules.problem("http://127.0.0.1:8080/x", true).isEmpty());
    }
}
