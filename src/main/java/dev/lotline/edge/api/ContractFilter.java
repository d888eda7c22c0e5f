package dev.lotline.edge.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Completes the contract while the application is built: what a name means everywhere is said once, in {@code
 * openapi/words.tsv}, and what every endpoint of a kind can refuse is said here. Whatever an endpoint says itself stays.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ContractFilter implements OASFilter {
    private static final String WORDS = "/openapi/words.tsv";
    private static final String PROBLEM = "#/components/schemas/Problem";

    /** Trees that Jackson or the server know by their own classes; to a client they are any JSON. */
    private static final List<String> ANY_JSON = List.of("JsonNode");

    private static final Set<String> FOR_ANYBODY = Set.of("/devices/check", "/devices/test-sheet");

    /** Doors that answer in a form of their own. */
    private static final Set<String> WRITTEN_BY_HAND = Set.of("/api/jsonrpc", "/graphql");

    private final Map<String, String> words = words();

    private static Map<String, String> words() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ContractFilter.class.getResourceAsStream(WORDS), WORDS),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents().getSchemas().forEach(this::schema);
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((verb, operation) -> operation(path, verb, operation)));
    }

    private void schema(String name, Schema schema) {
        if (ANY_JSON.contains(name)) {
            schema.setProperties(null);
            schema.setType(null);
            schema.setDescription("Any JSON value.");
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((property, of) -> {
                if (isSilent(of.getDescription())) {
                    of.setDescription(word(name, property));
                }
            });
        }
    }

    /** Null = nobody has said what the name means. */
    private @Nullable String word(String schema, String name) {
        return words.getOrDefault(schema + "." + name, words.get(name));
    }

    private void operation(String path, PathItem.HttpMethod verb, Operation operation) {
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        for (Parameter parameter : parameters) {
            if (parameter.getRef() == null && isSilent(parameter.getDescription())) {
                parameter.setDescription(words.get(parameter.getName()));
            }
        }
        if (FOR_ANYBODY.contains(path)) {
            operation.setSecurity(List.of());
        } else if (!WRITTEN_BY_HAND.contains(path)) {
            refusals(path, verb, operation, parameters);
        }
    }

    private static void refusals(
            String path, PathItem.HttpMethod verb, Operation operation, List<Parameter> parameters) {
        boolean body = operation.getRequestBody() != null;
        boolean asks = parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
        if (body || asks) {
            refusal(operation, "400", "VALIDATION_FAILED names every wrong field; MALFORMED: it can't be read.");
        }
        refusal(operation, "401", "UNAUTHENTICATED: no credential, or one that is not known.");
        refusal(operation, "403", "FORBIDDEN: the role of the credential may not do this.");
        if (path.contains("{")) {
            refusal(operation, "404", "There is nothing of this name, or it is outside the credential's scope.");
        }
        if (verb == PathItem.HttpMethod.POST && body) {
            refusal(operation, "409", "KEY_REUSED: the same key came with another body.");
        }
        if (body) {
            refusal(operation, "413", "TOO_LARGE.");
            refusal(operation, "415", "UNSUPPORTED_MEDIA_TYPE.");
        }
        refusal(operation, "503", "OVERLOADED or UNAVAILABLE; Retry-After says when to send it again unchanged.");
    }

    private static void refusal(Operation operation, String status, String why) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        if (answers == null || !answers.containsKey(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            status,
                            OASFactory.createAPIResponse()
                                    .description(why)
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref(PROBLEM)))));
        }
    }

    private static boolean isSilent(@Nullable String said) {
        return said == null || said.isBlank();
    }
}
