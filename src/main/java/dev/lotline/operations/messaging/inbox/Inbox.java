package dev.lotline.operations.messaging.inbox;

import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages that a broker brings, one at a time for each channel. A message ends when it is done, or when it is kept
 * as a dead letter with the reason; while the house can't take it at all it waits, and those behind it with it. What it asks
 * for is the same command as by REST, known again by its own key, so that a death in between does it once all the same.
 */
@Singleton
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int LONGEST_BODY = 65_536;
    private static final int FORGOTTEN_AT_ONCE = 5_000;
    private static final int TRIES_OF_A_FAULT = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final InboxSql sql;

    Inbox(InboxSql sql) {
        this.sql = sql;
    }

    /**
     * Ends when the message may be taken off the broker; never fails because of what it says.
     *
     * @param sent null = without a body, as a Kafka record may be; no message then
     * @param read ends with MALFORMED or VALIDATION_FAILED for what is no message
     * @param work may end with any refusal
     */
    public Uni<Void> take(
            String channel, byte @Nullable [] sent, Function<byte[], Letter> read, Function<Letter, Uni<?>> work) {
        byte[] body = sent == null ? new byte[0] : sent;
        byte[] hash = CanonicalJson.sha256().digest(body);
        return Uni.createFrom()
                .deferred(() -> once(channel, body, hash, read, work))
                .onFailure(Inbox::passes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** The house is busy or its database away: nothing is wrong with the message. */
    private static boolean passes(Throwable failure) {
        boolean refused = failure instanceof Refusal;
        if (!refused) {
            LOG.warnf("a message waits: %s", failure.toString());
        }
        return !refused || retryable((Refusal) failure);
    }

    private static boolean retryable(Refusal refusal) {
        return Problem.of(refusal, Locale.ENGLISH, null).retryable();
    }

    private Uni<Void> once(
            String channel, byte[] body, byte[] hash, Function<byte[], Letter> read, Function<Letter, Uni<?>> work) {
        Letter letter;
        try {
            letter = read.apply(body);
        } catch (Refusal refusal) {
            String unread = "sha256:" + HexFormat.of().formatHex(hash);
            return sql.known(channel, unread)
                    .chain(before -> before == null
                            ? dead(channel, unread, hash, refusal, body)
                            : Uni.createFrom().voidItem());
        }
        return sql.known(channel, letter.id()).chain(before -> {
            if (before == null) {
                return worked(channel, letter, hash, body, work);
            }
            return Arrays.equals(before, hash)
                    ? Uni.createFrom().voidItem()
                    : dead(channel, letter.id(), hash, Refusal.of(RefusalCode.KEY_REUSED), body);
        });
    }

    private Uni<Void> worked(String channel, Letter letter, byte[] hash, byte[] body, Function<Letter, Uni<?>> work) {
        return Uni.createFrom()
                .deferred(() -> work.apply(letter).replaceWithVoid())
                .onFailure(failure -> !(failure instanceof Refusal))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(TRIES_OF_A_FAULT)
                .chain(() -> sql.done(channel, letter.id(), hash))
                .onFailure(failure -> !(failure instanceof Refusal refusal && retryable(refusal)))
                .recoverWithUni(failure -> dead(channel, letter.id(), hash, failure, body));
    }

    private Uni<Void> dead(String channel, String id, byte[] hash, Throwable why, byte[] body) {
        String text =
                new String(body, 0, Math.min(body.length, LONGEST_BODY), StandardCharsets.UTF_8).replace('\0', '?');
        if (why instanceof Refusal refusal) {
            Problem problem = Problem.of(refusal, Locale.ENGLISH, null);
            return sql.dead(channel, id, hash, refusal.code().name(), field(refusal), problem.detail(), text);
        }
        LOG.errorf(why, "message %s of channel %s", id, channel);
        return sql.dead(channel, id, hash, "FAULT", null, "something of ours is broken; see the log", text);
    }

    private static @Nullable String field(Refusal refusal) {
        Object field = refusal.facts().get("field");
        return field == null ? null : field.toString();
    }

    /** What could not be done, newest first. */
    public Uni<List<DeadLetter>> deadLetters(long before, int most) {
        return sql.page(before, most);
    }

    /** How many there were within a day, counted up to 1,000. */
    public Uni<Long> lately() {
        return sql.lately();
    }

    /** True = there may be more. */
    public Uni<Boolean> forget(Duration keep) {
        return sql.forget(keep.toSeconds(), FORGOTTEN_AT_ONCE).map(gone -> gone == FORGOTTEN_AT_ONCE);
    }
}
