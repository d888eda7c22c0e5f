/**
 * What there is: owners, items, their barcodes, components and lot policy. Sees kernel and gs1. Start reading at
 * {@link dev.lotline.stock.catalog.Item}.
 */
@NullMarked
package dev.lotline.stock.catalog;

import org.jspecify.annotations.NullMarked;
