package dev.lotline.edge.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.lotline.edge.jsonrpc.Resource.Method;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import dev.lotline.stock.ledger.DatabaseAway;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does what was called, one after the other, and answers each; what goes wrong with one leaves the others alone. */
@Singleton
class Calls {
    private static final Logger LOG = Logger.getLogger(Calls.class);
    private static final int MOST_CALLS = 50;

    /** Of one result in a batch. */
    private static final int MOST_ROWS = 10_000;

    /** What came with the call by HTTP. */
    record Envelope(
            String address,
            @Nullable String authorization,
            @Nullable String language,
            @Nullable String key) {}

    /** An answer whose result is {@link Rows}, still to be read. */
    record Listing(JsonNode id, Map<String, Object> answer, Rows rows) {}

    private final Callers callers;
    private final Map<String, Resource> resources;

    Calls(Callers callers, @All List<Resource> resources) {
        this.callers = callers;
        this.resources = resources.stream().collect(Collectors.toUnmodifiableMap(Resource::name, Function.identity()));
    }

    /** The answer to a call or a batch; null when it was notifications only. */
    Uni<@Nullable Object> answer(JsonNode body, Envelope envelope) {
        if (!body.isArray()) {
            return one(body, envelope, 0)
                    .map(answer -> answer != null && answer.get("result") instanceof Rows rows
                            ? new Listing(body.path("id"), answer, rows)
                            : answer);
        }
        if (body.isEmpty() || body.size() > MOST_CALLS) {
            RpcFault fault = RpcFault.invalidRequest("a batch has between 1 and " + MOST_CALLS + " calls");
            return Uni.createFrom().item(failed(NullNode.getInstance(), fault));
        }
        Uni<List<Object>> answers = Uni.createFrom().item(new ArrayList<>());
        for (int n = 0; n < body.size(); n++) {
            int number = n;
            answers = answers.chain(so -> one(body.get(number), envelope, number, Calls::atOnce)
                    .map(answer -> {
                        if (answer != null) {
                            so.add(answer);
                        }
                        return so;
                    }));
        }
        return answers.map(all -> all.isEmpty() ? null : all);
    }

    static Map<String, Object> failed(JsonNode id, RpcFault fault) {
        Map<String, Object> answer = headed(id);
        answer.put("error", fault.members());
        return answer;
    }

    static Map<String, Object> failed(JsonNode id, Throwable thrown, Envelope envelope) {
        return failed(id, told(thrown, language(envelope)));
    }

    /** In an answer among others rows are not told one by one. */
    private static Uni<?> atOnce(Object result) {
        return result instanceof Rows rows
                ? rows.all(MOST_ROWS)
                : Uni.createFrom().item(result);
    }

    private Uni<@Nullable Map<String, Object>> one(JsonNode json, Envelope envelope, int number) {
        return one(json, envelope, number, result -> Uni.createFrom().item(result));
    }

    private Uni<@Nullable Map<String, Object>> one(
            JsonNode json, Envelope envelope, int number, Function<Object, Uni<?>> taken) {
        RpcCall call;
        try {
            call = RpcCall.of(json);
        } catch (RpcFault fault) {
            return Uni.createFrom().item(failed(NullNode.getInstance(), fault));
        }
        return Uni.createFrom()
                .deferred(() -> run(call, envelope, number))
                .chain(taken::apply)
                .map(result -> done(call.id(), result))
                .onFailure()
                .recoverWithItem(thrown -> failed(call.id(), thrown, envelope))
                .map(answer -> call.isNotification() ? null : answer);
    }

    private Uni<?> run(RpcCall call, Envelope envelope, int number) {
        Arguments params = new Arguments(call.params());
        return switch (call.method()) {
            case "login" ->
                callers.login(
                        envelope.address(),
                        params.atMost(2).requiredText(0, "username"),
                        params.requiredText(1, "apiKey"));
            case "call" -> {
                String session = params.atMost(3).text(0, "session");
                String path = params.requiredText(1, "resource.method");
                Arguments arguments = new Arguments(params.at(2));
                String key = envelope.key() == null
                        ? UUID.randomUUID().toString()
                        : number == 0 ? envelope.key() : envelope.key() + "#" + number;
                yield callers.caller(envelope.address(), session, envelope.authorization())
                        .chain(actor -> permitted(actor, path)
                                .body()
                                .call(new Resource.Call(
                                        actor, arguments, language(envelope).toLanguageTag(), key)));
            }
            default -> throw RpcFault.unknownMethod();
        };
    }

    private Method permitted(Actor actor, String path) {
        int dot = path.indexOf('.');
        Resource resource = dot < 0 ? null : resources.get(path.substring(0, dot));
        if (resource == null) {
            throw RpcFault.invalidPath();
        }
        Method method = resource.methods().get(path.substring(dot + 1));
        if (method == null) {
            throw RpcFault.notCallable();
        }
        if (!actor.may(method.needs())) {
            throw RpcFault.accessDenied();
        }
        return method;
    }

    private static RpcFault told(Throwable thrown, Locale language) {
        if (thrown instanceof RpcFault fault) {
            return fault;
        }
        if (thrown instanceof Refusal refusal) {
            return RpcFault.of(refusal, language);
        }
        if (DatabaseAway.says(thrown)) {
            LOG.warnf("the database is away or busy: %s", thrown.toString());
            return RpcFault.of(Refusal.of(RefusalCode.UNAVAILABLE), language);
        }
        LOG.error("fault while answering a JSON-RPC call", thrown);
        return RpcFault.internal(language);
    }

    private static Locale language(Envelope envelope) {
        return Sentences.language(envelope.language());
    }

    private static Map<String, Object> done(JsonNode id, Object result) {
        Map<String, Object> answer = headed(id);
        answer.put("result", result);
        return answer;
    }

    private static Map<String, Object> headed(JsonNode id) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id.isMissingNode() ? NullNode.getInstance() : id);
        return answer;
    }
}
