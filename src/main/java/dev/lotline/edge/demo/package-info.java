/**
 * The demo warehouse: merchants, items, places, lots, receiving orders and orders as a house has them on an ordinary
 * day, made from the small tables in {@code demo/*.tsv} and brought in the way all goods come in. Sees operations and
 * stock. Start reading at {@code DemoWarehouse}, then {@code DemoPlan}.
 */
@NullMarked
package dev.lotline.edge.demo;

import org.jspecify.annotations.NullMarked;
