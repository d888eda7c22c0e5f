package dev.lotline.edge.barcode;

import dev.lotline.edge.barcode.picture.FoundSymbol;
import dev.lotline.edge.barcode.picture.FoundSymbol.Corner;
import dev.lotline.edge.barcode.picture.PhotoReader.Answer;
import dev.lotline.gs1.scan.Carrier;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanProfile;
import dev.lotline.gs1.scan.ScanReader;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The symbols of a photo, each as the barcode to send on and as it was read. */
@Schema(description = "What was found in a photo; nothing is booked")
record DecodeReply(
        @Schema(description = "pixels of the upright photo") int width,
        int height,

        @Schema(description = "at most 16; empty when nothing was found")
        List<Symbol> symbols) {

    /** A barcode as {@code /floor/resolve} and {@code /floor/events} take it. */
    record Barcode(String data, String symbology, String source) {}

    record Symbol(
            Barcode barcode,

            @Schema(description = "such as CODE_128, DATA_MATRIX, QR_CODE")
            String format,

            @Schema(
                    description =
                            "in pixels of the upright photo: the ends of a linear symbol, corners or finders of others")
            List<Corner> corners,

            Outcome outcome,
            Carrier carrier,
            String canonical,
            List<List<String>> ais,
            List<String> issues) {}

    static DecodeReply of(Answer answer, ScanReader reader, ScanProfile camera, LocalDate today) {
        return new DecodeReply(
                answer.width(),
                answer.height(),
                answer.symbols().stream()
                        .map(found -> symbol(found, reader, camera, today))
                        .toList());
    }

    private static Symbol symbol(FoundSymbol found, ScanReader reader, ScanProfile camera, LocalDate today) {
        Reading reading = reader.read(new RawScan(found.data(), found.aimId()).fromCamera(), camera, today);
        return new Symbol(
                new Barcode(found.data(), found.aimId(), "CAMERA"),
                found.format(),
                found.corners(),
                reading.outcome(),
                reading.carrier(),
                reading.canonical(),
                reading.ais().stream()
                        .map(element -> List.of(element.ai(), element.value()))
                        .toList(),
                reading.issues().stream().map(issue -> issue.code().name()).toList());
    }
}
