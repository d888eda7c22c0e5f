package dev.lotline.edge.graphql.endless.root;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Sentences;
import dev.lotline.kernel.Text;
import dev.lotline.operations.counting.NewAdjustment;
import dev.lotline.stock.ledger.Envelope;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts a change that came by GraphQL into the ledger's envelope: who sent what, once. */
@Singleton
class Envelopes {
    private static final Pattern SHAPE =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final int LONGEST_KEY = 255;

    private final ObjectMapper json;

    Envelopes(ObjectMapper json) {
        this.json = json;
    }

    /** The id of a command by its key: a UUID as it is, any other the same every time for its sender. */
    static UUID id(Actor actor, @Nullable String key) {
        if (key == null) {
            return UUID.randomUUID();
        }
        String problem = Text.problem(key, LONGEST_KEY);
        if (!problem.isEmpty()) {
            throw Refusal.invalid("idempotencyKey", problem);
        }
        return SHAPE.matcher(key).matches()
                ? UUID.fromString(key)
                : UUID.nameUUIDFromBytes((actor.name() + '\n' + key).getBytes(StandardCharsets.UTF_8));
    }

    Envelope of(Actor actor, UUID id, String language, String mutation, NewAdjustment asked) {
        ObjectNode command = json.createObjectNode().put("mutation", mutation);
        command.set("arguments", json.valueToTree(asked));
        String hash = HexFormat.of().formatHex(CanonicalJson.hash(command));
        return new Envelope(
                id,
                actor.device(),
                null,
                hash,
                hash,
                CanonicalJson.text(command),
                actor.name(),
                Sentences.language(language).toLanguageTag(),
                null);
    }
}
