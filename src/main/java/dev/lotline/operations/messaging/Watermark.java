package dev.lotline.operations.messaging;

import dev.lotline.operations.messaging.OutboxSql.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Up to which number the outbox has no gap that could still be filled. A number counts once every transaction has ended
 * that was open when it was the highest one: whoever drew a lower one was among them.
 */
final class Watermark {
    private long safe;
    private @Nullable Mark waiting;

    synchronized long safe() {
        return safe;
    }

    /** @param now the newest look; answers up to where may be read */
    synchronized long after(Mark now) {
        if (waiting != null && now.finished() >= waiting.next()) {
            safe = Math.max(safe, waiting.highest());
            waiting = null;
        }
        if (now.finished() >= now.next()) {
            safe = Math.max(safe, now.highest());
        } else if (waiting == null) {
            waiting = now;
        }
        return safe;
    }
}
