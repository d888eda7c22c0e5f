package dev.lotline.edge.floor;

import dev.lotline.edge.floor.ScanEvent.Barcode;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.gs1.scan.ScanReader;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.plates.PlateRules;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a raw scan to its reading: what the device sent as bytes or text, with its symbology, read once. */
@Singleton
class LabelReader {
    private final ScanReader reader = new ScanReader();

    /** Never refuses: an unreadable barcode is a reading with outcome REJECT. */
    Reading read(Barcode barcode, LocalDate today) {
        return reader.read(new RawScan(text(barcode), barcode.symbology()), today);
    }

    /** Refuses an unreadable label with BARCODE_UNREADABLE and its first reason. */
    static ScanMeaning meaning(Reading reading) {
        if (reading.outcome() != Outcome.REJECT) {
            return reading.meaning();
        }
        ScanIssue issue =
                reading.issues().stream().filter(ScanIssue::rejects).findFirst().orElseThrow();
        throw Refusal.of(
                RefusalCode.BARCODE_UNREADABLE,
                Map.of("issue", issue.code().name(), "detail", issue.text(), "barcode", reading.canonical()));
    }

    private static String text(Barcode barcode) {
        if (barcode.bytes() == null) {
            return barcode.data() == null ? "" : barcode.data();
        }
        byte[] bytes = bytes(barcode.bytes());
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] bytes(String base64url) {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("barcode.bytes", "must be base64url");
        }
    }

    /** The plate whose label this is: SSCC, or LPN of our own; null when the label names goods. */
    static @Nullable String plate(ScanMeaning meaning) {
        if (meaning.own() != null && meaning.own().kind() == OwnCode.Kind.LPN) {
            return PlateRules.code("barcode", meaning.own().code());
        }
        return meaning.sscc() == null || gtin(meaning) != null || meaning.lot() != null
                ? null
                : meaning.sscc().digits();
    }

    /** The trade item of a label: its own GTIN, else the GTIN of what it contains. */
    static @Nullable String gtin(ScanMeaning meaning) {
        if (meaning.gtin14() != null) {
            return meaning.gtin14().digits();
        }
        return meaning.contentGtin14() == null ? null : meaning.contentGtin14().digits();
    }
}
