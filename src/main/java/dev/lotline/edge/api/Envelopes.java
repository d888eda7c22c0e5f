package dev.lotline.edge.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Sentences;
import dev.lotline.kernel.Text;
import dev.lotline.stock.ledger.Envelope;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts a command that came by REST into the ledger's envelope: who sent what, once. */
@Singleton
public class Envelopes {
    /** The header by which a client sends a command once, however often it sends it. */
    public static final String KEY = "Idempotency-Key";

    /** Says that the answer is that of an earlier call with the same key. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern SHAPE =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final int LONGEST_KEY = 255;

    private final ObjectMapper json;

    Envelopes(ObjectMapper json) {
        this.json = json;
    }

    /** Ends with VALIDATION_FAILED when the key can't be one. */
    public Envelope of(Actor actor, @Nullable Keyed body, HttpHeaders headers, UriInfo uri) {
        ObjectNode command =
                json.createObjectNode().put("path", uri.getRequestUri().getRawPath());
        if (body != null) {
            ObjectNode fields = json.valueToTree(body);
            fields.remove("id");
            command.set("body", fields);
        }
        String header = headers.getHeaderString(KEY);
        String hash = HexFormat.of().formatHex(CanonicalJson.hash(command));
        return new Envelope(
                id(actor, header, body == null ? null : body.id()),
                actor.device(),
                null,
                hash,
                hash,
                CanonicalJson.text(command),
                actor.name(),
                Sentences.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .toLanguageTag(),
                null);
    }

    /** The hash of a document's body: by it the same body is known again. */
    public byte[] hash(Object body) {
        return CanonicalJson.hash(json.valueToTree(body));
    }

    /** A key that is a UUID is the event's id; of any other, one is made that is the same every time for its sender. */
    static UUID id(Actor actor, @Nullable String header, @Nullable String inBody) {
        String key = header == null ? inBody : header;
        if (key == null) {
            return UUID.randomUUID();
        }
        String problem = Text.problem(key, LONGEST_KEY);
        if (!problem.isEmpty()) {
            throw Refusal.invalid(header == null ? "id" : KEY, problem);
        }
        return SHAPE.matcher(key).matches() ? UUID.fromString(key) : named(actor.name() + '\n' + key);
    }

    /** A UUID of version 8 (RFC 9562, section 5.8) from the SHA-256 of a name. */
    private static UUID named(String name) {
        ByteBuffer hash = ByteBuffer.wrap(CanonicalJson.sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
