package dev.lotline.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.util.List;

/**
 * Asks the invariants of the whole house once after each class of stories that asked its identities. After every story it
 * was a fifth of the time of all stories; what is broken stays broken until the end of its class, and is named there.
 */
public final class BooksAtTheEnd implements QuarkusTestAfterAllCallback {
    @Override
    public void afterAll(QuarkusTestContext context) {
        if (Identities.takeAsked()) {
            assertEquals(List.of(), Identities.brokenInvariants());
        }
    }
}
