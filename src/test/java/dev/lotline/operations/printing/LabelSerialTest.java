package dev.lotline.operations.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.ScanReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LabelSerialTest {
    @Test
    void a_serial_has_nine_characters_and_a_check_and_is_known_by_the_scanner() {
        for (long number : new long[] {1, 2, 31, 32, 1_000_000, (1L << 45) - 1}) {
            String serial = LabelSerial.of(number);
            assertEquals(10, serial.length());
            assertTrue(LabelSerial.isShaped(serial));
            String scanned = "]d2010950400005910198" + serial;
            assertEquals(
                    serial,
                    new ScanReader()
                            .read(RawScan.of(scanned), LocalDate.of(2026, 3, 1))
                            .meaning()
                            .labelSerial());
        }
    }

    @Test
    void a_wrong_character_is_noticed() {
        String serial = LabelSerial.of(17);
        assertFalse(LabelSerial.isShaped(serial.replace(serial.charAt(9), serial.charAt(9) == 'A' ? 'B' : 'A')));
        assertFalse(LabelSerial.isShaped("AB-123"));
    }
}
