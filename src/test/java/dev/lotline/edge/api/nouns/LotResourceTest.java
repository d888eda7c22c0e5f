package dev.lotline.edge.api.nouns;

import static dev.lotline.given.House.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LotResourceTest {
    private static final String ITEMS = "/api/v1/owners/LOTS/items/";

    @BeforeAll
    static void house() {
        admin().body(Map.of("name", "Lots", "kind", "CUSTOMER")).put("/api/v1/owners/LOTS");
        admin().body(Map.of("name", "S", "tracking", false)).put(ITEMS + "SERVICE");
        admin().body(Map.of("name", "N", "tracking", true)).put(ITEMS + "NOLOTS");
        for (String sku : new String[] {"GUMMY", "PAGED", "OTHER"}) {
            admin().body(Map.of("name", sku, "tracking", true, "lotTracked", true))
                    .put(ITEMS + sku);
        }
        admin().body(Map.of("name", "P", "tracking", true, "lotTracked", true, "lotNumberPattern", "L-[0-9]+"))
                .put(ITEMS + "PATTERN");
    }

    @Test
    void a_lot_is_made_once_and_described() {
        String lots = ITEMS + "GUMMY/lots";
        String body = "{\"lotNumber\":\"L-A\",\"expirationDate\":\"2026-06-30\",\"originationDate\":\"2026-01-15\"}";
        int id = admin().body(body)
                .post(lots)
                .then()
                .statusCode(201)
                .body(
                        "lotNumber",
                        is("L-A"),
                        "expirationDate",
                        is("2026-06-30"),
                        "hold",
                        is("NONE"),
                        "active",
                        is(true))
                .body("createdAt", notNullValue())
                .extract()
                .path("lotId");
        admin().body(body).post(lots).then().statusCode(200).body("lotId", is(id));
        admin().body(body.replace("2026-01-15", "2026-01-16"))
                .post(lots)
                .then()
                .statusCode(409)
                .body("code", is("REFERENCE_REUSED"), "reference", is("L-A"));
        admin().body("{\"active\":false,\"groupValue\":\"G1\",\"originationDate\":\"2026-01-20\"}")
                .patch(lots + "/" + id)
                .then()
                .statusCode(200)
                .body("active", is(false), "groupValue", is("G1"), "originationDate", is("2026-01-20"));
        admin().body("{\"groupValue\":\"\"}")
                .patch(lots + "/" + id)
                .then()
                .statusCode(200)
                .body("groupValue", nullValue());
        admin().get(lots + "/" + id)
                .then()
                .statusCode(200)
                .body("active", is(false), "originationDate", is("2026-01-20"));
        admin().body("{\"originationDate\":\"2027-01-01\"}")
                .patch(lots + "/" + id)
                .then()
                .statusCode(400);
        admin().body("{\"expirationDate\":\"2027-01-01\"}")
                .patch(lots + "/" + id)
                .then()
                .statusCode(400)
                .body("code", is("MALFORMED"), "field", is("expirationDate"));
        admin().get(ITEMS + "OTHER/lots/" + id).then().statusCode(404).body("code", is("UNKNOWN_LOT"));
        admin().get(lots + "/nonsense").then().statusCode(404).body("code", is("UNKNOWN_LOT"));
    }

    @Test
    void another_expiration_is_another_lot() {
        String lots = ITEMS + "PAGED/lots";
        admin().body("{\"lotNumber\":\"L\"}").post(lots).then().statusCode(201);
        admin().body("{\"lotNumber\":\"L\"}").post(lots).then().statusCode(200);
        admin().body("{\"lotNumber\":\"L\",\"expirationDate\":\"2026-02-28\"}")
                .post(lots)
                .then()
                .statusCode(201);
        admin().body("{\"expirationDate\":\"2026-02-28\"}").post(lots).then().statusCode(201);
        admin().body("{\"expirationDate\":\"2026-02-28\"}").post(lots).then().statusCode(200);
        String next = admin().get(lots + "?limit=2")
                .then()
                .body("items.lotNumber", contains("L", "L"))
                .extract()
                .path("next");
        admin().get(lots + "?cursor=" + next)
                .then()
                .body("items.expirationDate", contains("2026-02-28"), "next", nullValue());
        admin().get(lots + "?cursor=QQ").then().statusCode(400).body("violations[0].field", is("cursor"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVICE|{\"lotNumber\":\"L\"}|422|ITEM_NOT_TRACKED",
                "NOLOTS|{\"lotNumber\":\"L\"}|422|ITEM_NOT_LOT_TRACKED",
                "GUMMY|{}|422|LOT_OR_EXPIRY_REQUIRED",
                "GUMMY|{\"originationDate\":\"2026-01-01\"}|422|LOT_OR_EXPIRY_REQUIRED",
                "GUMMY|{\"lotNumber\":\"\"}|400|VALIDATION_FAILED",
                "GUMMY|{\"lotNumber\":\"a\\u0009b\"}|400|VALIDATION_FAILED",
                "GUMMY|{\"expirationDate\":\"2026-02-30\"}|400|MALFORMED",
                "GUMMY|{\"expirationDate\":\"2026-02-01\",\"originationDate\":\"2026-03-01\"}|400|VALIDATION_FAILED",
                "PATTERN|{\"lotNumber\":\"X-1\"}|422|LOT_PATTERN_MISMATCH",
                "PATTERN|{\"lotNumber\":\"L-1x\"}|422|LOT_PATTERN_MISMATCH",
                "PATTERN|{\"lotNumber\":\"L-1\"}|201|",
                "NOTHING|{\"lotNumber\":\"L\"}|404|UNKNOWN_ITEM",
            })
    void a_lot_that_can_not_be_is_refused(String sku, String body, int status, String code) {
        admin().body(body).post(ITEMS + sku + "/lots").then().statusCode(status).body("code", is(code));
    }
}
