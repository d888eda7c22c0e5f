package dev.lotline.platform.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before what. */
class WorkClassTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POST, /floor/events,                              -,              -,                 SCAN",
                "POST, /floor/scans,                               -,              -,                 SCAN",
                "POST, /api/v1/holds,                              -,              -,                 SCAN",
                "GET,  /api/v1/holds,                              -,              -,                 OFFICE",
                "POST, /floor/resolve,                             -,              -,                 FLOOR",
                "GET,  /floor/tasks,                               warehouse=W1,   application/json,  FLOOR",
                "POST, /floor/decode,                              -,              -,                 FLOOR",
                "POST, /api/v1/orders,                             -,              -,                 OFFICE",
                "POST, /graphql,                                   -,              -,                 OFFICE",
                "GET,  /inventory,                                 sort=sku,       text/html,         OFFICE",
                "GET,  /inventory,                                 sort=sku&format=csv, text/html,    REPORT",
                "GET,  /inventory,                                 format=xlsx,    text/html,         REPORT",
                "GET,  /api/v1/orders/ACME/SO-1/trace,             -,              -,                 REPORT",
                "GET,  /api/v1/admin/invariants,                   -,              -,                 REPORT",
                "POST, /admin/places/import,                       -,              -,                 REPORT",
                "GET,  /floor/stream,                              -,              text/event-stream, -",
                "GET,  /console/stream,                            -,              text/event-stream, -",
                "GET,  /api/v1/printing/relay/PRN-1/next,          -,              -,                 -",
                "GET,  /q/health/ready,                            -,              -,                 -",
                "GET,  /console/console.css,                       -,              -,                 -",
                "GET,  /vendor/htmx.js,                            -,              -,                 -",
                "POST, /q/health/ready,                            -,              -,                 OFFICE",
            })
    void each_request_has_its_class(String method, String path, String query, String accept, WorkClass expected) {
        assertEquals(expected, WorkClass.of(HttpMethod.valueOf(method), path, query, accept));
    }
}
