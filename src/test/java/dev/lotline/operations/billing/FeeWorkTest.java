package dev.lotline.operations.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeeWorkTest {
    private final FeeWork work = new FeeWork();

    @AfterEach
    void stop() {
        work.stop();
    }

    @Test
    void what_follows_a_read_is_not_done_by_the_one_who_read() {
        String reader = Thread.currentThread().getName();
        assertNotEquals(
                reader,
                work.after(Uni.createFrom().item(1))
                        .map(one -> Thread.currentThread().getName())
                        .await()
                        .indefinitely());
    }

    @Test
    void too_much_at_once_is_refused_and_not_remembered() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        for (int n = 0; n < Runtime.getRuntime().availableProcessors() + 64; n++) {
            work.after(Uni.createFrom().item(n)).subscribe().with(item -> held(busy), refused -> {});
        }
        Refusal full = assertThrows(
                Refusal.class,
                () -> work.after(Uni.createFrom().item(0)).await().indefinitely());
        assertEquals(RefusalCode.OVERLOADED, full.code());
        busy.countDown();
    }

    private static void held(CountDownLatch busy) {
        try {
            busy.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
