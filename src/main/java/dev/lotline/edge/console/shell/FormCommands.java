package dev.lotline.edge.console.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Refusal;
import dev.lotline.stock.ledger.Envelope;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a form into the ledger's envelope. Each form carries an id of its own, so that a second click, a reload and going
 * back and sending again do nothing twice.
 */
@Singleton
public final class FormCommands {
    private static final Pattern UUID_SHAPE =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private final ObjectMapper json;

    FormCommands(ObjectMapper json) {
        this.json = json;
    }

    /** Ends with VALIDATION_FAILED for an id that no form of ours carries. */
    public Envelope of(Actor actor, @Nullable String id, String path, Map<String, ?> fields, String language) {
        if (id == null || !UUID_SHAPE.matcher(id).matches()) {
            throw Refusal.invalid("id", "must be the id that the form came with");
        }
        ObjectNode command = json.createObjectNode().put("path", path);
        command.set("form", json.valueToTree(fields));
        String hash = HexFormat.of().formatHex(CanonicalJson.hash(command));
        return new Envelope(
                UUID.fromString(id),
                actor.device(),
                null,
                hash,
                hash,
                CanonicalJson.text(command),
                actor.name(),
                language,
                null);
    }
}
