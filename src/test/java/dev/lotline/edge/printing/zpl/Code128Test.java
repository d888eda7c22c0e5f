package dev.lotline.edge.printing.zpl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.Code128Writer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Code128Test {
    private static final int MANY = 5_000;

    @ParameterizedTest
    @CsvSource({
        "A,              >:A",
        "1,              >:1",
        "12,             >;12",
        "12A,            >:12A",
        "1234A,          >:1234A",
        "123,            >:123",
        "1234,           >;1234",
        "12345,          >:1>52345",
        "37100,          >:3>57100",
        "A1234,          >:A>51234",
        "LPN-7K3M,       >:LPN-7K3M",
        "a>b^c~d,        >:a>0b><c>=d"
    })
    void subsets_are_chosen_for_the_fewest_symbols(String data, String expected) {
        assertEquals(expected.strip(), Code128.zpl(data));
    }

    @Test
    void gs1_begins_with_fnc1_and_ends_variable_values_with_it() {
        String f = String.valueOf(Code128.FNC1);
        String zpl = Code128.zpl(f + "0109504000059101" + "17261231" + "10AB-123" + f + "3024");
        assertTrue(zpl.startsWith(">;>80109504000059101172612311"), zpl);
        assertEquals(24, Code128.symbols(f + "0109504000059101" + "17261231" + "10AB-123" + f + "3024"));
        assertEquals(11 * 24 + 35, Code128.modules(zpl));
        assertEquals("010950400005910117261231" + "10AB-123" + f + "3024", Code128.content(zpl));
    }

    @Test
    void an_odd_digit_in_c_and_unknown_signs_are_refused() {
        for (String wrong : new String[] {">;123", ">;1A", "ABC", ">:A>9", ">;12>0", ">:A>"}) {
            assertThrows(LabelFault.class, () -> Code128.values(wrong), wrong);
        }
    }

    @Test
    void never_exactly_one_character_stands_behind_the_last_change_to_b() {
        Random random = new Random(7);
        for (int n = 0; n < MANY; n++) {
            String zpl = Code128.zpl(text(random));
            int last = Math.max(zpl.lastIndexOf(">6"), zpl.lastIndexOf(">5"));
            if (last >= 0 && zpl.startsWith(">6", last)) {
                String behind = zpl.substring(last + 2).replaceAll(">.", "x");
                assertTrue(behind.length() > 1, zpl);
            }
        }
    }

    @Test
    void bars_are_read_by_a_reader_that_is_not_ours() throws Exception {
        Random random = new Random(11);
        for (int n = 0; n < MANY; n++) {
            String text = text(random);
            boolean[] bars = Bars.of(Code128.zpl(text));
            BitArray row = new BitArray(bars.length + 40);
            for (int x = 0; x < bars.length; x++) {
                if (bars[x]) {
                    row.set(x + 20);
                }
            }
            try {
                assertEquals(
                        text, new Code128Reader().decodeRow(0, row, Map.of()).getText());
            } catch (FormatException e) {
                throw new AssertionError(text, e);
            }
        }
    }

    @Test
    void no_other_encoder_needs_fewer_symbols() {
        Random random = new Random(13);
        Map<EncodeHintType, ?> fewest = Map.of(EncodeHintType.CODE128_COMPACT, true);
        for (int n = 0; n < MANY; n++) {
            String text = text(random);
            int theirs = new Code128Writer()
                            .encode(text, BarcodeFormat.CODE_128, 0, 1, fewest)
                            .getWidth()
                    - 10;
            int ours = Code128.modules(Code128.zpl(text));
            assertTrue(ours <= theirs + 11, text + " " + ours + " " + theirs);
        }
    }

    @Test
    void values_end_with_check_and_stop() {
        assertArrayEquals(new int[] {105, 12, 34, (105 + 12 + 2 * 34) % 103, 106}, Code128.values(">;1234"));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(24);
        while (text.length() < length) {
            if (random.nextInt(3) == 0) {
                text.append((char) (' ' + random.nextInt(95)));
            } else {
                for (int digits = 1 + random.nextInt(6); digits > 0; digits--) {
                    text.append((char) ('0' + random.nextInt(10)));
                }
            }
        }
        return text.toString();
    }
}
