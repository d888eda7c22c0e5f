package dev.lotline.edge.floor.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.floor.resolve.KnownLotSql.Known;
import dev.lotline.edge.floor.resolve.SeparatorRules.Split;
import dev.lotline.edge.floor.resolve.Suspicions.Suspicion;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanReader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Labels of a device that drops GS are found out, sound ones are left alone. */
class SeparatorRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String GTIN = "09504000059101";
    private static final int LABELS = 10_000;
    private static final Known NOTHING_KNOWN = new Known(Set.of(), Set.of());

    private final ScanReader reader = new ScanReader();
    private final SeparatorRules rules = new SeparatorRules(TODAY);
    private final Random random = new Random(46);

    @Test
    void ninety_nine_of_a_hundred_labels_that_lost_a_separator_are_flagged() {
        int flagged = 0;
        for (int n = 0; n < LABELS; n++) {
            String lot = lot();
            boolean dated = random.nextBoolean();
            String behind = dated
                    ? "17" + TODAY.plusDays(random.nextInt(1_000)).format(DateTimeFormatter.ofPattern("yyMMdd"))
                    : "37" + (1 + random.nextInt(99));
            Known known = dated ? NOTHING_KNOWN : new Known(Set.of(lot), Set.of(lot));
            Reading reading = reader.read(RawScan.of("]C102" + GTIN + "10" + lot + behind), TODAY);
            List<Suspicion> found = Suspicions.judged(rules.splits(reading), known);
            flagged += found.stream().anyMatch(suspicion -> suspicion.lot().equals(lot)) ? 1 : 0;
        }
        assertTrue(flagged >= LABELS * 0.99, flagged + " of " + LABELS);
    }

    @Test
    void hardly_one_of_a_thousand_sound_labels_is_flagged() {
        int flagged = 0;
        for (int n = 0; n < LABELS; n++) {
            Reading reading = reader.read(RawScan.of("]d201" + GTIN + "17271231" + "10" + lot()), TODAY);
            flagged += Suspicions.judged(rules.splits(reading), NOTHING_KNOWN).isEmpty() ? 0 : 1;
        }
        assertTrue(flagged <= LABELS * 0.001, flagged + " of " + LABELS);
    }

    @Test
    void a_lot_that_is_known_whole_is_no_suspicion_and_a_known_head_is_the_strongest() {
        Reading reading = reader.read(RawScan.of("]C101" + GTIN + "10L-A17260630"), TODAY);
        List<Split> splits = rules.splits(reading);
        assertEquals(List.of(), Suspicions.judged(splits, new Known(Set.of("L-A17260630"), Set.of())));
        Suspicion strong = Suspicions.judged(splits, new Known(Set.of("L-A"), Set.of("L-A")))
                .get(0);
        assertTrue(strong.strong());
        assertEquals("L-A", strong.lot());
    }

    @Test
    void splits_are_bounded_and_quick_whatever_the_label() {
        long start = System.nanoTime();
        for (String run : List.of("37".repeat(40), "10".repeat(45), "9921".repeat(20), "17260630".repeat(11))) {
            Reading reading = reader.read(RawScan.of("]C101" + GTIN + "91" + run), TODAY);
            for (int n = 0; n < 200; n++) {
                assertTrue(rules.splits(reading).size() <= 8);
            }
        }
        assertTrue(System.nanoTime() - start < 4_000_000_000L);
    }

    /** 4 to 12 capitals and digits. */
    private String lot() {
        StringBuilder lot = new StringBuilder();
        int length = 4 + random.nextInt(9);
        for (int n = 0; n < length; n++) {
            lot.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".charAt(random.nextInt(36)));
        }
        return lot.toString();
    }
}
