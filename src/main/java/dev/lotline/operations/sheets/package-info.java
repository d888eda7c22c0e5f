/**
 * Lists as files: the rows of a list under named columns, read in one snapshot and streamed as CSV or XLSX, for every
 * door alike. Sees kernel. Start reading at {@link dev.lotline.operations.sheets.Sheet}.
 */
@NullMarked
package dev.lotline.operations.sheets;

import org.jspecify.annotations.NullMarked;
