package dev.lotline.edge.printing.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusReaderTest {
    private static final int STREAMS = Integer.getInteger("printing.streams", 20_000);
    private static final String READY = frames("030,0,0,1245,000,0,0,0,000,0,0,0", "000,0,0,0,0,2,4,0,00000000,1,000");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "030,0,0,1245,000,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | READY",
                "030,0,0,1245,002,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | PRINTING",
                "030,0,0,1245,000,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000003,1,000 | PRINTING",
                "030,1,1,1245,003,0,0,0,000,0,0,0 | 000,0,1,1,0,2,4,0,00000000,1,000 | HEAD_OPEN",
                "030,1,1,1245,003,0,0,0,000,0,0,0 | 000,0,0,1,0,2,4,0,00000000,1,000 | PAPER_OUT",
                "030,0,1,1245,003,0,0,0,000,0,0,0 | 000,0,0,1,0,2,4,0,00000000,1,000 | RIBBON_OUT",
                "030,0,1,1245,003,0,0,0,000,0,0,1 | 000,0,0,0,0,2,4,0,00000000,1,000 | PAUSED",
                "030,0,0,1245,003,0,0,0,000,0,0,1 | 000,0,0,0,0,2,4,0,00000000,1,000 | TOO_HOT",
                "030,0,0,1245,003,0,0,0,000,0,1,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | TOO_COLD",
                "030,0,0,1245,000,1,0,0,000,1,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | MEMORY_FAULT",
                "030,0,0,1245,000,1,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | BUFFER_FULL",
                "030,0,0,1245,000,0,0,0,000,0,0,0 | 000,0,0,0,0,1,4,1,00000001,1,000 | LABEL_WAITING",
                "030,0,0,1245,000,0,0,0,000,0 | 000,0,0,0 | READY",
                "030, 0,0,1245, 000,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000,7,8,9 | READY"
            })
    void flags_become_one_word(String first, String second, PrinterHealth health) {
        HostStatus status = read(frames(first.strip(), second.strip()));
        assertNotNull(status);
        assertEquals(health, PrinterHealth.of(status));
    }

    @Test
    void what_is_on_file_about_printers_is_read_as_it_is_said_there() throws IOException {
        int examples = 0;
        for (String family : List.of("zebra-zd", "zebra-zt")) {
            for (String line : Files.readAllLines(Path.of("devices/printers", family, "hs-examples.txt"))) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" \\| ");
                    HostStatus status = read(frames(parts[0], parts[1]));
                    assertNotNull(status, line);
                    assertEquals(
                            parts[2].replaceFirst(":.*", ""),
                            PrinterHealth.of(status).name(),
                            line);
                    examples++;
                }
            }
        }
        assertTrue(examples > 6, examples + " examples");
    }

    @Test
    void frames_may_come_in_pieces_twice_and_with_alerts_between() {
        StatusReader reader = new StatusReader();
        for (byte b : READY.getBytes(StandardCharsets.ISO_8859_1)) {
            reader.read(ByteBuffer.wrap(new byte[] {b}));
        }
        assertNotNull(reader.status());
        String old = frames("030,1,0,1245,000,0,0,0,000,0,0,0", "000,0,0,0,0,2,4,0,00000000,1,000");
        HostStatus newest = read(old + "PQ JOB COMPLETED\r\n" + READY);
        assertNotNull(newest);
        assertEquals(PrinterHealth.READY, PrinterHealth.of(newest), "the newest counts");
        assertNotNull(read(READY.replace("\r\n", "")));
    }

    @Test
    void rubbish_is_no_status() {
        assertNull(read("HTTP/1.1 400 Bad Request\r\n\r\n"));
        assertNull(read(frames("a,b,c", "d")));
        assertNull(read("\u0002030,0,0"));
        assertNull(read(frames("030,0,0,1245,000,0,0,0,000,0,0,99999999999999", "000,0,0,0,0,2,4,0,0,1,000")));
    }

    @Test
    void any_bytes_are_read_without_a_fault_and_within_bounds() {
        Random random = new Random(5);
        byte[] sound = READY.getBytes(StandardCharsets.ISO_8859_1);
        for (int n = 0; n < STREAMS; n++) {
            StatusReader reader = new StatusReader();
            byte[] bytes = new byte[random.nextInt(200)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) == 0 ? (byte) random.nextInt(256) : sound[i % sound.length];
            }
            reader.read(ByteBuffer.wrap(bytes));
            HostStatus status = reader.status();
            assertTrue(status == null || PrinterHealth.of(status) != null);
        }
        StatusReader reader = new StatusReader();
        for (int n = 0; n < 1_000; n++) {
            reader.read(ByteBuffer.wrap(new byte[1_024]));
        }
        assertTrue(reader.text().length() <= StatusReader.MOST_BYTES);
    }

    private static HostStatus read(String text) {
        StatusReader reader = new StatusReader();
        reader.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
        return reader.status();
    }

    private static String frames(String first, String second) {
        return "\u0002" + first + "\u0003\r\n\u0002" + second + "\u0003\r\n\u00021234,0\u0003\r\n";
    }
}
