/**
 * The handhelds' door: facts in device order, one verdict each; barcodes explained; the next work. Sees operations,
 * stock, gs1 and kernel. Start reading at {@link dev.lotline.edge.floor.FloorResource}.
 */
@NullMarked
package dev.lotline.edge.floor;

import org.jspecify.annotations.NullMarked;
