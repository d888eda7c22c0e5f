package dev.lotline.edge.jsonrpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/jsonrpc}. A route of its own and no REST resource, because nothing of REST holds here: credentials may
 * stand in the body, every answer to a call is HTTP 200, and every no has JSON-RPC's form.
 */
@Singleton
final class RpcDoor {
    private static final Logger LOG = Logger.getLogger(RpcDoor.class);
    private static final String PATH = "/api/jsonrpc";
    private static final String JSON = "application/json";
    private static final String KEY = "Idempotency-Key";
    private static final int MOST_BYTES = 256 * 1024;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;

    private final Calls calls;
    private final ObjectMapper json;

    RpcDoor(Calls calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    void open(@Observes Router router) {
        router.route(PATH).handler(this::receive);
    }

    private void receive(RoutingContext context) {
        if (!context.request().method().equals(HttpMethod.POST)) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            refuse(context, METHOD_NOT_ALLOWED, RpcFault.invalidRequest("send it by POST"));
            return;
        }
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !type.toLowerCase(Locale.ROOT).contains("json")) {
            refuse(context, UNSUPPORTED, RpcFault.invalidRequest("send it as application/json"));
            return;
        }
        Buffer body = Buffer.buffer();
        context.request()
                .handler(part -> {
                    if (body.length() + part.length() <= MOST_BYTES) {
                        body.appendBuffer(part);
                    } else {
                        hangUp(context);
                    }
                })
                .exceptionHandler(context::fail)
                .endHandler(end -> answer(context, body))
                .resume();
    }

    private void answer(RoutingContext context, Buffer body) {
        JsonNode read = read(body);
        if (read == null) {
            refuse(context, OK, RpcFault.unreadable());
            return;
        }
        Calls.Envelope envelope = new Calls.Envelope(
                context.request().remoteAddress().hostAddress(),
                context.request().getHeader(HttpHeaders.AUTHORIZATION),
                context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                context.request().getHeader(KEY));
        calls.answer(read, envelope)
                .subscribe()
                .with(
                        answer -> {
                            if (answer instanceof Calls.Listing rows) {
                                send(context, rows, envelope);
                            } else {
                                send(context, OK, answer);
                            }
                        },
                        context::fail);
    }

    /** The rest is not read: this connection can't be used again. */
    private void hangUp(RoutingContext context) {
        context.request().handler(ignored -> {}).endHandler(end -> {});
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(context, TOO_LARGE, RpcFault.invalidRequest("at most " + MOST_BYTES + " bytes"));
    }

    private @Nullable JsonNode read(Buffer body) {
        try {
            JsonNode read = json.readTree(body.getBytes());
            return read == null || read.isMissingNode() ? null : read;
        } catch (JsonProcessingException unreadable) {
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void refuse(RoutingContext context, int status, RpcFault fault) {
        Map<String, Object> answer = Calls.failed(NullNode.getInstance(), fault);
        send(context, status, answer);
    }

    private void send(RoutingContext context, Calls.Listing rows, Calls.Envelope envelope) {
        Writing writing = new Writing(json, context.response());
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        writing.write(rows.answer(), rows.rows()).subscribe().with(all -> {}, fault -> {
            if (!writing.begun()) {
                send(context, OK, Calls.failed(rows.id(), fault, envelope));
            } else {
                LOG.warnf("a list was cut off while it was written: %s", fault.toString());
                context.request().connection().close();
            }
        });
    }

    private void send(RoutingContext context, int status, @Nullable Object answer) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer == null) {
            context.response().setStatusCode(NO_CONTENT).end();
            return;
        }
        try {
            Buffer written = Buffer.buffer(json.writeValueAsBytes(answer));
            context.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                    .end(written);
        } catch (JsonProcessingException fault) {
            context.fail(fault);
        }
    }
}
