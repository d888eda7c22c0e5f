package dev.lotline.edge.messaging.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
    private final Destinations usual = new Destinations(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.2.7",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::9",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "ff02::1",
                "localhost",
                "2130706433"
            })
    void what_is_not_public_is_refused(String host) {
        assertEquals(
                "ADDRESS_REFUSED",
                assertThrows(Failed.class, () -> usual.of(host)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "[2a00:1450::5]"})
    void what_is_public_may_be_told(String host) {
        assertTrue(usual.mayBeTold(usual.of(host)));
    }

    @Test
    void a_network_that_is_listed_may_be_told_and_nothing_beside_it() throws Exception {
        Destinations listed = new Destinations(List.of("10.1.0.0/16", "fd00:7::/32"));
        assertTrue(listed.mayBeTold(InetAddress.getByName("10.1.255.1")));
        assertTrue(listed.mayBeTold(InetAddress.getByName("fd00:7::1")));
        assertFalse(listed.mayBeTold(InetAddress.getByName("10.2.0.1")));
        assertThrows(IllegalArgumentException.class, () -> new Destinations(List.of("example.com/8")));
        assertThrows(IllegalArgumentException.class, () -> new Destinations(List.of("10.0.0.0/33")));
    }
}
