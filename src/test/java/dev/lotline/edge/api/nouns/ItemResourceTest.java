package dev.lotline.edge.api.nouns;

import static dev.lotline.given.House.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.lotline.given.Books;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ItemResourceTest {
    private static final String OWNER = "/api/v1/owners/ITEMS";
    private static final String LOT_ITEM = "{\"name\":\"Gummy\",\"tracking\":true,\"lotTracked\":true}";

    @BeforeAll
    static void house() {
        admin().body(Map.of("name", "Items", "kind", "CUSTOMER")).put(OWNER);
        admin().body(Map.of("name", "Items", "timeZone", "UTC")).put("/api/v1/warehouses/ITEMS");
        for (String place : List.of("A-01", "A-02", "A-03", "A-04", "A-05")) {
            admin().body(Map.of("type", "STORAGE")).put("/api/v1/warehouses/ITEMS/locations/" + place);
        }
    }

    @Test
    void an_item_is_created_with_its_defaults_and_answered_as_it_is_read() {
        String answer = admin().body(LOT_ITEM)
                .put(OWNER + "/items/DEFAULTS")
                .then()
                .statusCode(201)
                .body("owner", is("ITEMS"), "sku", is("DEFAULTS"), "status", is("ACTIVE"), "visible", is(true))
                .body("unit", is("EA"), "decimals", is(0), "burnOrder", is("FEFO"), "allowMixingLocations", is(false))
                .body("customerReturns", is("QUARANTINE"), "barcodes", empty(), "components", empty())
                .body("dimensions", nullValue(), "volumeCubicFeet", nullValue(), "virtualInventory", is("NONE"))
                .extract()
                .asString();
        admin().get(OWNER + "/items/DEFAULTS").then().statusCode(200).body(is(answer));
        admin().body(answer)
                .put(OWNER + "/items/DEFAULTS")
                .then()
                .statusCode(200)
                .body(is(answer));
    }

    @Test
    void a_full_item_comes_back_as_it_was_sent() {
        admin().body("{\"name\":\"Cup\",\"tracking\":true}")
                .put(OWNER + "/items/CUP")
                .then()
                .statusCode(201);
        String body = """
                {"name":"Tea","tracking":true,"lotTracked":true,"type":"FINISHED_GOOD","status":"INACTIVE","visible":false,
                 "unit":"KG","decimals":3,"dimensions":{"length":12,"width":12,"height":6,"unit":"in"},"weight":1.25,
                 "barcodes":[{"code":"9504000059101","quantity":12},{"code":"TEA-BOX"}],"burnOrder":"FIFO",
                 "allowMixingLocations":true,"minShelfLifeDays":30,"customerReturns":"DISPOSE",
                 "returnedToSender":"RESTOCK","rtsBackup":"DISPOSE","lowSupplyThreshold":5,"reorderPoint":10.5,
                 "lotNumberPattern":"L-[A-Z]+","virtualInventory":"OPTIMISTIC",
                 "components":[{"sku":"CUP","quantity":2}]}""";
        String answer = admin().body(body)
                .put(OWNER + "/items/FULL")
                .then()
                .statusCode(201)
                .body("volumeCubicFeet", is(0.5f), "dimensions.height", is(6), "weight", is(1.25f))
                .body("barcodes.code", contains("09504000059101", "TEA-BOX"), "barcodes.quantity", contains(12, 1))
                .body("components[0].sku", is("CUP"), "components[0].quantity", is(2), "reorderPoint", is(10.5f))
                .extract()
                .asString();
        admin().get(OWNER + "/items/FULL").then().body(is(answer));
        admin().get(OWNER + "/items?status=INACTIVE").then().body("items.sku", hasItem("FULL"));
        admin().get(OWNER + "/items?status=ACTIVE&limit=500")
                .then()
                .body("items.find { it.sku == 'FULL' }", nullValue());
    }

    @Test
    void barcodes_and_components_become_exactly_those_of_the_body() {
        String path = OWNER + "/items/CODES";
        admin().body("{\"name\":\"Part\",\"tracking\":true}").put(OWNER + "/items/PART");
        admin().body(
                        "{\"name\":\"C\",\"tracking\":true,\"barcodes\":[{\"code\":\"A\"},{\"code\":\"B\",\"quantity\":6}],"
                                + "\"components\":[{\"sku\":\"PART\",\"quantity\":1}]}")
                .put(path)
                .then()
                .statusCode(201);
        admin().body(
                        "{\"name\":\"C\",\"tracking\":true,\"barcodes\":[{\"code\":\"B\",\"quantity\":8},{\"code\":\"a\"}]}")
                .put(path)
                .then()
                .statusCode(200)
                .body("barcodes.code", containsInAnyOrder("B", "a"), "components", empty())
                .body("barcodes.find { it.code == 'B' }.quantity", is(8));
        admin().get(path).then().body("barcodes", hasSize(2));
    }

    @Test
    void every_wrong_field_is_named_in_one_answer() {
        admin().body("""
                {"sku":"OTHER","owner":"X","name":" ","lotTracked":true,"type":"FINISHED_GOOD","decimals":5,
                 "minShelfLifeDays":-1,"weight":-1,"rtsBackup":"RESTOCK","lotNumberPattern":"(",
                 "dimensions":{"length":1,"width":-2},
                 "barcodes":[{"code":"9504000059102"},{"code":"X","quantity":0},{"code":"X"},{}],
                 "components":[{"sku":"WRONG"},{"sku":"WRONG","quantity":1}]}""")
                .put(OWNER + "/items/WRONG")
                .then()
                .statusCode(400)
                .body("code", is("VALIDATION_FAILED"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "sku",
                                "owner",
                                "name",
                                "tracking",
                                "lotTracked",
                                "type",
                                "decimals",
                                "minShelfLifeDays",
                                "weight",
                                "rtsBackup",
                                "lotNumberPattern",
                                "dimensions.width",
                                "dimensions.height",
                                "dimensions.unit",
                                "barcodes[0].code",
                                "barcodes[1].quantity",
                                "barcodes[2].code",
                                "barcodes[3].code",
                                "components[0].sku",
                                "components[0].quantity",
                                "components[1].sku"));
        admin().get(OWNER + "/items/WRONG").then().statusCode(404).body("code", is("UNKNOWN_ITEM"));
    }

    @Test
    void components_are_items_of_the_same_owner() {
        admin().body("{\"name\":\"K\",\"tracking\":true,\"components\":[{\"sku\":\"NOBODY\",\"quantity\":1}]}")
                .put(OWNER + "/items/KIT")
                .then()
                .statusCode(400)
                .body("violations[0].field", is("components[0].sku"));
        admin().get(OWNER + "/items/KIT").then().statusCode(404);
    }

    @Test
    void customer_returns_of_a_lot_item_are_never_restocked() {
        admin().body("{\"name\":\"G\",\"tracking\":true,\"lotTracked\":true,\"customerReturns\":\"RESTOCK\"}")
                .put(OWNER + "/items/RESTOCK")
                .then()
                .statusCode(422)
                .body("code", is("RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT"));
        admin().body("{\"name\":\"G\",\"tracking\":true,\"customerReturns\":\"RESTOCK\"}")
                .put(OWNER + "/items/RESTOCK")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "true,false,3,true,tracking;false;tracking",
        "true,true,3,true,lotTracked;false;lotTracked",
        "true,false,3,false,decimals;0;decimals",
    })
    void a_policy_that_stock_depends_on_stays(
            boolean tracking, boolean lots, int decimals, boolean mixing, String change) {
        String[] asked = change.split(";");
        String sku = "POLICY-" + lots + mixing + asked[0];
        String body = "{\"name\":\"P\",\"tracking\":true,\"lotTracked\":%s,\"decimals\":%d,\"allowMixingLocations\":%s}"
                .formatted(lots, decimals, mixing);
        admin().body(body).put(OWNER + "/items/" + sku).then().statusCode(201);
        if (lots) {
            admin().body(Map.of("lotNumber", "L-A"))
                    .post(OWNER + "/items/" + sku + "/lots")
                    .then()
                    .statusCode(201);
        }
        Books.stock("ITEMS", "A-01", "ITEMS", sku, lots ? "L-A" : null, "1.125");
        String changed = body.replaceFirst("\"" + asked[0] + "\":[^,}]+", "\"" + asked[0] + "\":" + asked[1]);
        admin().body(changed)
                .put(OWNER + "/items/" + sku)
                .then()
                .statusCode(409)
                .body("code", is("POLICY_IN_USE"), "field", is(asked[2]));
        admin().body(body.replace("\"P\"", "\"Q\""))
                .put(OWNER + "/items/" + sku)
                .then()
                .statusCode(200);
        admin().get(OWNER + "/items/" + sku).then().body("name", is("Q"), "decimals", is(decimals));
    }

    @Test
    void lots_are_not_unmixed_while_two_share_a_place() {
        String path = OWNER + "/items/MIXED";
        String mixed = "{\"name\":\"M\",\"tracking\":true,\"lotTracked\":true,\"allowMixingLocations\":true}";
        admin().body(mixed).put(path).then().statusCode(201);
        for (String lot : List.of("L-A", "L-B")) {
            admin().body(Map.of("lotNumber", lot)).post(path + "/lots").then().statusCode(201);
            Books.stock("ITEMS", "A-02", "ITEMS", "MIXED", lot, "1");
        }
        admin().body(mixed.replace("Locations\":true", "Locations\":false"))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", is("POLICY_IN_USE"), "field", is("allowMixingLocations"));
    }

    @Test
    void ten_clients_that_make_one_item_at_once_all_get_it() {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> admin().body(LOT_ITEM.replace("}", ",\"barcodes\":[{\"code\":\"RACE\"}]}"))
                            .put(OWNER + "/items/RACE")
                            .statusCode()));
        }
        List<Integer> codes =
                answers.stream().map(CompletableFuture::join).sorted().toList();
        Assertions.assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 200, 200, 201), codes);
    }

    @Test
    void an_item_of_nobody_is_not_found() {
        admin().body(LOT_ITEM)
                .put("/api/v1/owners/NOBODY/items/X")
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_OWNER"));
        admin().get("/api/v1/owners/NOBODY/items").then().statusCode(404);
        admin().put(OWNER + "/items/X").then().statusCode(400).body("violations[0].field", is("body"));
    }

    @AfterAll
    static void what_was_put_by_hand_is_taken_away() {
        Books.clear("ITEMS");
    }
}
