/**
 * Labels as scanners see them: there, void, counted before. Sees {@code kernel}. Start reading at
 * {@link dev.lotline.operations.printing.scans.LabelScans}.
 */
@NullMarked
package dev.lotline.operations.printing.scans;

import org.jspecify.annotations.NullMarked;
