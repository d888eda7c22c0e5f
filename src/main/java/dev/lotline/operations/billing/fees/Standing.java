package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.rating.Cell;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in the house, as observations that go on as they are. */
final class Standing {
    private final Map<String, Observations.Goods> goods = new HashMap<>();
    private final Map<String, Observations.Place> places = new HashMap<>();
    private final List<Observations.Holding> holdings = new ArrayList<>();
    private final Map<String, LocalDate> expires = new HashMap<>();
    private final LocalDate end;
    final Map<String, String> names = new HashMap<>();

    Standing(House house, Iterable<Row> rows, LocalDate end) {
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

    /** Units that are held stand for themselves: a rule may charge nothing for them. */
    private void hold(Cell cell, Row row) {
        LocalDate since = row.getLocalDate("came");
        BigDecimal free = row.getBigDecimal("units");
        JsonObject held = row.getJsonObject("held");
        for (String reason : held == null ? List.<String>of() : List.copyOf(held.fieldNames())) {
            BigDecimal units = new BigDecimal(String.valueOf(held.getValue(reason)));
            free = free.subtract(units);
            holdings.add(
                    new Observations.Holding(cell, units, since, end, row.getLocalDate("received"), false, reason));
        }
        if (free.signum() > 0) {
            holdings.add(new Observations.Holding(cell, free, since, end, row.getLocalDate("received"), false, null));
        }
    }

    Observations observations() {
        return new Observations(goods, places, holdings);
    }

    /** @param from the last day that is known */
    There there(LocalDate from) {
        return new There(observations(), expires, from, end);
    }
}
