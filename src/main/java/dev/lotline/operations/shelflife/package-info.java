/**
 * The day of a warehouse: at its midnight shelf life is judged anew, and stock, tasks and promises follow; and stock
 * against its dates, read: what expires soon, and what will expire before it is sold. Sees stock and kernel. Start reading at {@link dev.lotline.operations.shelflife.DayClose}.
 */
@NullMarked
package dev.lotline.operations.shelflife;

import org.jspecify.annotations.NullMarked;
