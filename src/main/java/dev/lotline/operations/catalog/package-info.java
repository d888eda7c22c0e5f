/**
 * Items and places written: what each must be like, and how it is stored with all that belongs to it. Sees stock's
 * entities. Start reading at {@link dev.lotline.operations.catalog.Items}.
 */
@NullMarked
package dev.lotline.operations.catalog;

import org.jspecify.annotations.NullMarked;
