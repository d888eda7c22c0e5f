package dev.lotline.given;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody at the console: keeps the cookie, sends the form's token along, follows nothing by itself. */
public final class Browser {
    public static final String PASSWORD = "correct horse battery";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private @Nullable String cookie;

    /** Adds a person and signs in; {@code owners} null = all. */
    public static Browser of(String name, String role, @Nullable List<String> owners) {
        add(name, role, owners);
        Browser browser = new Browser();
        assertEquals(303, browser.signIn(name, PASSWORD).statusCode());
        return browser;
    }

    public static void add(String name, String role, @Nullable List<String> owners) {
        Map<String, Object> person = new HashMap<>(Map.of("name", name, "role", role, "password", PASSWORD));
        if (owners != null) {
            person.put("owners", owners);
        }
        House.admin().body(person).post("/api/v1/admin/people").then().statusCode(201);
    }

    public Response signIn(String name, String password) {
        Response answer = asking().formParam("name", name)
                .formParam("password", password)
                .formParam("then", "/inventory")
                .post("/login");
        cookie = answer.cookie("lotline") == null ? cookie : answer.cookie("lotline");
        return answer;
    }

    public Response get(String path) {
        return asking().get(path);
    }

    /** The page, which must be there. */
    public String page(String path) {
        Response answer = get(path);
        assertEquals(200, answer.statusCode(), path + " " + answer.asString());
        return answer.asString();
    }

    /** A form of this session. */
    public Response post(String path, Map<String, ?> fields) {
        Matcher token = FORM_TOKEN.matcher(page("/account"));
        return token.find() ? send(path, fields, token.group(1)) : send(path, fields, "none");
    }

    public Response send(String path, Map<String, ?> fields, String token) {
        return asking().formParams(fields).formParam("csrf", token).post(path);
    }

    /** What a page that is live hears. */
    public Stream listen(String address) throws IOException, InterruptedException {
        return Stream.of(address, "Cookie: lotline=" + cookie, "event:beat");
    }

    /** A form that changes something: it brings an id of its own; where it leads to is answered, without query and host. */
    public String act(String path, Map<String, ?> fields) {
        Map<String, Object> sent = new HashMap<>(fields);
        sent.putIfAbsent("id", UUID.randomUUID().toString());
        Response answer = post(path, sent);
        assertEquals(303, answer.statusCode(), path + " " + answer.asString());
        return answer.header("Location").replaceAll("https?://[^/]+|[?#].*", "");
    }

    public RequestSpecification asking() {
        RequestSpecification request = given().redirects().follow(false).urlEncodingEnabled(false);
        return cookie == null ? request : request.cookie("lotline", cookie);
    }
}
