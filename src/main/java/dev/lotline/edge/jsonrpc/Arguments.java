package dev.lotline.edge.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, by position; what is not there is null. */
public final class Arguments {
    private final JsonNode array;

    /** @param array missing or null when there are none */
    Arguments(JsonNode array) {
        if (!array.isArray() && !array.isMissingNode() && !array.isNull()) {
            throw RpcFault.invalidParams("arguments are an array");
        }
        this.array = array;
    }

    /** Ends with an error when there are more than the method takes: none is left unread. */
    public Arguments atMost(int count) {
        if (array.size() > count) {
            throw RpcFault.invalidParams("at most " + count + " arguments");
        }
        return this;
    }

    /** Missing or null when it is not given. */
    public JsonNode at(int position) {
        return array.path(position);
    }

    public boolean absent(int position) {
        return at(position).isMissingNode() || at(position).isNull();
    }

    public @Nullable String text(int position, String name) {
        return absent(position) ? null : text(at(position), name);
    }

    /** Ends with "missing parameter". */
    public String requiredText(int position, String name) {
        String text = text(position, name);
        if (text == null || text.isEmpty()) {
            throw RpcFault.missing(name);
        }
        return text;
    }

    /** A text or an array of texts. Null = not given. */
    public @Nullable List<String> texts(int position, String name) {
        if (absent(position)) {
            return null;
        }
        if (!at(position).isArray()) {
            return List.of(text(at(position), name));
        }
        List<String> texts = new ArrayList<>(at(position).size());
        at(position).forEach(each -> texts.add(text(each, name)));
        return texts;
    }

    /** An id as a number, or as the text that answers show. */
    public @Nullable Long id(int position, String name) {
        return absent(position) ? null : id(at(position), name);
    }

    public static long id(JsonNode value, String name) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isTextual() && value.textValue().matches("[0-9]{1,18}")) {
            return Long.parseLong(value.textValue());
        }
        throw RpcFault.invalidParams(name + " must be a whole number");
    }

    private static String text(JsonNode value, String name) {
        if (!value.isTextual() || !Text.shown(value.textValue()).equals(value.textValue())) {
            throw RpcFault.invalidParams(name + " must be a text without control characters");
        }
        return value.textValue();
    }
}
