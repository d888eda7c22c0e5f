package dev.lotline.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Holds in a small warehouse, by the public doors. */
public final class Holds {
    private final World world;

    public Holds(World world) {
        this.world = world;
    }

    /** The lot of this number, wherever it is. */
    public JsonPath lot(String number, String reason) {
        return done(place(Map.of("owner", world.owner, "lotNumbers", List.of(number), "reason", reason)), 201);
    }

    public JsonPath location(String code) {
        return done(
                place(Map.of(
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "locations",
                        List.of(code),
                        "reason",
                        "MANUAL")),
                201);
    }

    public Response place(Map<String, ?> body) {
        return World.call().body(body).post("/api/v1/holds");
    }

    public JsonPath whatIf(Map<String, ?> body) {
        return done(World.call().body(body).post("/api/v1/holds?dryRun=true"), 200);
    }

    /** @param command release, dispose or return-to-sender */
    public Response decide(long hold, String command, Map<String, ?> body) {
        return World.call().body(body).post("/api/v1/holds/" + hold + "/" + command);
    }

    /** By a second person. */
    public JsonPath release(long hold) {
        return done(House.as(supervisor()).body(Map.of()).post("/api/v1/holds/" + hold + "/release"), 200);
    }

    public JsonPath get(long hold) {
        return world.get("/holds/" + hold);
    }

    /** Somebody of the office who may see this owner only; answers the token. */
    public String supervisor() {
        return House.token(
                Map.of("name", "S-" + UUID.randomUUID(), "role", "SUPERVISOR", "owners", List.of(world.owner)));
    }

    /** A scan that holds or lets go. */
    public JsonPath scan(String operation, Map<String, ?> fields) {
        return world.scan(world.event(operation, new HashMap<>(fields)));
    }

    private static JsonPath done(Response response, int status) {
        assertEquals(status, response.statusCode(), response.asString());
        return response.jsonPath();
    }
}
