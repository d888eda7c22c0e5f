package dev.lotline.operations.plates;

import dev.lotline.gs1.Sscc;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What plates are called, and what a command about them must say. Pure. */
public final class PlateRules {
    private static final int MOST_UNITS = 200;
    private static final int MOST_CODE = 64;
    private static final Pattern REPRINT = Pattern.compile("\\.R\\d{1,4}$");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]([A-Z0-9.-]*[A-Z0-9])?");
    private static final Set<String> STATES =
            new TreeSet<>(Set.of("RECEIVED", "STOWED", "AVAILABLE", "QUARANTINED", "SHORT_DATED", "DAMAGED"));

    private PlateRules() {}

    /**
     * The code as it is kept: an SSCC as 18 digits (typed with or without its AI 00), an LPN without prefix and without
     * the number of its reprint. Refuses with VALIDATION_FAILED what can be neither.
     */
    public static String code(String field, String text) {
        String typed = text.startsWith("(00)") ? text.substring("(00)".length()) : text;
        String digits = typed.length() == 20 && typed.startsWith("00") ? typed.substring(2) : typed;
        if (Sscc.parse(digits) != null) {
            return digits;
        }
        OwnCode own = OwnCode.parse(text);
        String code = own != null && own.kind() == OwnCode.Kind.LPN ? own.code() : text;
        String first = REPRINT.matcher(code).replaceFirst("");
        if (first.length() > MOST_CODE || !CODE.matcher(first).matches()) {
            throw Refusal.invalid(field, "must be an SSCC or an LPN: capitals, digits, dots and hyphens");
        }
        if (first.matches("[0-9]{18}")) {
            throw Refusal.invalid(field, "has a wrong check digit for an SSCC");
        }
        return first;
    }

    /** Ends with VALIDATION_FAILED naming every wrong field, UNKNOWN_OWNER outside the scope. */
    static void check(@Nullable List<PlateUnits> contents, Scope scope) {
        FieldCheck check = new FieldCheck()
                .that(contents != null && !contents.isEmpty(), "contents", "must have at least one line")
                .that(
                        contents == null || contents.size() <= MOST_UNITS,
                        "contents",
                        "must have at most " + MOST_UNITS + " lines");
        check.done();
        for (int n = 0; contents != null && n < contents.size(); n++) {
            String at = "contents[" + n + "]";
            @Nullable PlateUnits units = contents.get(n);
            check.that(units != null, at, "is required");
            if (units != null) {
                check.code(at + ".owner", units.owner())
                        .code(at + ".sku", units.sku())
                        .optionalCode(at + ".lotNumber", units.lotNumber())
                        .date(at + ".expirationDate", units.expirationDate())
                        .units(at + ".quantity", units.quantity(), Quantity.MAX_DECIMALS);
                if (units.state() != null) {
                    check.oneOf(at + ".state", units.state(), STATES);
                }
            }
        }
        check.done();
        if (contents != null) {
            contents.forEach(units -> scope.requireOwner(units.owner()));
        }
    }

    /** A plate is seen by who may see everything on it. */
    static boolean covers(Scope scope, Collection<String> owners) {
        return owners.stream().allMatch(scope::coversOwner);
    }
}
