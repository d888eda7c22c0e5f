package dev.lotline.edge.jsonrpc.inventory;

import dev.lotline.edge.jsonrpc.ShipStreamWording;
import dev.lotline.edge.jsonrpc.ShipStreamWording.Format;
import dev.lotline.edge.jsonrpc.ShipStreamWording.Level;
import dev.lotline.edge.jsonrpc.inventory.LevelSql.ItemLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows, which come item by item, its sum first, as what a method tells of items. */
interface Items {
    /** Those that are complete with these rows. */
    List<Level> of(List<ItemLevel> rows);

    /** What was kept back because more might have come. */
    List<Level> last();

    /** {@code inventory.list}: a row is an item. */
    final class Listed implements Items {
        @Override
        public List<Level> of(List<ItemLevel> rows) {
            return rows.stream()
                    .map(row -> ShipStreamWording.item(row.sku(), row.told(), Format.NUMBER))
                    .toList();
        }

        @Override
        public List<Level> last() {
            return List.of();
        }
    }

    /** {@code inventory.details}: an item with its warehouses. */
    final class Detailed implements Items {
        private @Nullable Level item;
        private List<Level> detailed = List.of();

        @Override
        public List<Level> of(List<ItemLevel> rows) {
            List<Level> complete = new ArrayList<>();
            for (ItemLevel row : rows) {
                if (row.place() == 0) {
                    complete.addAll(last());
                    detailed = new ArrayList<>();
                    item = ShipStreamWording.detailed(row.sku(), row.told(), Format.TEXT, detailed);
                } else {
                    detailed.add(ShipStreamWording.inWarehouse(row.place(), row.told(), Format.TEXT));
                }
            }
            return complete;
        }

        @Override
        public List<Level> last() {
            Level last = item;
            item = null;
            return last == null ? List.of() : List.of(last);
        }
    }
}
