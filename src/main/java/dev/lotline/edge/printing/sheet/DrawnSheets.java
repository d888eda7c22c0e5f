package dev.lotline.edge.printing.sheet;

import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.printers.Printer;
import dev.lotline.operations.printing.printers.Printers;
import dev.lotline.operations.printing.sheets.LabelSheets;
import dev.lotline.operations.printing.sheets.PlaceSql;
import dev.lotline.operations.printing.sheets.PlaceSql.Wanted;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands on a sheet, looked up and drawn. */
@Singleton
final class DrawnSheets implements LabelSheets {
    private static final int MOST_NAME = 64;

    private final Sheets sheets;
    private final PlaceSql places;
    private final Printers printers;

    DrawnSheets(Sheets sheets, PlaceSql places, Printers printers) {
        this.sheets = sheets;
        this.places = places;
        this.printers = printers;
    }

    @Override
    public Uni<File> sheet(String kind, Look look, @Nullable String warehouse, Range range, Scope scope) {
        LabelKind found = LabelKind.named(kind);
        if (found == null) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        SheetOrder order = SheetOrder.of(found, look);
        String name = "lotline-" + found.name().toLowerCase(Locale.ROOT) + "." + look.format();
        return payloads(found, warehouse, range, scope).chain(payloads -> sheets.drawn(order, checked(payloads), name));
    }

    @Override
    public Uni<File> badges(List<@Nullable Badge> badges, Look look) {
        SheetOrder order = SheetOrder.of(LabelKind.BADGE, look);
        return sheets.drawn(order, badgePayloads(badges), "lotline-badges." + look.format());
    }

    private Uni<List<Map<String, String>>> payloads(
            LabelKind kind, @Nullable String warehouse, Range range, Scope scope) {
        return switch (kind) {
            case COMMANDS -> Uni.createFrom().item(List.of(Map.of()));
            case LOCATION, TOTE ->
                places.places(
                                new Wanted(
                                        named(warehouse),
                                        kind == LabelKind.TOTE,
                                        range.zone(),
                                        range.from(),
                                        range.to()),
                                Sheets.MOST + 1,
                                scope)
                        .map(all -> all.stream().map(DrawnSheets::payload).toList());
            case PRINTER ->
                printers.page(scope, named(warehouse), "", Sheets.MOST + 1)
                        .map(all -> all.stream().map(DrawnSheets::payload).toList());
            default -> throw Refusal.of(RefusalCode.NOT_FOUND);
        };
    }

    private static String named(@Nullable String warehouse) {
        if (warehouse == null) {
            throw Refusal.invalid("warehouse", "is required");
        }
        return warehouse;
    }

    private static Map<String, String> payload(PlaceSql.Place place) {
        Map<String, String> payload = new HashMap<>(Map.of("place", place.code()));
        if (place.zone() != null) {
            payload.put("zone", place.zone());
        }
        return payload;
    }

    private static Map<String, String> payload(Printer printer) {
        return Map.of("printer", printer.code());
    }

    private static List<Map<String, String>> checked(List<Map<String, String>> payloads) {
        if (payloads.isEmpty()) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        if (payloads.size() > Sheets.MOST) {
            throw Refusal.invalid("zone", "leaves more than " + Sheets.MOST + " labels: say zone, from and to");
        }
        return payloads;
    }

    private static List<Map<String, String>> badgePayloads(List<@Nullable Badge> badges) {
        FieldCheck check = new FieldCheck()
                .that(!badges.isEmpty(), "badges", "must have at least one badge")
                .that(badges.size() <= Sheets.MOST, "badges", "must have at most " + Sheets.MOST + " badges");
        check.done();
        List<Map<String, String>> payloads = new ArrayList<>();
        for (int n = 0; n < badges.size(); n++) {
            payloads.add(payload(check, "badges[" + n + "].", badges.get(n)));
        }
        check.done();
        return payloads;
    }

    private static Map<String, String> payload(FieldCheck check, String at, @Nullable Badge badge) {
        Badge given = badge == null ? new Badge(null, null, null) : badge;
        String code = orEmpty(given.code());
        String name = orEmpty(given.name());
        OwnCode own = OwnCode.parse(code);
        check.that(own != null && own.isRightBadge(), at + "code", "must be BDG- and 27 characters with their check")
                .text(at + "name", name, MOST_NAME)
                .text(at + "role", given.role(), MOST_NAME);
        return Map.of("code", code, "name", name, "role", orEmpty(given.role()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
