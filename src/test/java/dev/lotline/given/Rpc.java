package dev.lotline.given;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A merchant's program at the JSON-RPC door. */
public final class Rpc {
    private final String token;

    private Rpc(String token) {
        this.token = token;
    }

    public static Rpc admin() {
        return new Rpc(World.ADMIN);
    }

    /** The merchant of this world's owner. */
    public static Rpc merchant(World world) {
        return new Rpc(
                House.token(Map.of("name", "RPC-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner))));
    }

    public static Rpc as(String token) {
        return new Rpc(token);
    }

    public String token() {
        return token;
    }

    /** What a call answers; fails when it is an error. */
    public JsonPath result(String path, Object... arguments) {
        JsonPath answer = call(path, arguments);
        assertNull(answer.get("error"), () -> path + ": " + answer.prettify());
        return answer.setRootPath("result");
    }

    /** The code of the error that a call ends with. */
    public int error(String path, Object... arguments) {
        JsonPath answer = call(path, arguments);
        assertNull(answer.get("result"), () -> path + ": " + answer.prettify());
        return answer.getInt("error.code");
    }

    public JsonPath call(String path, Object... arguments) {
        List<Object> params = new ArrayList<>(Arrays.asList(null, path, Arrays.asList(arguments)));
        Response response = post("Bearer " + token, request("call", params));
        assertEquals(200, response.statusCode(), response.asString());
        assertEquals("2.0", response.path("jsonrpc"));
        return response.jsonPath();
    }

    public static Map<String, Object> request(String method, List<?> params) {
        Map<String, Object> request = new HashMap<>(Map.of("jsonrpc", "2.0", "id", 1234, "method", method));
        request.put("params", params);
        return request;
    }

    /** @param authorization null = none */
    public static Response post(String authorization, Object body) {
        var request = given().contentType("application/json").body(body);
        return (authorization == null ? request : request.header("Authorization", authorization)).post("/api/jsonrpc");
    }

    public static Map<String, Object> op(String operator, Object value) {
        Map<String, Object> filter = new HashMap<>();
        filter.put(operator, value);
        return filter;
    }
}
