package dev.lotline.edge.jsonrpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.edge.jsonrpc.Resource.Call;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Text;
import dev.lotline.stock.ledger.Envelope;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts what was called into the form that operations take: documents, and commands that are done once. */
@Singleton
public class Commands {
    private static final int LONGEST_KEY = 255;

    private final ObjectMapper json;

    Commands(ObjectMapper json) {
        this.json = json;
    }

    /** A command under its caller's key: sent again with the same key, it is not done again. */
    public Envelope envelope(Call call, String path, String owner, String reference) {
        String problem = Text.problem(call.key(), LONGEST_KEY);
        if (!problem.isEmpty()) {
            throw RpcFault.invalidParams("Idempotency-Key " + problem);
        }
        ObjectNode command =
                json.createObjectNode().put("path", path).put("owner", owner).put("reference", reference);
        String hash = HexFormat.of().formatHex(CanonicalJson.hash(command));
        return new Envelope(
                named(call.actor().name() + '\n' + path + '\n' + call.key()),
                call.actor().device(),
                null,
                hash,
                hash,
                CanonicalJson.text(command),
                call.actor().name(),
                call.language(),
                null);
    }

    /** The hash of a document: by it the same document is known again. */
    public byte[] hash(Object document) {
        return CanonicalJson.hash(json.valueToTree(document));
    }

    /** An argument as a record. Ends with "invalid params" naming the field that can't be read. */
    public <T> T read(JsonNode argument, Class<T> type, String name) {
        if (argument.isMissingNode() || argument.isNull()) {
            throw RpcFault.missing(name);
        }
        refuseGaps(argument, name);
        try {
            return json.treeToValue(argument, type);
        } catch (JsonMappingException unreadable) {
            String field = unreadable.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                    .collect(Collectors.joining());
            throw RpcFault.invalidParams(name + field + " can't be read");
        } catch (JsonProcessingException unreadable) {
            throw RpcFault.invalidParams(name + " can't be read");
        }
    }

    /** No list of anything here may hold a null. */
    private static void refuseGaps(JsonNode node, String name) {
        if (node.isArray()) {
            for (int n = 0; n < node.size(); n++) {
                if (node.get(n).isNull()) {
                    throw RpcFault.invalidParams(name + "[" + n + "] can't be null");
                }
                refuseGaps(node.get(n), name + "[" + n + "]");
            }
        }
        node.properties().forEach(field -> refuseGaps(field.getValue(), name + "." + field.getKey()));
    }

    /** A UUID of version 8 (RFC 9562, section 5.8) from the SHA-256 of a name. */
    private static UUID named(String name) {
        ByteBuffer hash = ByteBuffer.wrap(CanonicalJson.sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
