package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.rating.Cell;
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
    final Map<String, String> names = new HashMap<>();

    Standing(House house, Iterable<Row> rows, LocalDate since, LocalDate end) {
        for (Row row : rows) {
            String sku = row.getString("sku");
            String location = row.getString("location");
            Number[] known = row.getArrayOfNumerics("sides") == null ? new Number[0] : numbers(row);
            List<BigDecimal> sides = new ArrayList<>();
            for (Number side : known) {
                sides.add(new BigDecimal(side.toString()));
            }
            BigDecimal volume = sides.stream().reduce(BigDecimal::multiply).orElse(null);
            goods.put(sku, new Observations.Goods(sides, volume, row.getBigDecimal("weight"), false, null));
            places.put(
                    location,
                    new Observations.Place(
                            row.getString("type"),
                            row.getString("storage_class"),
                            row.getBigDecimal("volume"),
                            row.getString("temperature_class"),
                            row.getString("zone")));
            long lot = row.getLong("lot_id");
            if (lot > 0) {
                names.put(String.valueOf(lot), row.getString("lot"));
            }
            Cell cell = new Cell(house.ownerCode(), sku, lot == 0 ? "" : String.valueOf(lot), location);
            holdings.add(new Observations.Holding(
                    cell, row.getBigDecimal("units"), since, end, row.getLocalDate("received"), false, null));
        }
    }

    private static Number[] numbers(Row row) {
        return row.getArrayOfNumerics("sides");
    }

    Observations observations() {
        return new Observations(goods, places, holdings);
    }
}
