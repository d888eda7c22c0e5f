/** Items of an owner: found, added and changed, with their barcodes, lot policy and dimensions. */
@NullMarked
package dev.lotline.edge.console.catalog;

import org.jspecify.annotations.NullMarked;
