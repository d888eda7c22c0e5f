package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.rating.Cell;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in the house, as observations that go on as they are. */
final class Standing {
    private static final Set<String> HOLDS = Set.of("QUARANTINED", "SHORT_DATED", "DAMAGED");

    private final Map<String, Observations.Goods> goods = new HashMap<>();
    private final Map<String, Observations.Place> places = new HashMap<>();
    private final List<Observations.Holding> holdings = new ArrayList<>();
    private final Map<String, LocalDate> expires = new HashMap<>();
    private final List<Observations.Receipt> receipts;
    private final LocalDate end;
    final Map<String, String> names = new HashMap<>();

    Standing(House house, Iterable<Row> rows, List<Observations.Receipt> receipts, LocalDate end) {
        this.receipts = receipts;
        this.end = end;
        for (Row row : rows) {
            String sku = row.getString("sku");
            goods.computeIfAbsent(sku, none -> goods(row));
            places.put(
                    row.getString("location"),
                    new Observations.Place(
                            row.getString("type"),
                            row.getString("storage_class"),
                            row.getBigDecimal("volume"),
                            row.getString("temperature_class"),
                            row.getString("zone")));
            long lot = row.getLong("lot_id");
            String lotId = lot == 0 ? "" : String.valueOf(lot);
            if (lot > 0) {
                names.put(lotId, row.getString("lot"));
            }
            if (row.getLocalDate("expiration_date") != null) {
                expires.put(lotId, row.getLocalDate("expiration_date"));
            }
            hold(new Cell(house.ownerCode(), sku, lotId, row.getString("location")), row);
        }
    }

    private static Observations.Goods goods(Row row) {
        Number[] known = row.getArrayOfNumerics("sides") == null ? new Number[0] : row.getArrayOfNumerics("sides");
        List<BigDecimal> sides = new ArrayList<>();
        for (Number side : known) {
            sides.add(new BigDecimal(side.toString()));
        }
        BigDecimal volume = sides.stream().reduce(BigDecimal::multiply).orElse(null);
        return new Observations.Goods(sides, volume, row.getBigDecimal("weight"), false, null);
    }

    /** Units that are held, or on a plate, stand for themselves: a rule may charge something else for them. */
    private void hold(Cell cell, Row row) {
        BigDecimal free = row.getBigDecimal("units");
        JsonObject held = row.getJsonObject("held");
        JsonArray plated = row.getJsonArray("plated") == null ? new JsonArray() : row.getJsonArray("plated");
        for (String reason : held == null ? List.<String>of() : List.copyOf(held.fieldNames())) {
            BigDecimal units = number(held.getValue(reason));
            free = free.subtract(units);
            hold(cell, row, units, reason, plated);
        }
        hold(cell, row, free, null, plated);
    }

    private void hold(Cell cell, Row row, BigDecimal all, @Nullable String reason, JsonArray plated) {
        BigDecimal loose = all;
        for (int n = 0; n < plated.size(); n++) {
            JsonObject on = plated.getJsonObject(n);
            String state = HOLDS.contains(on.getString("state")) ? on.getString("state") : null;
            if (Objects.equals(state, reason)) {
                BigDecimal units = number(on.getValue("units")).min(loose);
                loose = loose.subtract(units);
                hold(cell, row, units, reason, String.valueOf(on.getValue("plate")));
            }
        }
        hold(cell, row, loose, reason, (String) null);
    }

    private void hold(Cell cell, Row row, BigDecimal units, @Nullable String reason, @Nullable String plate) {
        if (units.signum() > 0) {
            LocalDate since = row.getLocalDate("came");
            LocalDate received = row.getLocalDate("received");
            holdings.add(new Observations.Holding(cell, units, since, end, received, false, reason, plate));
        }
    }

    private static BigDecimal number(Object json) {
        return new BigDecimal(String.valueOf(json));
    }

    Observations observations() {
        return new Observations(goods, places, holdings, receipts);
    }

    /** @param from the last day that is known */
    There there(LocalDate from) {
        return new There(observations(), expires, from, end);
    }
}
