/**
 * Works the queue off: a thread for each printer that has work, one turn at a time. Sees {@code operations.printing}, the
 * labels and the link. Start reading at {@link dev.lotline.edge.printing.work.Turn}.
 */
@NullMarked
package dev.lotline.edge.printing.work;

import org.jspecify.annotations.NullMarked;
