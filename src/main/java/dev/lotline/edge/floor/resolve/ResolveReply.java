package dev.lotline.edge.floor.resolve;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lotline.edge.floor.resolve.BarcodeResolver.Resolution;
import dev.lotline.edge.floor.resolve.ResolverSql.Hit;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.scan.Carrier;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.gs1.scan.ScanProfile;
import dev.lotline.operations.devices.DeviceProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A barcode explained: how it was read, field by field, and what it names here. */
record ResolveReply(
        Outcome outcome,
        Carrier carrier,
        String canonical,
        List<List<String>> ais,
        Map<String, Object> meaning,
        List<Issue> issues,
        List<String> explain,

        @Schema(description = "which characters became which element, by which rule")
        List<Field> fields,

        @Schema(description = "the profile it was read with, and its version")
        String profile,

        @Nullable String code,
        @Nullable String kind,
        String confidence,
        @Nullable Item item,
        @Nullable Lot lot,
        @Nullable LocalDate expirationDate,
        @Nullable BigDecimal quantity,
        @Nullable String location,
        @Nullable Document document,

        @Schema(description = "CARTON, PLATE: what is in it: owner, sku, lotNumber, expirationDate, quantity, state")
        @Nullable
        List<?> contents,

        @Schema(description = "what else it may be, the likeliest first, and why")
        List<Alternative> alternatives,

        @Schema(description = "of an unknown barcode: ATTACH, PRINT, IGNORE")
        List<String> actions) {

    private static final List<String> ACTIONS = List.of("ATTACH", "PRINT", "IGNORE");

    static ResolveReply of(
            Reading reading, Resolution resolution, DeviceProfile profile, Barcode barcode, LocalDate today) {
        Hit hit = resolution.hit();
        ScanMeaning meaning = reading.meaning();
        Lot lot = lot(hit, meaning);
        return new ResolveReply(
                resolution.suspicions().isEmpty() ? reading.outcome() : Outcome.WARN,
                reading.carrier(),
                reading.canonical(),
                reading.ais().stream().map(ai -> List.of(ai.ai(), ai.value())).toList(),
                meaning(meaning),
                issues(reading, resolution),
                explained(reading, resolution, profile, barcode),
                Field.of(reading, today),
                profile.name() + " " + profile.version(),
                resolution.code(),
                hit == null ? null : hit.kind(),
                resolution.confidence(),
                hit == null || hit.sku() == null ? null : new Item(hit.owner(), hit.sku(), hit.name()),
                lot,
                lot == null ? null : lot.expirationDate(),
                quantity(hit, meaning),
                hit == null ? null : hit.location(),
                hit == null || hit.document() == null ? null : new Document(hit.kind(), hit.owner(), hit.document()),
                hit == null ? null : hit.contents(),
                Alternative.of(resolution),
                "UNKNOWN_BARCODE".equals(resolution.code()) ? ACTIONS : List.of());
    }

    private static List<String> explained(
            Reading reading, Resolution resolution, DeviceProfile profile, Barcode barcode) {
        List<String> lines = new ArrayList<>();
        lines.add("profile " + profile.name() + " version " + profile.version());
        addEnds(lines, barcode.data() == null ? "" : barcode.data(), profile.scan());
        lines.addAll(reading.explain());
        lines.add(resolution.why());
        return lines;
    }

    private static void addEnds(List<String> lines, String data, ScanProfile scan) {
        if (!scan.prefix().isEmpty() && data.startsWith(scan.prefix())) {
            lines.add("removed prefix " + scan.prefix());
        }
        int end = data.length();
        while (end > 0 && scan.suffix().indexOf(data.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end < data.length()) {
            lines.add("removed " + (data.length() - end) + " of the characters that end a scan");
        }
    }

    private static List<Issue> issues(Reading reading, Resolution resolution) {
        List<Issue> issues = new ArrayList<>(
                reading.issues().stream().map(ResolveReply::issue).toList());
        if (!resolution.suspicions().isEmpty()) {
            issues.add(issue(ScanIssue.of(Code.SUSPECT_MISSING_GS, resolution.why())));
        }
        return issues;
    }

    /** What is known about the lot; what the books don't know, the label says. */
    private static @Nullable Lot lot(@Nullable Hit hit, ScanMeaning meaning) {
        String number = hit != null && hit.lotNumber() != null ? hit.lotNumber() : meaning.lot();
        LocalDate expiration =
                hit != null && hit.expirationDate() != null ? hit.expirationDate() : meaning.expirationDate();
        return number == null && expiration == null
                ? null
                : new Lot(hit == null ? null : hit.lotId(), number, expiration);
    }

    private static @Nullable BigDecimal quantity(@Nullable Hit hit, ScanMeaning meaning) {
        if (meaning.count() != null) {
            return BigDecimal.valueOf(meaning.count());
        }
        return hit == null ? null : hit.quantity();
    }

    private static Issue issue(ScanIssue issue) {
        return new Issue(issue.code().name(), issue.severity().name(), issue.ai(), issue.offset(), issue.text());
    }

    /** The typed values that were read, under the names of the scan grammar; absent ones are left out. */
    private static Map<String, Object> meaning(ScanMeaning meaning) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "sscc", meaning.sscc() == null ? null : meaning.sscc().digits());
        put(values, "gtin14", meaning.gtin14() == null ? null : meaning.gtin14().digits());
        put(
                values,
                "contentGtin14",
                meaning.contentGtin14() == null ? null : meaning.contentGtin14().digits());
        put(values, "variant", meaning.variant());
        put(values, "lot", meaning.lot());
        put(values, "serial", meaning.serial());
        put(values, "count", meaning.count());
        put(values, "useBy", date(meaning.useBy()));
        put(values, "bestBefore", date(meaning.bestBefore()));
        put(values, "sellBy", date(meaning.sellBy()));
        put(values, "produced", date(meaning.produced()));
        put(values, "packed", date(meaning.packed()));
        put(values, "netWeight", meaning.netWeight());
        put(values, "gln", meaning.gln());
        put(values, "glnExtension", meaning.glnExtension());
        put(values, "shipTo", meaning.shipTo());
        put(values, "orderReference", meaning.orderReference());
        put(values, "consignment", meaning.consignment());
        put(values, "shipment", meaning.shipment());
        put(values, "route", meaning.route());
        put(values, "labelSerial", meaning.labelSerial());
        put(values, "hibc", meaning.hibc());
        put(
                values,
                "own",
                meaning.own() == null
                        ? null
                        : Map.of(
                                "kind",
                                meaning.own().kind().name(),
                                "code",
                                meaning.own().code()));
        put(values, "text", meaning.text());
        return values;
    }

    private static @Nullable Map<String, String> date(@Nullable Gs1Date date) {
        return date == null
                ? null
                : Map.of(
                        "date",
                        date.date().toString(),
                        "precision",
                        date.precision().name());
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issue(
            String code,
            String severity,
            @Nullable String ai,
            @Nullable Integer offset,
            String text) {}

    record Item(
            @Nullable String owner, String sku, @Nullable String name) {}

    record Lot(
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate) {}

    record Document(String kind, @Nullable String owner, String reference) {}
}
