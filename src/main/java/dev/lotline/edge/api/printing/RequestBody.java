package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Keyed;
import dev.lotline.edge.api.Violations;
import dev.lotline.operations.printing.LabelRequest;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Labels that a person wants. */
@Schema(name = "LabelRequest")
public record RequestBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(required = true) @Nullable String warehouse,

        @Schema(required = true, description = "ITEM_LOT, LPN, PALLET, LOCATION, TOTE, HOLD, PRINTER, COMMANDS, TEST")
        @Nullable
        String kind,

        @Schema(
                description =
                        "What they are stuck to: owner, sku, lotNumber, expirationDate (ITEM_LOT); lpn (PALLET, LPN; LPN without = a roll of new numbers);"
                                + " location (LOCATION, TOTE); hold (HOLD); printer (PRINTER, TEST);"
                                + " with owner and order or receivingOrder they go when that is cancelled")
        @Nullable
        Map<String, @Nullable String> subject,

        @Schema(description = "Labels, 1 to 500; absent = 1", minimum = "1", maximum = "500") @Nullable
        Integer quantity,

        @Schema(description = "Code of a printer; absent = by the rules of the warehouse") @Nullable
        String printer,

        @Schema(description = "Who waits for it; absent = who asks") @Nullable
        String device,

        @Schema(description = "en or es; absent = en") @Nullable
        String language)
        implements Keyed {
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "ITEM_LOT", Set.of("owner", "sku"),
            "LPN", Set.of(),
            "PALLET", Set.of("lpn"),
            "LOCATION", Set.of("location"),
            "TOTE", Set.of("location"),
            "HOLD", Set.of("hold"),
            "PRINTER", Set.of("printer"),
            "TEST", Set.of("printer"),
            "COMMANDS", Set.of());
    private static final Set<String> KNOWN = Set.of(
            "owner",
            "sku",
            "lotNumber",
            "expirationDate",
            "lpn",
            "location",
            "hold",
            "printer",
            "order",
            "receivingOrder");

    JsonObject checked(String actor, String sender) {
        Violations violations = new Violations()
                .code("warehouse", warehouse)
                .required("kind", kind)
                .range("quantity", quantity, 1, LabelRequest.MOST)
                .text("printer", printer, 64)
                .text("device", device, 64);
        if (kind != null && !NEEDED.containsKey(kind)) {
            violations.add(
                    "kind",
                    "must be one of "
                            + String.join(
                                    ", ", NEEDED.keySet().stream().sorted().toList()));
        }
        if (language != null && !language.equals("en") && !language.equals("es")) {
            violations.add("language", "must be en or es");
        }
        JsonObject about = subject(violations);
        violations.refuse();
        return LabelRequest.payload(
                String.valueOf(kind),
                about,
                quantity == null ? 1 : quantity,
                printer,
                device == null ? sender : device,
                language == null ? "en" : language,
                actor);
    }

    private JsonObject subject(Violations violations) {
        Map<String, @Nullable String> given = subject == null ? Map.of() : subject;
        given.forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                violations.add("subject." + name, "is not known");
            } else {
                violations.text("subject." + name, value, 64);
            }
        });
        if (kind != null) {
            NEEDED.getOrDefault(kind, Set.of()).stream()
                    .sorted()
                    .forEach(name -> violations.required("subject." + name, given.get(name)));
        }
        if (given.get("order") != null || given.get("receivingOrder") != null) {
            violations.required("subject.owner", given.get("owner"));
        }
        JsonObject about = new JsonObject();
        given.forEach((name, value) -> about.put(name, value));
        typed(given, about, violations);
        return about;
    }

    private static void typed(Map<String, @Nullable String> given, JsonObject about, Violations violations) {
        String hold = given.get("hold");
        if (hold != null) {
            if (hold.matches("\\d{1,18}")) {
                about.put("hold", Long.parseLong(hold));
            } else {
                violations.add("subject.hold", "must be the number of a hold");
            }
        }
        String date = given.get("expirationDate");
        if (date != null) {
            try {
                LocalDate.parse(date);
            } catch (DateTimeParseException e) {
                violations.add("subject.expirationDate", "must be a date");
            }
        }
    }
}
