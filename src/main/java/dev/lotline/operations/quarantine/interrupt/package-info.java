/**
 * What handhelds must hear at once, told to every node by the books. Sees kernel. Start reading at
 * {@link dev.lotline.operations.quarantine.interrupt.Interrupts}.
 */
@NullMarked
package dev.lotline.operations.quarantine.interrupt;

import org.jspecify.annotations.NullMarked;
