/**
 * Pick faces that are filled up from reserve. The tasks are made by the ledger: when a pick leaves a face with too little,
 * when release finds stock only where one may not pick, and when it is asked to look at all of them. Start reading at
 * {@link dev.lotline.operations.replenishment.PickFaces}; the choosing is in {@code R__replenish.sql}.
 */
@NullMarked
package dev.lotline.operations.replenishment;

import org.jspecify.annotations.NullMarked;
