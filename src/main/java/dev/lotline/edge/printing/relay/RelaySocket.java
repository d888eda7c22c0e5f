package dev.lotline.edge.printing.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.Machine;
import dev.lotline.operations.printing.RelayQueue;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.SessionScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RelayResource} does, over one connection: a job is a frame to the relay, what became of it a frame back, and
 * then comes the next job. The session is the connection; its frames come one after the other.
 */
@WebSocket(path = "/api/v1/printing/relay/{printer}")
@SessionScoped
public class RelaySocket {
    private static final Logger LOG = Logger.getLogger(RelaySocket.class);
    private static final long LOOK_SECONDS = 25;
    /** After which a job that was handed out is UNKNOWN, and a second. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(61);

    private static final Buffer PING = Buffer.buffer("still there?");

    private final RelayQueue queue;
    private final HandingOut handing;
    private final Outcomes outcomes;
    private final RelayLines lines;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    private @Nullable Machine printer;
    /** Of the relay's credential; kept, because what is looked for later belongs to no request. */
    private volatile String name = "";

    /** The job that was handed out, of which nothing was said yet. */
    private volatile @Nullable String busy;
    /** An answer to the last ping has come. */
    private volatile boolean heard = true;

    RelaySocket(
            RelayQueue queue,
            HandingOut handing,
            Outcomes outcomes,
            RelayLines lines,
            SecurityIdentity identity,
            ObjectMapper json) {
        this.queue = queue;
        this.handing = handing;
        this.outcomes = outcomes;
        this.lines = lines;
        this.identity = identity;
        this.json = json;
    }

    /** What a relay that did wrong is told. */
    record Wrong(String code, @Nullable List<Refusal.Violation> violations) {}

    @OnOpen
    Uni<Void> open(@PathParam("printer") String code, WebSocketConnection relay) {
        name = ((Actor) identity.getPrincipal()).name();
        return queue.printer(code, name).chain(found -> {
            if (found == null) {
                return bye(relay, RefusalCode.UNKNOWN_PRINTER);
            }
            if (!lines.take(found.id())) {
                return bye(relay, RefusalCode.OVERLOADED);
            }
            printer = found;
            next(found, relay);
            return Uni.createFrom().voidItem();
        });
    }

    @OnTextMessage
    Uni<Void> said(String frame, WebSocketConnection relay) {
        Machine mine = printer;
        if (mine == null) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> {
                    SaidBody body = read(frame);
                    return outcomes.said(body.job(), body.outcome(), name);
                })
                .chain(answer -> relay.sendText(write(answer)).invoke(() -> goOn(answer.job(), mine, relay)))
                .onFailure(Refusal.class)
                .recoverWithUni(refusal -> relay.sendText(write(wrong((Refusal) refusal))));
    }

    @OnPongMessage
    void stillThere(Buffer any) {
        heard = true;
    }

    @OnClose
    void gone() {
        Machine mine = printer;
        if (mine != null) {
            lines.leave(mine.id());
        }
    }

    private void goOn(String said, Machine mine, WebSocketConnection relay) {
        if (said.equals(busy)) {
            busy = null;
            next(mine, relay);
        }
    }

    /** Looks for work until there is some; each round says that the relay is there, and makes sure of it. */
    private void next(Machine mine, WebSocketConnection relay) {
        if (relay.isClosed()) {
            return;
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOOK_SECONDS);
        queue.health(mine, "READY")
                .chain(() -> handing.next(mine, name, until, relay::isClosed))
                .chain(job -> job == null ? round(relay) : handOut(job, relay))
                .subscribe()
                .with(again -> goOn(again, mine, relay), fault -> broken(fault, relay));
    }

    private void goOn(boolean again, Machine mine, WebSocketConnection relay) {
        if (again) {
            next(mine, relay);
        }
    }

    private Uni<Boolean> handOut(Handed job, WebSocketConnection relay) {
        busy = job.job();
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(LONGEST_SILENCE)
                .subscribe()
                .with(late -> silent(job, relay));
        return relay.sendText(write(job)).replaceWith(false);
    }

    /** Its job is UNKNOWN by now; a relay that is still there opens another connection. */
    private void silent(Handed job, WebSocketConnection relay) {
        if (job.job().equals(busy)) {
            leave(relay, new CloseReason(CloseReason.NORMAL.getCode(), "not a word of the job"));
        }
    }

    private Uni<Boolean> round(WebSocketConnection relay) {
        if (!heard) {
            return relay.close(new CloseReason(CloseReason.NORMAL.getCode(), "no answer to a ping"))
                    .replaceWith(false);
        }
        heard = false;
        return relay.sendPing(PING).replaceWith(true);
    }

    private static void broken(Throwable fault, WebSocketConnection relay) {
        if (relay.isClosed()) {
            return;
        }
        LOG.warnf("a relay is sent away: %s", fault);
        leave(relay, CloseReason.INTERNAL_SERVER_ERROR);
    }

    private static void leave(WebSocketConnection relay, CloseReason why) {
        relay.close(why).subscribe().with(done -> {}, gone -> LOG.debugf("it was gone already: %s", gone));
    }

    private Uni<Void> bye(WebSocketConnection relay, RefusalCode code) {
        return relay.sendText(write(new Wrong(code.name(), null))).chain(() -> relay.close());
    }

    private SaidBody read(String frame) {
        try {
            return json.readValue(frame, SaidBody.class);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("frame", "must be an object of job, result and bytesWritten");
        }
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Wrong wrong(Refusal refusal) {
        return new Wrong(refusal.code().name(), refusal.violations());
    }
}
