/**
 * The day of a warehouse: at its midnight shelf life is judged anew, and stock, tasks and promises follow. Sees stock and
 * kernel. Start reading at {@link dev.lotline.operations.shelflife.DayClose}.
 */
@NullMarked
package dev.lotline.operations.shelflife;

import org.jspecify.annotations.NullMarked;
