package dev.lotline.edge.floor.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Handset;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgettingTest {
    @Inject
    Forgetting forgetting;

    @Test
    void scans_are_forgotten_after_thirty_days_even_of_a_device_that_is_silent() throws Exception {
        Handset handset = Handset.of(World.acceptance(), "standard", Map.of());
        for (int n = 0; n < 3; n++) {
            handset.scan("LOC-A-0" + n);
        }
        String of = " FROM raw_scan WHERE device = '" + handset.device + "'";
        try (Superuser superuser = Superuser.begin()) {
            superuser.run("UPDATE raw_scan SET recorded_at = now() - interval '31 days' WHERE device = '"
                    + handset.device + "' AND seq < 3");
            superuser.run("UPDATE raw_scan SET recorded_at = now() - interval '29 days' WHERE device = '"
                    + handset.device + "' AND seq = 3");
            superuser.commit();
        }
        forgetting.forget().await().atMost(Duration.ofSeconds(10));
        try (Superuser superuser = Superuser.begin()) {
            assertEquals(List.of("3"), superuser.ask("SELECT seq" + of));
        }
    }
}
