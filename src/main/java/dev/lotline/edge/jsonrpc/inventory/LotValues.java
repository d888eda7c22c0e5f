package dev.lotline.edge.jsonrpc.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.jsonrpc.RpcFault;
import dev.lotline.edge.jsonrpc.inventory.LotSearch.Type;
import dev.lotline.kernel.FieldCheck;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values of filters, read as the type of their field. Pure; what can't be read ends with error 102. */
final class LotValues {
    private static final int DAY = 10;
    private static final DateTimeFormatter WITH_SPACE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private LotValues() {}

    static String read(Type type, JsonNode value, ZoneId zone) {
        String text = text(value);
        try {
            return switch (type) {
                case TEXT -> text;
                case ID -> Long.toString(Long.parseLong(text));
                case DATE -> day(text).toString();
                case MOMENT -> moment(text, zone);
                case UNITS -> units(text);
            };
        } catch (NumberFormatException notANumber) {
            throw RpcFault.filters("not a number: " + text);
        }
    }

    private static String units(String text) {
        BigDecimal units = new BigDecimal(text);
        if (Math.abs(units.scale()) > 20 || units.precision() > 20) {
            throw RpcFault.filters("not a quantity");
        }
        return units.toPlainString();
    }

    /** The day of a date, or of a moment as it is written. */
    static LocalDate day(String text) {
        boolean moment = text.length() > DAY && "T ".indexOf(text.charAt(DAY)) >= 0;
        try {
            return known(LocalDate.parse(moment ? text.substring(0, DAY) : text));
        } catch (DateTimeException notADate) {
            throw RpcFault.filters("not a date: " + text);
        }
    }

    /** With its offset, in UTC when it has none; a date is the beginning of that day. */
    private static String moment(String text, ZoneId zone) {
        try {
            if (text.length() == DAY) {
                return startOf(known(LocalDate.parse(text)), zone);
            }
            OffsetDateTime moment = text.indexOf(' ') == DAY
                    ? LocalDateTime.parse(text, WITH_SPACE).atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
            known(moment.toLocalDate());
            return moment.toString();
        } catch (DateTimeException notAMoment) {
            throw RpcFault.filters("not an instant: " + text);
        }
    }

    private static LocalDate known(LocalDate day) {
        String problem = FieldCheck.dateProblem(day);
        if (!problem.isEmpty()) {
            throw RpcFault.filters(day + " " + problem);
        }
        return day;
    }

    static String startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime().toString();
    }

    static String text(JsonNode value) {
        if (value.isTextual() && value.textValue().indexOf('\0') < 0 || value.isNumber()) {
            return value.asText();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "0";
        }
        throw RpcFault.filters("a value must be a text or a number");
    }

    static boolean truth(JsonNode value, String name) {
        return switch (value.isMissingNode() || value.isNull() ? "" : text(value)) {
            case "", "0", "false" -> false;
            case "1", "true" -> true;
            default -> throw RpcFault.filters(name + " must be 1 or 0");
        };
    }
}
