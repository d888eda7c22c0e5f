package dev.lotline.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.sql.SQLException;
import java.util.List;

/**
 * Asks the invariants of the whole house once after each class of stories that asked its identities. After every story it
 * was a fifth of the time of all stories; what is broken stays broken until the end of its class, and is named there.
 */
public final class BooksAtTheEnd implements QuarkusTestAfterAllCallback {
    @Override
    public void afterAll(QuarkusTestContext context) {
        if (Identities.takeAsked()) {
            count();
            assertEquals(List.of(), Identities.brokenInvariants());
        }
    }

    /** Sums by expiry day are counted when somebody looks; what they are after all these stories is asked with the others. */
    private static void count() {
        try (Superuser books = Superuser.begin()) {
            books.ask("SELECT shelf_count(id, NULL, 0, 1000000) FROM warehouse");
            books.commit();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
