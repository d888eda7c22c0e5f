package dev.lotline.edge.graphql.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import graphql.GraphQLError;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query before the engine does. It is a page of text, not a file: more than 256 KB are not read, however they are
 * sent. It is JSON that holds a query, and the query can be parsed: what the engine would say of it without a code, or
 * with a fault, is said here.
 */
@Singleton
final class QueryReading {
    private static final String PATH = "/graphql";
    private static final int MOST_BYTES = 256 * 1024;

    /** Before the server's own limit, behind that of the house and behind authentication. */
    private static final int BEFORE_THE_SERVER = 98;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    void beforeAll(@Observes Filters filters) {
        filters.register(QueryReading::receive, BEFORE_THE_SERVER);
    }

    private static void receive(RoutingContext context) {
        if (!context.request().path().equals(PATH)
                || !context.request().method().equals(HttpMethod.POST)) {
            context.next();
            return;
        }
        if (bytes(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > MOST_BYTES) {
            hangUp(context);
            return;
        }
        Buffer body = Buffer.buffer();
        context.request()
                .handler(part -> {
                    if (body.length() + part.length() <= MOST_BYTES) {
                        body.appendBuffer(part);
                    } else {
                        context.request().handler(ignored -> {}).endHandler(end -> {});
                        hangUp(context);
                    }
                })
                .exceptionHandler(context::fail)
                .endHandler(end -> take(context, body))
                .resume();
    }

    private static void take(RoutingContext context, Buffer body) {
        Locale language = Sentences.language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            GraphQLError wrong = syntax(query(body), language);
            if (wrong != null) {
                answer(context, 200, "application/json", Map.of("errors", List.of(wrong.toSpecification())));
                return;
            }
        } catch (Refusal refusal) {
            refuse(context, refusal);
            return;
        }
        RoutingContextInternal read = (RoutingContextInternal) context;
        read.setBody(body);
        // so that the server does not wait for a body that has come already
        read.visitHandler(RoutingContextInternal.BODY_HANDLER);
        context.next();
    }

    /** Ends with MALFORMED. */
    private static String query(Buffer body) {
        JsonNode read;
        try {
            read = JSON.readTree(body.toString());
        } catch (JsonProcessingException unreadable) {
            throw malformed("body", "JSON");
        }
        if (!read.isObject()) {
            throw malformed("body", "an object");
        }
        JsonNode query = read.path("query");
        if (!query.isTextual() || query.textValue().isBlank()) {
            throw malformed("query", "a text");
        }
        if (!absent(read.path("variables")) && !read.path("variables").isObject()) {
            throw malformed("variables", "an object");
        }
        if (!absent(read.path("operationName")) && !read.path("operationName").isTextual()) {
            throw malformed("operationName", "a text");
        }
        return query.textValue();
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** Null when the query can be parsed. */
    private static @Nullable GraphQLError syntax(String query, Locale language) {
        try {
            Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(query)
                    .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                    .build());
            return null;
        } catch (ParseCancelledException tooMuch) {
            return Errors.of(Refusal.of(RefusalCode.QUERY_TOO_LARGE), language);
        } catch (InvalidSyntaxException wrong) {
            return Errors.coded(wrong.toInvalidSyntaxError(), language);
        }
    }

    private static Refusal malformed(String field, String expected) {
        return Refusal.of(RefusalCode.MALFORMED, Map.of("field", field, "expected", expected));
    }

    /** The rest is not read: this connection can't be used again. */
    private static void hangUp(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(context, Refusal.of(RefusalCode.TOO_LARGE));
    }

    private static void refuse(RoutingContext context, Refusal refusal) {
        Locale language = Sentences.language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = Problem.of(refusal, language, PATH);
        answer(context, problem.status(), Problem.MEDIA_TYPE, problem.members());
    }

    private static void answer(RoutingContext context, int status, String type, Map<String, Object> members) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .end(Json.encode(members));
    }

    private static long bytes(@Nullable String header) {
        return header == null || !header.matches("[0-9]{1,18}") ? 0 : Long.parseLong(header);
    }
}
