package dev.lotline.edge.floor.check;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing found out about a scanner's settings. */
@Schema(name = "ScannerFinding")
public record Finding(
        @Schema(description = "AIM, SUFFIX, PREFIX, CASE, LAYOUT, GS, UPC, ITF, DOUBLED, LOST")
        String setting,

        @Schema(examples = {"ON", "LOST", "AS \"|\"", "CR", "de"})
        String value,

        @Schema(description = "false = it should be changed on the scanner")
        boolean good,

        @Schema(description = "what it means, in words") String means,

        @Schema(description = "what to change, by maker: zebraTc, zebraDs, honeywell, datalogic; empty when it is good")
        Map<String, String> mend) {}
