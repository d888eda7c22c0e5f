/** What was recorded, scan by scan, and whether the books hold. */
@NullMarked
package dev.lotline.edge.console.audit;

import org.jspecify.annotations.NullMarked;
