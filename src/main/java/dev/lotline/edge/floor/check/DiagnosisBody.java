package dev.lotline.edge.floor.check;

import dev.lotline.edge.floor.resolve.Barcode;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Scans of the test sheet. */
@Schema(name = "DiagnosisBody")
public record DiagnosisBody(
        @Schema(description = "the device that scanned, for the record of the answer") @Nullable
        String device,

        @Schema(required = true, description = "1 to 64 scans; data empty = the scanner did not react") @Nullable
        List<@Nullable Scan> samples) {
    private static final Set<String> SHEETS = Set.of("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8");

    /** One scan, by the name that is printed beside its barcode. */
    public record Scan(
            @Schema(examples = {"S3"}) @Nullable String sheet,
            @Nullable Barcode barcode) {}

    List<Sample> checked() {
        List<Violation> wrong = new ArrayList<>();
        List<Sample> found = new ArrayList<>();
        if (samples == null || samples.isEmpty()) {
            throw Refusal.invalid("samples", "must hold at least one scan");
        }
        for (int n = 0; n < samples.size(); n++) {
            Scan scan = samples.get(n);
            String sheet = scan == null ? null : scan.sheet();
            Barcode barcode = scan == null ? null : scan.barcode();
            if (sheet == null || !SHEETS.contains(sheet)) {
                wrong.add(new Violation("samples[" + n + "].sheet", "must be S1 to S8"));
            } else if (barcode == null || barcode.data() == null) {
                wrong.add(new Violation("samples[" + n + "].barcode.data", "is required, empty if nothing came"));
            } else {
                found.add(new Sample(sheet, barcode.data(), barcode.symbology()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        return found;
    }
}
