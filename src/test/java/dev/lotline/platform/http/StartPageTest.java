package dev.lotline.platform.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.net.HostAndPort;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartPageTest {
    @Test
    void the_command_names_the_address_that_answers() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        for (String path : new String[] {"/start", "/start.html"}) {
            String page = given().get(path).then().statusCode(200).extract().asString();
            assertTrue(page.contains(":" + port + "/floor/events") && !page.contains(":8080"), page);
        }
    }

    @Test
    void an_address_that_no_browser_sends_is_not_shown() {
        assertEquals("https://wms.example", StartPage.address("https", HostAndPort.create("wms.example", -1)));
        assertEquals("http://[::1]:9090", StartPage.address("http", HostAndPort.create("[::1]", 9090)));
        assertNull(StartPage.address("http", HostAndPort.create("<script>", 80)));
        assertNull(StartPage.address("http", null));
    }
}
