package dev.lotline.edge.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;

/**
 * One call as it came.
 *
 * @param id text, number or null, to be repeated; missing = a notification, which is not answered
 * @param params missing when there are none
 */
record RpcCall(JsonNode id, String method, JsonNode params) {
    private static final BigDecimal VERSION = BigDecimal.valueOf(2);

    /** Ends with an {@link RpcFault} for what is no call. */
    static RpcCall of(JsonNode json) {
        if (!json.isObject()) {
            throw RpcFault.invalidRequest("a call is an object");
        }
        JsonNode version = json.path("jsonrpc");
        boolean right = version.isTextual()
                ? version.textValue().equals("2.0")
                : version.isNumber() && version.decimalValue().compareTo(VERSION) == 0;
        if (!right) {
            throw RpcFault.invalidRequest("jsonrpc must be 2.0");
        }
        if (!json.path("method").isTextual()) {
            throw RpcFault.invalidRequest("method must be a text");
        }
        JsonNode id = json.path("id");
        if (id.isContainerNode() || id.isBoolean()) {
            throw RpcFault.invalidRequest("id must be a text, a number or null");
        }
        JsonNode params = json.path("params");
        if (!params.isMissingNode() && !params.isNull() && !params.isContainerNode()) {
            throw RpcFault.invalidRequest("params must be an array");
        }
        return new RpcCall(id, json.path("method").textValue(), params.isNull() ? MissingNode.getInstance() : params);
    }

    boolean isNotification() {
        return id.isMissingNode();
    }
}
