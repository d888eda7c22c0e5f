package dev.lotline.edge.jsonrpc.inventory;

import dev.lotline.edge.jsonrpc.Arguments;
import dev.lotline.edge.jsonrpc.Resource.Call;
import dev.lotline.edge.jsonrpc.ShipStreamWording;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** {@code inventory.lots}: filters, options. */
@Singleton
class LotMethods {
    private final LotSql sql;

    LotMethods(LotSql sql) {
        this.sql = sql;
    }

    Uni<?> search(Call call) {
        Arguments given = call.arguments().atMost(2);
        Scope scope = call.actor().scope();
        return sql.zone(scope).chain(zone -> {
            LotSearch search = LotSearch.of(given.at(0), given.at(1), zone);
            return sql.search(search, scope)
                    .map(found -> ShipStreamWording.page(
                            found.lots().stream().map(ShipStreamWording::lot).toList(), found.total(), search.limit()));
        });
    }
}
