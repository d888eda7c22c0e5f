/**
 * What has changed since a moment, so that nobody who asks again and again misses a change, however long its transaction
 * took. Start reading at {@link dev.lotline.stock.since.ChangeMarks}.
 */
@NullMarked
package dev.lotline.stock.since;

import org.jspecify.annotations.NullMarked;
