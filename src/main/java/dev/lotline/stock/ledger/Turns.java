package dev.lotline.stock.ledger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;

/** So many at once; who comes meanwhile waits, in order. As many wait as its callers let come. */
final class Turns {
    private final Queue<UniEmitter<? super Void>> waiting = new ArrayDeque<>();
    private int free;

    Turns(int atOnce) {
        this.free = atOnce;
    }

    /** The work is begun when it is its turn; the turn ends with it, whatever its end. */
    <T> Uni<T> take(Uni<T> work) {
        return Uni.createFrom()
                .<Void>emitter(this::arrive)
                .chain(() -> work)
                .onTermination()
                .invoke(this::leave);
    }

    private void arrive(UniEmitter<? super Void> caller) {
        synchronized (waiting) {
            if (free == 0) {
                waiting.add(caller);
                return;
            }
            free--;
        }
        caller.complete(null);
    }

    private void leave() {
        UniEmitter<? super Void> next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.complete(null);
    }
}
