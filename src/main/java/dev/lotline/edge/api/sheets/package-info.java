/**
 * Lists as files: the rows of a list under named columns, streamed as CSV or XLSX. Shared by the doors like
 * {@code edge.api}; sees kernel. Start reading at {@link dev.lotline.edge.api.sheets.Sheet}.
 */
@NullMarked
package dev.lotline.edge.api.sheets;

import org.jspecify.annotations.NullMarked;
