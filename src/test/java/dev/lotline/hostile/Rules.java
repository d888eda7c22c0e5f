package dev.lotline.hostile;

import dev.lotline.given.World;
import java.util.List;

/** Requests that are well-formed and can't be, each with the refusal it must get: {@code request | body | status code}. */
final class Rules {
    private static final String ROWS = """
            PUT {own}X | {"name":5} | 400 MALFORMED
            PUT /api/v1/owners/NOBODY/items/X | {"name":"X","tracking":true} | 404 UNKNOWN_OWNER
            PUT {own}/items/X | {"name":"X","tracking":true,"sku":"Y"} | 400 VALIDATION_FAILED
            PUT {own}/items/X | {"name":"X","tracking":true,"decimals":5} | 400 VALIDATION_FAILED
            PUT {own}/items/X | {"name":"X","tracking":false,"lotTracked":true} | 400 VALIDATION_FAILED
            PUT {own}/items/X | {"name":"X","tracking":true,"lotNumberPattern":"(a"} | 400 VALIDATION_FAILED
            PUT {own}/items/X | {"name":"X","tracking":true,"barcodes":[{"code":"05901234123458"}]} | 400 VALIDATION_FAILED
            PUT {own}/items/X | {"name":"X","tracking":true,"barcodes":[{"code":"A"},{"code":"A"}]} | 400 VALIDATION_FAILED
            PUT {own}/items/X | {"name":"X","tracking":true,"components":[{"sku":"NOTHING","quantity":1}]} | 400 VALIDATION_FAILED
            PUT {own}/items/X | {"name":"X","tracking":true,"components":[{"sku":"X","quantity":1}]} | 400 VALIDATION_FAILED
            PUT {own}/items/X | {"name":"X","tracking":true,"lotTracked":true,"customerReturns":"RESTOCK"} | 422 RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT
            PUT {own}/items/GUMMY-60 | {"name":"X","tracking":false} | 409 POLICY_IN_USE
            PUT {own}/items/GUMMY-60 | {"name":"X","tracking":true,"lotTracked":false} | 409 POLICY_IN_USE
            PUT /api/v1/warehouses/NOWHERE/locations/A | {"type":"STORAGE"} | 404 UNKNOWN_WAREHOUSE
            PUT /api/v1/warehouses/NOWHERE/buildings/A | {"name":"A"} | 404 UNKNOWN_WAREHOUSE
            PUT {house}/locations/X | {"type":"STORAGE","building":"NOPE"} | 400 VALIDATION_FAILED
            PUT {house}/locations/X | {"type":"SUPPLIER"} | 400 VALIDATION_FAILED
            PUT {house}/locations/@X | {"type":"STORAGE"} | 400 VALIDATION_FAILED
            PUT {house}/locations/A-01 | {"type":"RECEIVING"} | 409 POLICY_IN_USE
            POST {own}/items/NOTHING/lots | {"lotNumber":"L"} | 404 UNKNOWN_ITEM
            POST /api/v1/owners/NOBODY/items/X/lots | {"lotNumber":"L"} | 404 UNKNOWN_OWNER|UNKNOWN_ITEM
            POST {own}/items/IDEA/lots | {"lotNumber":"L"} | 422 ITEM_NOT_TRACKED
            POST {own}/items/PLAIN/lots | {"lotNumber":"L"} | 422 ITEM_NOT_LOT_TRACKED
            POST {own}/items/GUMMY-60/lots | {} | 422 LOT_OR_EXPIRY_REQUIRED
            POST {own}/items/GUMMY-60/lots | {"lotNumber":"L","expirationDate":"2026-01-01","originationDate":"2026-02-01"} | 400 VALIDATION_FAILED
            PATCH {own}/items/GUMMY-60/lots/999999999 | {"active":false} | 404 UNKNOWN_LOT
            PATCH {own}/items/GUMMY-60/lots/99999999999999999999 | {"active":false} | 404 UNKNOWN_LOT
            PATCH {own}/items/GUMMY-60/lots/x | {"active":false} | 404 UNKNOWN_LOT
            PATCH {own}/items/GUMMY-60/lots/{lot} | {"originationDate":"2027-01-01"} | 400 VALIDATION_FAILED
            POST {ro} | {"reference":"X","kind":"WRO","owner":"NOBODY","warehouse":"{w}","lines":[{"sku":"PLAIN","quantity":1}]} | 404 UNKNOWN_OWNER
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"NOWHERE","lines":[{"sku":"PLAIN","quantity":1}]} | 404 UNKNOWN_WAREHOUSE
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[]} | 400 VALIDATION_FAILED
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[{"sku":"NOTHING","quantity":1}]} | 404 UNKNOWN_ITEM
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[{"sku":"IDEA","quantity":1}]} | 422 ITEM_NOT_TRACKED
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[{"sku":"PLAIN","quantity":0.5}]} | 400 VALIDATION_FAILED
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[{"sku":"PLAIN","quantity":1,"lots":[{"lotNumber":"L","quantity":1}]}]} | 422 ITEM_NOT_LOT_TRACKED
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[{"sku":"GUMMY-60","quantity":1}]} | 422 LOT_OR_EXPIRY_REQUIRED
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[{"sku":"GUMMY-60","quantity":1,"lots":[{"quantity":1}]}]} | 422 LOT_OR_EXPIRY_REQUIRED
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[{"sku":"GUMMY-60","quantity":2,"lots":[{"lotNumber":"L-A","quantity":1}]}]} | 422 LOT_SUM_MISMATCH
            POST {ro} | {"reference":"X","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[{"sku":"PLAIN","quantity":9999999999},{"sku":"PLAIN","quantity":9999999999}]} | 400 VALIDATION_FAILED
            POST {ro} | {"reference":"OPEN","kind":"WRO","owner":"{o}","warehouse":"{w}","lines":[{"sku":"PLAIN","quantity":1}]} | 409 REFERENCE_REUSED
            POST {ro}/{o}/NOTHING/commit | {} | 404 UNKNOWN_DOCUMENT
            POST {ro}/{o}/NOTHING/close | {} | 404 UNKNOWN_DOCUMENT
            POST {ro}/NOBODY/OPEN/cancel | {} | 404 UNKNOWN_DOCUMENT|UNKNOWN_OWNER
            POST {ro}/{o}/OPEN/cancel | {} | 409 ALREADY_COUNTED
            POST {ro}/{o}/OPEN/exceptions/999999999/resolve | {"decision":"REJECT"} | 404 UNKNOWN_DOCUMENT|NOT_FOUND
            POST {ro}/{o}/OPEN/exceptions/x/resolve | {"decision":"REJECT"} | 404 NOT_FOUND
            POST {ro}/{o}/OPEN/exceptions/99999999999999999999/resolve | {"decision":"REJECT"} | 404 NOT_FOUND
            POST /api/v1/adjustments | {"warehouse":"{w}","location":"NOWHERE","owner":"{o}","sku":"PLAIN","delta":1,"reason":"x"} | 404 UNKNOWN_LOCATION
            POST /api/v1/adjustments | {"warehouse":"NOWHERE","location":"A-01","owner":"{o}","sku":"PLAIN","delta":1,"reason":"x"} | 404 UNKNOWN_WAREHOUSE
            POST /api/v1/adjustments | {"warehouse":"{w}","location":"A-01","owner":"{o}","sku":"NOTHING","delta":1,"reason":"x"} | 404 UNKNOWN_ITEM
            POST /api/v1/adjustments | {"warehouse":"{w}","location":"A-01","owner":"{o}","sku":"IDEA","delta":1,"reason":"x"} | 422 ITEM_NOT_TRACKED
            POST /api/v1/adjustments | {"warehouse":"{w}","location":"A-01","owner":"{o}","sku":"PLAIN","delta":0.5,"reason":"x"} | 400 VALIDATION_FAILED
            POST /api/v1/adjustments | {"warehouse":"{w}","location":"A-01","owner":"{o}","sku":"PLAIN","lotNumber":"L","delta":1,"reason":"x"} | 422 ITEM_NOT_LOT_TRACKED
            POST /api/v1/adjustments | {"warehouse":"{w}","location":"A-01","owner":"{o}","sku":"GUMMY-60","delta":1,"reason":"x"} | 422 LOT_OR_EXPIRY_REQUIRED
            POST /api/v1/adjustments | {"warehouse":"{w}","location":"B-01","owner":"{o}","sku":"GUMMY-60","lotNumber":"L-A","delta":-1,"reason":"x"} | 422 NOT_ENOUGH_STOCK
            POST /api/v1/adjustments/999999999/approve | {} | 404 UNKNOWN_DOCUMENT
            POST /api/v1/counts | {"warehouse":"NOWHERE","basis":"RANDOM"} | 404 UNKNOWN_WAREHOUSE
            POST /api/v1/counts | {"warehouse":"{w}","basis":"ABC"} | 400 VALIDATION_FAILED
            POST /api/v1/counts/999999999/post | {} | 404 UNKNOWN_DOCUMENT
            POST /api/v1/returns | {"reference":"X","kind":"RTS","owner":"NOBODY","warehouse":"{w}","lines":[{"sku":"PLAIN","quantity":1}]} | 404 UNKNOWN_OWNER
            POST /api/v1/returns | {"reference":"X","kind":"RTS","owner":"{o}","warehouse":"{w}","order":"NOTHING","lines":[{"sku":"PLAIN","quantity":1}]} | 404 UNKNOWN_DOCUMENT
            POST /api/v1/returns | {"reference":"X","kind":"RTS","owner":"{o}","warehouse":"{w}","lines":[{"sku":"PLAIN","quantity":1,"location":"NOWHERE"}]} | 404 UNKNOWN_LOCATION
            POST /api/v1/returns | {"reference":"X","kind":"RTS","owner":"{o}","warehouse":"{w}","lines":[{"sku":"PLAIN","quantity":0.5}]} | 400 VALIDATION_FAILED
            POST /api/v1/returns | {"reference":"X","kind":"CUSTOMER","owner":"{o}","warehouse":"{w}","lines":[{"sku":"GUMMY-60","quantity":1,"action":"RESTOCK"}]} | 422 RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT
            POST {or} | {"reference":"X","owner":"NOBODY","lines":[{"sku":"PLAIN","quantity":1}]} | 404 UNKNOWN_OWNER
            POST {or} | {"reference":"X","owner":"{o}","warehouse":"NOWHERE","lines":[{"sku":"PLAIN","quantity":1}]} | 404 UNKNOWN_WAREHOUSE
            POST {or} | {"reference":"X","owner":"{o}","lines":[{"sku":"NOTHING","quantity":1}]} | 404 UNKNOWN_ITEM
            POST {or} | {"reference":"X","owner":"{o}","lines":[{"sku":"PLAIN","quantity":0.5}]} | 400 VALIDATION_FAILED
            POST {or} | {"reference":"X","owner":"{o}","lines":[{"sku":"PLAIN","quantity":1,"lotNumber":"L"}]} | 422 ITEM_NOT_LOT_TRACKED
            POST {or} | {"reference":"X","owner":"{o}","lines":[{"sku":"GUMMY-60","quantity":1,"lotNumber":"NOPE"}]} | 404 UNKNOWN_LOT
            POST {or} | {"reference":"X","owner":"{o}","priority":2147483648,"lines":[{"sku":"PLAIN","quantity":1}]} | 400 MALFORMED|VALIDATION_FAILED
            POST {or} | {"reference":"O-NEW","owner":"{o}","lines":[{"sku":"PLAIN","quantity":1}]} | 409 REFERENCE_REUSED
            POST {or}/{o}/NOTHING/release | {} | 404 UNKNOWN_DOCUMENT
            POST {or}/{o}/NOTHING/ship | {} | 404 UNKNOWN_DOCUMENT
            POST {or}/{o}/NOTHING/cancel | {} | 404 UNKNOWN_DOCUMENT
            POST {or}/{o}/O-NEW/ship | {} | 409 NOTHING_PICKED
            POST {or}/{o}/O-PICKED/ship | {"complete":true} | 409 NOT_FULLY_PICKED
            POST {or}/{o}/O-PICKED/cancel | {} | 409 PICKED_UNITS
            POST /floor/resolve | {"data":"X","context":{"warehouse":"NOWHERE"}} | 404 UNKNOWN_WAREHOUSE
            POST /api/v1/admin/credentials | {"name":"admin","role":"ADMIN"} | 400 VALIDATION_FAILED
            POST /api/v1/admin/credentials | {"name":"X","role":"MERCHANT"} | 400 VALIDATION_FAILED
            PUT /api/v1/admin/clock | {"now":"1999-12-31T23:59:59Z"} | 400 VALIDATION_FAILED
            """;

    private Rules() {}

    static List<String> of(World world, Doors doors) {
        return ROWS.replace("{own}", doors.own)
                .replace("{house}", doors.house)
                .replace("{lot}", doors.lotId)
                .replace("{ro}", "/api/v1/receiving-orders")
                .replace("{or}", "/api/v1/orders")
                .replace("{o}", world.owner)
                .replace("{w}", world.warehouse)
                .lines()
                .toList();
    }
}
