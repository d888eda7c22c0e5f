/**
 * Quarantine and recall: stock that may not leave, and what becomes of it. Sees stock and kernel. Start reading at
 * {@link dev.lotline.operations.quarantine.Quarantine}; what happens in the books stands in {@code R__hold.sql}.
 */
@NullMarked
package dev.lotline.operations.quarantine;

import org.jspecify.annotations.NullMarked;
