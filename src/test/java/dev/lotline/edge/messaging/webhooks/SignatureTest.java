package dev.lotline.edge.messaging.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /** The vector that the libraries of Standard Webhooks are tested with. */
    @Test
    void a_message_is_signed_as_the_libraries_of_the_standard_do() {
        String body = "{\"test\": 2432232314}";
        assertEquals(SIGNED, Signature.standard(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body));
        assertEquals(
                SIGNED + " " + SIGNED,
                Signature.standard(List.of(SECRET, SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body));
    }
}
