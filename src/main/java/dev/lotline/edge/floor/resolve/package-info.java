/**
 * What a barcode says and what it names here: the reading with the profile of its device, the tiers of the resolver, and
 * the explanation of both. Changes nothing. Sees gs1, kernel, stock and the devices. Start at
 * {@link dev.lotline.edge.floor.resolve.BarcodeResolver}.
 */
@NullMarked
package dev.lotline.edge.floor.resolve;

import org.jspecify.annotations.NullMarked;
