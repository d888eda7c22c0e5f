package dev.lotline.edge.printing.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    private static final Networks USUAL =
            new Networks(List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"), false);

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.31.255.1", "192.168.0.9", "fd12::1", "::ffff:10.0.0.1"})
    void printers_stand_in_private_networks(String host) {
        assertNotNull(USUAL.allowed(host, 9100));
        assertNotNull(USUAL.allowed(host, 6101));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "169.254.169.254",
                "172.32.0.1",
                "8.8.8.8",
                "0.0.0.0",
                "::1",
                "::",
                "fe80::1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "224.0.0.1",
                "ff02::1",
                "no-such-host.invalid"
            })
    void nothing_else_is_talked_to(String host) {
        assertNull(USUAL.allowed(host, 9100));
    }

    @Test
    void other_ports_are_not_talked_to() {
        assertNull(USUAL.allowed("10.1.2.3", 22));
        assertNull(USUAL.allowed("10.1.2.3", 5432));
    }

    @Test
    void the_address_that_was_checked_is_the_one_that_is_used() {
        assertEquals("10.1.2.3", USUAL.allowed("10.1.2.3", 9100).getAddress().getHostAddress());
    }

    @Test
    void a_network_that_is_none_stops_the_start() {
        assertThrows(IllegalArgumentException.class, () -> new Networks(List.of("everything"), false));
    }
}
