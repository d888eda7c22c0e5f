package lotline.simulators;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** After the shift: every acknowledged event of one device once more. Each must be known, with the verdict it had. */
final class Verification {
    private static final int BATCH = 200;

    private Verification() {}

    /** Answers how many events were sent again; what differs is in the account. */
    static long check(Path spool, String device, Shift.Floor floor) throws IOException {
        long count = 0;
        try (Courier courier = new Courier(floor.address(), device, floor.account(), floor.patience(), null);
                BufferedReader lines = Files.newBufferedReader(spool, StandardCharsets.UTF_8)) {
            List<ScanEvent> batch = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] part = line.split("\t", 5);
                ScanEvent event = new ScanEvent(part[3], part[0], part[4]);
                event.verdict = part[1];
                event.code = part[2];
                batch.add(event);
                count++;
                if (batch.size() == BATCH) {
                    courier.deliver(batch);
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                courier.deliver(batch);
            }
        }
        return count;
    }
}
