package dev.lotline.gs1.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.gs1.RandomElements;
import dev.lotline.gs1.ScanIssue.Code;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in: one reading, no exception, no time lost, and its canonical text reads the same. */
class HostileInputTest {

    private static final int INPUTS = 200_000;
    private static final int WARM_UP = 20_000;
    private static final long MOST_NANOS = 10_000_000;

    /** What is slow so many times in a row is slow, not disturbed. */
    private static final int TRIES = 5;

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final List<String> HEADS = List.of(
            "",
            "]C1",
            "]d2",
            "]Q3",
            "]d5",
            "]E0",
            "]E3",
            "]E4",
            "]I1",
            "]C0",
            "]Q1",
            "]",
            "]d2]d2",
            "(01)",
            "(10)",
            "LOC-",
            "\u001d",
            "\uFEFF",
            "01",
            "https://",
            "https://a/01/09504000059101/10/",
            "HTTPS://a/00/006141411234567890?",
            "+H7481234A1",
            "+$$3",
            "[)>\u001e05\u001d",
            "[)>\u001e06\u001d1T",
            "]e001|]e0",
            "CMD:",
            "BDG-");
    private static final String ODD =
            "0123456789ABCabc()]\\\u001d\u001d\u001d~^|{}#% \r\n\t\0\u0002\u0003\u0085\u202e\u0660\ufeff\ufffd\ud83d\udce6";

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final ScanReader reader = new ScanReader();
    private final Random random = new Random(31);
    private final RandomElements elements = new RandomElements(32, TODAY);

    @Test
    void two_hundred_thousand_inputs_give_one_reading_each() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int i = 0; i < INPUTS; i++) {
            RawScan raw = input();
            Reading reading = inTime(raw, i >= WARM_UP);
            assertNotNull(reading.explain().get(0));
            outcomes.merge(reading.outcome(), 1, Integer::sum);
            if (reading.outcome() != Outcome.REJECT) {
                Reading again = reader.read(RawScan.of(reading.canonical()), TODAY);
                assertEquals(reading.canonical(), again.canonical(), () -> raw + " " + reading);
                boolean repaired = reading.issues().stream()
                        .anyMatch(issue -> issue.code() == Code.CASE_SWAPPED || issue.code() == Code.PAYLOAD_DOUBLED);
                assertTrue(repaired || reading.outcome() == again.outcome(), reading::canonical);
                assertEquals(reading.ais(), again.ais());
                assertEquals(reading.meaning(), again.meaning());
            }
        }
        for (Outcome outcome : Outcome.values()) {
            int times = outcomes.getOrDefault(outcome, 0);
            assertTrue(times > INPUTS / 100, outcome + " only " + times + " times: the inputs are too tame");
        }
    }

    @Test
    void a_device_that_needs_every_repair_gets_one_reading_each_too() {
        ScanProfile profile = ScanProfile.STANDARD.with(draft -> {
            draft.aim = ScanProfile.Aim.DETECT;
            draft.gsAliases = List.of("|", "{GS}", "~");
            draft.capsRepair = true;
            draft.detectDoubled = true;
            draft.upcA12 = true;
            draft.upcEShort = true;
        });
        for (int i = 0; i < 5_000; i++) {
            RawScan raw = input();
            Reading reading = reader.read(raw, profile, TODAY);
            assertNotNull(reading.explain().get(0));
            Reading label = reader.readLabel(List.of(raw, input()), profile, TODAY);
            assertNotNull(label.canonical());
        }
    }

    @Test
    void the_longest_inputs_are_read_in_time() {
        for (String unit : List.of(
                "1",
                "(01)",
                "]d2",
                "\u001d",
                "10A\u001d",
                "\\(",
                "(10)\\(",
                "]C0]C0",
                "\\\\",
                "9001\u001d",
                "/",
                "/01",
                "&",
                "&1=",
                "%41",
                "/S",
                "1T\u001d",
                "|]e0")) {
            for (String head : HEADS) {
                String text = head + unit.repeat(RawScan.MAX_LENGTH / unit.length());
                RawScan raw = RawScan.of(text.substring(0, Math.min(text.length(), RawScan.MAX_LENGTH)));
                assertNotNull(inTime(raw, true));
            }
        }
    }

    /** Read within 10 ms of processor time, so that a busy machine doesn't count. */
    private Reading inTime(RawScan raw, boolean warm) {
        long least = Long.MAX_VALUE;
        Reading reading = null;
        for (int tried = 0; tried < TRIES && least > MOST_NANOS; tried++) {
            long start = THREAD.getCurrentThreadCpuTime();
            reading = reader.read(raw, TODAY);
            least = Math.min(least, THREAD.getCurrentThreadCpuTime() - start);
        }
        long nanos = least;
        assertTrue(!warm || nanos <= MOST_NANOS, () -> nanos + " ns for " + raw);
        return reading;
    }

    private RawScan input() {
        String head = HEADS.get(random.nextInt(HEADS.size()));
        String symbology = random.nextInt(10) == 0 ? HEADS.get(1 + random.nextInt(HEADS.size() - 1)) : null;
        StringBuilder text = new StringBuilder(head);
        int kind = random.nextInt(4);
        if (kind < 3) {
            text.append(elements.text(elements.next()));
        } else {
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append(odd());
            }
        }
        for (int i = 0; kind > 0 && i < 3 && !text.isEmpty(); i++) {
            mutate(text);
        }
        return new RawScan(text.toString(), symbology);
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(6)) {
            case 0 -> text.setCharAt(at, odd());
            case 1 -> text.insert(at, odd());
            case 2 -> text.deleteCharAt(at);
            case 3 -> text.setLength(at);
            case 4 -> text.append(text.substring(at));
            default -> {}
        }
    }

    private char odd() {
        return random.nextBoolean() ? ODD.charAt(random.nextInt(ODD.length())) : (char) random.nextInt(0x10000);
    }
}
