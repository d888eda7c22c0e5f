package dev.lotline.edge.floor.resolve;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.gs1.scan.ScanProfile;
import dev.lotline.gs1.scan.ScanReader;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.devices.DeviceProfile;
import dev.lotline.operations.devices.Profiles;
import dev.lotline.operations.plates.PlateRules;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** From a raw scan to its reading: what the device sent as bytes or text, read once as the device's profile says. */
@Singleton
public class LabelReader {
    private static final int SHORTEST_KEY = 16;

    private final ScanReader reader;
    private final Profiles profiles;

    LabelReader(Profiles profiles, @ConfigProperty(name = "lotline.lpn-keys") Optional<List<String>> plateKeys) {
        this.profiles = profiles;
        this.reader = new ScanReader(
                AiTable.builtIn(),
                plateKeys.orElse(List.of()).stream().map(LabelReader::key).toList());
    }

    private static byte[] key(String text) {
        if (text.length() < SHORTEST_KEY) {
            throw new ConfigurationException(
                    "lotline.lpn-keys: each must have at least " + SHORTEST_KEY + " characters");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Never refuses what a barcode says: an unreadable one is a reading with outcome REJECT. Refuses with
     * VALIDATION_FAILED bytes that are no base64url and a profile that is not there.
     *
     * @param usual the profile of the device
     */
    public Reading read(Barcode barcode, DeviceProfile usual, LocalDate today) {
        ScanProfile profile = profile(barcode, usual).scan();
        return reader.read(raw(barcode, profile), profile, today);
    }

    /** Puts the symbols of one label together: pair rules and contradictions are judged over all of them. */
    public Reading label(List<Reading> symbols, LocalDate today) {
        return reader.label(symbols, today);
    }

    /**
     * The plate that was typed, or null. Refuses with BARCODE_UNREADABLE one with our prefix whose tag no key of the site
     * has made: it is mistyped or made up, and would become a plate that no label has.
     */
    public @Nullable String typedPlate(@Nullable String lpn, LocalDate today) {
        if (lpn == null) {
            return null;
        }
        OwnCode own = OwnCode.parse(lpn);
        if (own != null && own.kind() == OwnCode.Kind.LPN) {
            meaning(reader.read(RawScan.of(lpn), today));
        }
        return PlateRules.code("lpn", lpn);
    }

    private static RawScan raw(Barcode barcode, ScanProfile profile) {
        RawScan text = barcode.bytes() == null
                ? RawScan.of(barcode.data() == null ? "" : barcode.data())
                : RawScan.ofBytes(bytes(barcode.bytes()), barcode.data(), profile.charset());
        RawScan raw = text.withSymbology(barcode.symbology(), barcode.labelType())
                .withCapsLock(Boolean.TRUE.equals(barcode.capsLock()));
        return "CAMERA".equals(barcode.source()) ? raw.fromCamera() : raw;
    }

    private DeviceProfile profile(Barcode barcode, DeviceProfile usual) {
        if (barcode.profile() == null) {
            return usual;
        }
        DeviceProfile named = profiles.find(barcode.profile());
        if (named == null || !named.enabled()) {
            throw Refusal.invalid("barcode.profile", "must be an enabled profile of GET /api/v1/scan-profiles");
        }
        return named;
    }

    /** Refuses an unreadable label with BARCODE_UNREADABLE and its first reason. */
    public static ScanMeaning meaning(Reading reading) {
        if (reading.outcome() != Outcome.REJECT) {
            return reading.meaning();
        }
        ScanIssue issue =
                reading.issues().stream().filter(ScanIssue::rejects).findFirst().orElseThrow();
        throw Refusal.of(
                RefusalCode.BARCODE_UNREADABLE,
                Map.of("issue", issue.code().name(), "detail", issue.text(), "barcode", reading.canonical()));
    }

    private static byte[] bytes(String base64url) {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("barcode.bytes", "must be base64url");
        }
    }

    /** The plate whose label this is: SSCC, or LPN of our own; null when the label names goods. */
    public static @Nullable String plate(ScanMeaning meaning) {
        if (meaning.own() != null && meaning.own().kind() == OwnCode.Kind.LPN) {
            return PlateRules.code("barcode", meaning.own().code());
        }
        return meaning.sscc() == null || product(meaning) != null || meaning.lot() != null
                ? null
                : meaning.sscc().digits();
    }

    /**
     * The code under which an item has what a label is stuck to: its own GTIN, else the GTIN of what it contains, else
     * labeller and product of HIBC; null when the label names no product.
     */
    public static @Nullable String product(ScanMeaning meaning) {
        if (meaning.gtin14() != null) {
            return meaning.gtin14().digits();
        }
        if (meaning.contentGtin14() != null) {
            return meaning.contentGtin14().digits();
        }
        return meaning.hibc() == null ? null : meaning.hibc().itemCode();
    }
}
