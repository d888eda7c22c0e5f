package dev.lotline.edge.floor.check;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the scans of a test sheet tell, and a profile that reads the scanner as it is. */
@Schema(name = "ScannerDiagnosis")
public record Diagnosis(
        @Schema(description = "true = nothing has to be changed on the scanner")
        boolean good,

        List<Finding> findings,

        @Schema(description = "codes of the sheet that are still to be scanned for a full answer")
        List<String> missing,

        @Schema(description = "codes whose scan is not what is on the sheet")
        List<String> unrecognised,

        @Schema(description = "the shipped profile that is nearest; null when too little was scanned") @Nullable
        String profile,

        @Schema(description = "knobs over it, for PUT /api/v1/devices/{device}")
        Map<String, Object> settings) {}
