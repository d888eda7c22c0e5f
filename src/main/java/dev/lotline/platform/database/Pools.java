package dev.lotline.platform.database;

import io.quarkus.arc.Unremovable;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the pools so that they keep every statement prepared. The client keeps those of up to 2,048 characters; ours are
 * longer where one statement answers a whole question, and were parsed and planned anew each time.
 */
final class Pools {
    /** Of all statements together on one connection; the least recently used goes. */
    private static final int STATEMENTS = 256;

    @Produces
    @Singleton
    @Unremovable
    static PgPoolCreator main() {
        return Pools::pool;
    }

    @Produces
    @Singleton
    @Unremovable
    @ReactiveDataSource("printing")
    static PgPoolCreator printing() {
        return Pools::pool;
    }

    @Produces
    @Singleton
    @Unremovable
    @ReactiveDataSource("messaging")
    static PgPoolCreator messaging() {
        return Pools::pool;
    }

    @Produces
    @Singleton
    @Unremovable
    @ReactiveDataSource("figures")
    static PgPoolCreator figures() {
        return Pools::pool;
    }

    private static Pool pool(PgPoolCreator.Input wanted) {
        List<SqlConnectOptions> databases = new ArrayList<>(wanted.pgConnectOptionsList());
        databases.forEach(database -> database.setPreparedStatementCacheMaxSize(STATEMENTS)
                .setPreparedStatementCacheSqlFilter(statement -> true));
        return PgBuilder.pool()
                .with(wanted.poolOptions())
                .connectingTo(databases)
                .using(wanted.vertx())
                .build();
    }
}
