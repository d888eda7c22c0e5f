package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A barcode is drawn, photographed, found in the photo and explained. */
@QuarkusTest
class BarcodeStoryTest {

    private static final String LABEL = "(01)09504000059101(10)AB-123(21)S1";

    @Test
    void a_drawn_label_is_found_in_its_photo_and_explained_like_a_scan() {
        Response drawn = draw("gs1-datamatrix.png", Map.of("data", LABEL, "scale", 4));
        assertEquals(200, drawn.statusCode());
        assertEquals("image/png", drawn.contentType());

        JsonPath seen = form(drawn.asByteArray(), "image/png").jsonPath();
        assertEquals(1, seen.getList("symbols").size());
        assertEquals("DATA_MATRIX", seen.getString("symbols[0].format"));
        assertEquals("]d2", seen.getString("symbols[0].barcode.symbology"));
        assertEquals("CAMERA", seen.getString("symbols[0].barcode.source"));
        assertEquals("010950400005910110AB-123\u001d21S1", seen.getString("symbols[0].barcode.data"));
        assertEquals("OK", seen.getString("symbols[0].outcome"));
        assertEquals(List.of("10", "AB-123"), seen.getList("symbols[0].ais[1]"));
        assertEquals(4, seen.getList("symbols[0].corners").size());

        JsonPath explained = call().body(seen.getMap("symbols[0].barcode"))
                .post("/floor/resolve")
                .jsonPath();
        assertEquals("OK", explained.getString("outcome"));
        assertEquals("AB-123", explained.getString("meaning.lot"));
    }

    @Test
    void the_photo_itself_may_be_the_body() {
        byte[] png = draw("itf-14.png", Map.of("data", "00614141123452")).asByteArray();
        assertEquals(List.of(), body(png, "image/png", null).jsonPath().getList("symbols"), "ITF only when asked for");
        JsonPath seen = body(png, "image/png", "ITEM").jsonPath();
        assertEquals(List.of("01", "00614141123452"), seen.getList("symbols[0].ais[0]"));
    }

    @Test
    void what_is_no_photo_is_refused() {
        assertEquals(
                415,
                form("GIF89a............".getBytes(StandardCharsets.US_ASCII), "image/png")
                        .statusCode());
        assertEquals(
                400,
                body(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "image/jpeg", null)
                        .statusCode());
        assertEquals(413, body(new byte[10_000_001], "image/jpeg", null).statusCode());
        assertEquals(413, body(new byte[12_000_000], "image/jpeg", null).statusCode());
        Response other = body(new byte[20], "image/jpeg", "PALLET");
        assertEquals(400, other.statusCode());
        assertEquals("expect", other.jsonPath().getString("violations[0].field"));
        assertEquals(
                400,
                call().contentType("multipart/form-data")
                        .multiPart("other", "x")
                        .post("/floor/decode")
                        .statusCode());
    }

    @Test
    void everything_else_keeps_its_smaller_limit() {
        assertEquals(
                413, call().body("x".repeat(4_200_000)).post("/floor/resolve").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "gs1-128.png, (01)09504000059102, 400, data, BAD_CHECK_DIGIT (01)",
        "gs1-128.svg, (10)AB, 400, data, PAIR_MISSING (10)",
        "ean-13.png, 9504000059102, 400, data, where 1 is right",
        "link-qr.svg, https://example.com/, 400, data, no GS1 Digital Link"
    })
    void wrong_data_are_named_and_not_drawn(String path, String data, int status, String field, String why) {
        Response refused = draw(path, Map.of("data", data));
        assertEquals(status, refused.statusCode());
        assertEquals(field, refused.jsonPath().getString("violations[0].field"));
        assertTrue(refused.jsonPath().getString("violations[0].message").contains(why), refused.asString());
    }

    @Test
    void sizes_are_bounded_and_names_known() {
        assertEquals(400, draw("qr.png", Map.of("data", "A", "scale", 11)).statusCode());
        assertEquals(400, draw("qr.png", Map.of("data", "A", "scale", 0)).statusCode());
        assertEquals(400, draw("qr.png", Map.of()).statusCode());
        assertEquals(404, draw("maxicode.png", Map.of("data", "A")).statusCode());
        assertEquals(404, draw("qr.gif", Map.of("data", "A")).statusCode());
        Response svg = draw("qr.svg", Map.of("data", "<script>alert(1)</script>", "text", true));
        assertEquals("image/svg+xml", svg.contentType());
        assertTrue(svg.asString().contains("&lt;script&gt;"));
        assertEquals(401, RestAssured.given().get("/barcodes/qr.png?data=A").statusCode());
        assertEquals(
                401,
                RestAssured.given()
                        .contentType("image/png")
                        .body(new byte[20])
                        .post("/floor/decode")
                        .statusCode());
    }

    private static Response draw(String path, Map<String, ?> query) {
        return call().queryParams(query).get("/barcodes/" + path);
    }

    private static Response form(byte[] photo, String type) {
        return call().contentType("multipart/form-data")
                .multiPart("photo", "photo", photo, type)
                .post("/floor/decode");
    }

    private static Response body(byte[] photo, String type, String expect) {
        RequestSpecification request = call().contentType(type).body(photo);
        return (expect == null ? request : request.queryParam("expect", expect)).post("/floor/decode");
    }
}
