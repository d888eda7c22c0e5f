package dev.lotline.edge.jsonrpc.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lotline.edge.jsonrpc.RpcFault;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A search for lots, understood: conditions that must all hold, an order, a page. Pure; everything that is not known or
 * can't be read ends with error 102.
 *
 * @param page from 1
 */
record LotSearch(List<Condition> conditions, Field sortField, boolean descending, int page, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final int MOST_PAGES = 1_000_000;
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_CONDITIONS = 50;

    /** What values of a field look like. */
    enum Type {
        TEXT,
        ID,
        DATE,
        MOMENT,
        UNITS
    }

    /** What can be filtered and sorted by. */
    enum Field {
        LOT_ID(Type.ID),
        SKU(Type.TEXT),
        NAME(Type.TEXT),
        LOT_NUMBER(Type.TEXT),
        EXPIRATION_DATE(Type.DATE),
        ORIGINATION_DATE(Type.DATE),
        IS_ACTIVE(Type.ID),
        GROUP_VALUE(Type.TEXT),
        CREATED_AT(Type.MOMENT),
        QTY_PUTAWAY(Type.UNITS),
        QTY_AVAILABLE(Type.UNITS),
        QTY_RESERVED(Type.UNITS);

        private static final Map<String, Field> BY_NAME = Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(
                        field -> field.name().toLowerCase(Locale.ROOT), Function.identity()));

        final Type type;

        Field(Type type) {
            this.type = type;
        }

        static Field named(String name) {
            Field field = BY_NAME.get(name);
            if (field == null) {
                throw RpcFault.filters("unknown field " + name);
            }
            return field;
        }
    }

    /** How a field is compared; FROM and TO have become GTEQ, LTEQ or, for a whole day, LT. */
    enum Test {
        EQ,
        NEQ,
        STARTS,
        GT,
        LT,
        GTEQ,
        LTEQ,
        IN,
        NIN,
        NULL,
        NOTNULL
    }

    /** @param values as text that the database reads as the field's type; empty for NULL and NOTNULL */
    record Condition(Field field, Test test, List<String> values) {}

    /** @param zone whose days "from" and "to" mean */
    static LotSearch of(JsonNode filters, JsonNode options, ZoneId zone) {
        List<Condition> conditions = new ArrayList<>();
        object(filters, "filters").properties().forEach(filter -> {
            Field field = Field.named(filter.getKey());
            if (filter.getValue().isValueNode()) {
                conditions.add(condition(field, "eq", filter.getValue(), false, zone));
                return;
            }
            boolean moments = LotValues.truth(filter.getValue().path("datetime"), "datetime");
            object(filter.getValue(), filter.getKey()).properties().forEach(each -> {
                if (!each.getKey().equals("datetime")) {
                    conditions.add(condition(field, each.getKey(), each.getValue(), moments, zone));
                }
            });
        });
        if (conditions.size() > MOST_CONDITIONS) {
            throw RpcFault.filters("at most " + MOST_CONDITIONS + " conditions");
        }
        return options(conditions, object(options, "options"));
    }

    private static LotSearch options(List<Condition> conditions, JsonNode options) {
        Field sort = Field.LOT_ID;
        boolean descending = false;
        int page = 1;
        int limit = USUAL;
        for (Map.Entry<String, JsonNode> option : options.properties()) {
            JsonNode value = option.getValue();
            switch (option.getKey()) {
                case "sort_field" -> sort = Field.named(value.asText());
                case "sort_dir" -> descending = descending(value.asText());
                case "page" -> page = count(value, "page", MOST_PAGES);
                case "limit" -> limit = count(value, "limit", MOST);
                default -> throw RpcFault.filters("unknown option " + option.getKey());
            }
        }
        return new LotSearch(List.copyOf(conditions), sort, descending, page, limit);
    }

    private static Condition condition(Field field, String operator, JsonNode value, boolean moments, ZoneId zone) {
        return switch (operator) {
            case "eq" -> single(field, Test.EQ, value, zone);
            case "neq" -> single(field, Test.NEQ, value, zone);
            case "gt" -> single(field, Test.GT, value, zone);
            case "lt" -> single(field, Test.LT, value, zone);
            case "gteq" -> single(field, Test.GTEQ, value, zone);
            case "lteq" -> single(field, Test.LTEQ, value, zone);
            case "starts" -> starts(field, value);
            case "in" -> list(field, Test.IN, value, zone);
            case "nin" -> list(field, Test.NIN, value, zone);
            case "null" -> new Condition(field, LotValues.truth(value, operator) ? Test.NULL : Test.NOTNULL, List.of());
            case "notnull" ->
                new Condition(field, LotValues.truth(value, operator) ? Test.NOTNULL : Test.NULL, List.of());
            case "from" -> from(field, value, moments, zone);
            case "to" -> to(field, value, moments, zone);
            default -> throw RpcFault.filters("unknown operator " + operator);
        };
    }

    private static Condition from(Field field, JsonNode value, boolean moments, ZoneId zone) {
        if (field.type != Type.MOMENT || moments) {
            return single(field, Test.GTEQ, value, zone);
        }
        return new Condition(field, Test.GTEQ, List.of(LotValues.startOf(LotValues.day(LotValues.text(value)), zone)));
    }

    /** Inclusive: a day is meant to its end. */
    private static Condition to(Field field, JsonNode value, boolean moments, ZoneId zone) {
        if (field.type != Type.MOMENT || moments) {
            return single(field, Test.LTEQ, value, zone);
        }
        return new Condition(
                field,
                Test.LT,
                List.of(LotValues.startOf(LotValues.day(LotValues.text(value)).plusDays(1), zone)));
    }

    private static Condition starts(Field field, JsonNode value) {
        if (field.type == Type.MOMENT || field.type == Type.UNITS) {
            throw RpcFault.filters("starts is for texts, dates and ids");
        }
        return new Condition(field, Test.STARTS, List.of(LotValues.text(value)));
    }

    private static Condition single(Field field, Test test, JsonNode value, ZoneId zone) {
        return new Condition(field, test, List.of(LotValues.read(field.type, value, zone)));
    }

    private static Condition list(Field field, Test test, JsonNode values, ZoneId zone) {
        if (!values.isArray() || values.size() > MOST_VALUES) {
            throw RpcFault.filters("in and nin take an array of at most " + MOST_VALUES);
        }
        List<String> read = new ArrayList<>(values.size());
        values.forEach(value -> read.add(LotValues.read(field.type, value, zone)));
        return new Condition(field, test, List.copyOf(read));
    }

    private static boolean descending(String direction) {
        return switch (direction.toUpperCase(Locale.ROOT)) {
            case "ASC" -> false;
            case "DESC" -> true;
            default -> throw RpcFault.filters("sort_dir must be ASC or DESC");
        };
    }

    private static int count(JsonNode value, String name, int most) {
        String text = LotValues.text(value);
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw RpcFault.filters(name + " must be a whole number between 1 and " + most);
        }
        return Integer.parseInt(text);
    }

    /** An empty array is an empty object to many a client. */
    private static JsonNode object(JsonNode node, String name) {
        boolean nothing = node.isMissingNode() || node.isNull() || node.isArray() && node.isEmpty();
        if (!nothing && !node.isObject()) {
            throw RpcFault.filters(name + " must be an object");
        }
        return nothing ? JsonNodeFactory.instance.objectNode() : node;
    }
}
