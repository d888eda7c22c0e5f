package dev.lotline.edge.floor.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.own.LicencePlate;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.devices.ShippedProfiles;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Licence plates of ours are known by the tag that only the site's keys can make. */
class LabelReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String NEW = "a key of sixteen or more";
    private static final String OLD = "the key before that one";

    private static Reading read(Optional<List<String>> keys, String text) {
        return new LabelReader(ShippedProfiles.usual(), keys)
                .read(Barcode.of(text), ShippedProfiles.usual().usual(), TODAY);
    }

    private static String plate(String key) {
        return "LPN-" + LicencePlate.of(0x1234567890L, "LPN-", key.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void any_key_of_the_site_vouches_for_a_plate_and_no_other_does() {
        Optional<List<String>> keys = Optional.of(List.of(NEW, OLD));
        assertEquals(Outcome.OK, read(keys, plate(NEW)).outcome());
        assertEquals(Outcome.OK, read(keys, plate(OLD) + ".R2").outcome());
        Reading forged = read(keys, plate("somebody else's key"));
        assertEquals(Outcome.REJECT, forged.outcome());
        assertEquals(
                ScanIssue.Code.OWN_BAD_CHECK,
                forged.issues().get(forged.issues().size() - 1).code());
    }

    @Test
    void a_typed_plate_is_vouched_for_like_a_scanned_one() {
        LabelReader reader = new LabelReader(ShippedProfiles.usual(), Optional.of(List.of(NEW)));
        assertEquals(plate(NEW).substring("LPN-".length()), reader.typedPlate(plate(NEW), TODAY));
        Refusal forged = assertThrows(Refusal.class, () -> reader.typedPlate(plate(OLD), TODAY));
        assertEquals(RefusalCode.BARCODE_UNREADABLE, forged.code());
        assertEquals("PALLET-7", reader.typedPlate("PALLET-7", TODAY));
        assertEquals("PALLET-7", reader.typedPlate("LPN-PALLET-7", TODAY));
        assertNull(reader.typedPlate(null, TODAY));
    }

    @Test
    void plates_of_another_shape_are_not_judged_and_none_is_without_a_key() {
        assertEquals(Outcome.OK, read(Optional.of(List.of(NEW)), "LPN-PALLET-7").outcome());
        assertEquals(Outcome.OK, read(Optional.empty(), plate(OLD)).outcome());
    }

    @Test
    void a_key_that_can_be_guessed_is_refused_at_the_start() {
        assertThrows(ConfigurationException.class, () -> read(Optional.of(List.of("short")), "X"));
    }
}
