package dev.lotline.edge.graphql.door;

import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import dev.lotline.stock.ledger.DatabaseAway;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.smallrye.graphql.execution.datafetcher.DataFetcherException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A no as GraphQL says it: the sentence as {@code message}; code, status and facts as {@code extensions}. */
final class Errors implements DataFetcherExceptionHandler {
    private static final Logger LOG = Logger.getLogger(Errors.class);
    private static final String CODE = "code";
    private static final ErrorClassification REFUSED = ErrorClassification.errorClassification("Refused");

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failed) {
        Problem problem = problem(
                failed.getException(),
                language(failed.getDataFetchingEnvironment().getLocale()));
        GraphQLError error = GraphqlErrorBuilder.newError()
                .message("%s", problem.detail())
                .errorType(REFUSED)
                .location(failed.getSourceLocation())
                .path(failed.getPath())
                .extensions(extensions(problem))
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    /** A refusal of a whole request, before any of it is done. */
    static GraphQLError of(Refusal refusal, Locale language) {
        Problem problem = Problem.of(refusal, language, null);
        return GraphqlErrorBuilder.newError()
                .message("%s", problem.detail())
                .errorType(REFUSED)
                .extensions(extensions(problem))
                .build();
    }

    /**
     * Gives errors of the engine itself a code: what it says of a query is about the query. It speaks English; to others
     * its words are a detail.
     */
    static GraphQLError coded(GraphQLError error, Locale language) {
        Map<String, Object> known = error.getExtensions() == null ? Map.of() : error.getExtensions();
        if (known.containsKey(CODE)) {
            return error;
        }
        Map<String, Object> extensions = new LinkedHashMap<>(known);
        String message = error.getMessage();
        if (error instanceof ExceptionWhileDataFetching failed && failed.getException() instanceof Told told) {
            extensions.put(CODE, told.code());
            extensions.putAll(told.facts());
        } else {
            extensions.put(CODE, RefusalCode.MALFORMED.name());
            if (!language.equals(Locale.ENGLISH)) {
                extensions.put("detail", message);
                message = Sentences.of(RefusalCode.MALFORMED, Map.of(), language);
            }
        }
        GraphqlErrorBuilder<?> coded =
                GraphqlErrorBuilder.newError().message("%s", message).extensions(extensions);
        coded.errorType(error.getErrorType() == ErrorType.DataFetchingException ? REFUSED : error.getErrorType());
        if (error.getLocations() != null) {
            coded.locations(error.getLocations());
        }
        return error.getPath() == null
                ? coded.build()
                : coded.path(error.getPath()).build();
    }

    static Locale language(@Nullable Locale asked) {
        return Sentences.language(asked == null ? null : asked.toLanguageTag());
    }

    private static Problem problem(Throwable thrown, Locale language) {
        Throwable fault = thrown;
        while (wraps(fault) && fault.getCause() != null) {
            fault = fault.getCause();
        }
        if (fault instanceof Refusal refusal) {
            return Problem.of(refusal, language, null);
        }
        if (DatabaseAway.says(fault)) {
            LOG.warnf("the database is away or busy: %s", fault.toString());
            return Problem.of(Refusal.of(RefusalCode.UNAVAILABLE), language, null);
        }
        LOG.error("fault while answering a GraphQL field", fault);
        return Problem.fault(language, null);
    }

    private static boolean wraps(Throwable fault) {
        return fault instanceof CompletionException
                || fault instanceof ExecutionException
                || fault instanceof DataFetcherException;
    }

    private static Map<String, Object> extensions(Problem problem) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put(CODE, problem.code());
        extensions.put("status", problem.status());
        problem.facts().forEach((name, fact) -> extensions.putIfAbsent(name, plain(fact)));
        if (!problem.violations().isEmpty()) {
            List<Map<String, String>> violations = problem.violations().stream()
                    .map(wrong -> Map.of("field", wrong.field(), "message", wrong.message()))
                    .toList();
            extensions.put("violations", violations);
        }
        return extensions;
    }

    private static Object plain(Object fact) {
        return fact instanceof Number || fact instanceof Boolean ? fact : String.valueOf(fact);
    }
}
