package dev.lotline.gs1.fuzz;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.BracketedText;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.foreign.Hibc;
import dev.lotline.gs1.foreign.Iso15434;
import dev.lotline.gs1.link.DigitalLink;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanProfile;
import dev.lotline.gs1.scan.ScanReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What Jazzer feeds with bytes: every reader of scan text takes them, none throws, and none takes long. */
public final class ScanFuzz {

    /**
     * Counting branches makes the readers some twenty times slower; that they take 10 ms at most as they are shipped is
     * for {@code HostileInputTest}.
     */
    private static final long MOST_NANOS = 100_000_000;

    /** So many inputs are read until the compiler has done its work. */
    private static final int WARM_UP = 20_000;

    /** What is slow so many times in a row is slow, not disturbed. */
    private static final int TRIES = 4;

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final AiTable TABLE = AiTable.builtIn();
    private static final ScanReader READER = new ScanReader();
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** A device that needs every repair there is. */
    private static final ScanProfile NEEDY = ScanProfile.STANDARD.with(draft -> {
        draft.aim = ScanProfile.Aim.DETECT;
        draft.gsAliases = List.of("|", "{GS}", "~");
        draft.capsRepair = true;
        draft.detectDoubled = true;
        draft.upcA12 = true;
        draft.upcEShort = true;
    });

    private static int inputs;

    private ScanFuzz() {}

    /** The name and shape that Jazzer looks for. The first byte says how the rest is read. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        int how = bytes[0];
        byte[] data = Arrays.copyOfRange(bytes, 1, bytes.length);
        String text = new String(data, (how & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        ScanProfile profile = (how & 2) == 0 ? ScanProfile.CONFORMANCE : NEEDY;
        RawScan raw = (how & 4) == 0 ? RawScan.of(text) : RawScan.ofBytes(data, text, StandardCharsets.UTF_8);
        RawScan scan = (how & 8) == 0 ? raw : raw.fromCamera();
        inTime(text, () -> read(scan, profile));
        inTime(text, () -> parse(text));
    }

    private static void inTime(String text, Runnable reading) {
        long nanos = Long.MAX_VALUE;
        for (int tried = 0; tried < TRIES && nanos > MOST_NANOS; tried++) {
            // processor time, so that a busy machine doesn't count
            long start = THREAD.getCurrentThreadCpuTime();
            reading.run();
            nanos = THREAD.getCurrentThreadCpuTime() - start;
        }
        if (++inputs > WARM_UP && nanos > MOST_NANOS) {
            throw new AssertionError(nanos + " ns for " + text.length() + " characters");
        }
    }

    private static void read(RawScan scan, ScanProfile profile) {
        Reading reading = READER.read(scan, profile, TODAY);
        if (reading.explain().isEmpty()) {
            throw new AssertionError("nothing to say about " + scan);
        }
        if (profile == ScanProfile.CONFORMANCE && reading.outcome() != Outcome.REJECT) {
            Reading again = READER.read(RawScan.of(reading.canonical()), profile, TODAY);
            if (!again.canonical().equals(reading.canonical())) {
                throw new AssertionError(reading.canonical() + " read again is " + again.canonical());
            }
        }
    }

    /** Each language by itself, too: the text is then not what has come through the carrier of a scan. */
    private static void parse(String text) {
        ElementString.parse(text, TABLE, TODAY);
        BracketedText.parse(text, TABLE, TODAY);
        BracketedText.parsePrinted(text, TABLE, TODAY);
        DigitalLink.parse(text, TABLE, TODAY);
        Hibc.parse(text, TODAY);
        Iso15434.parse(text);
    }
}
