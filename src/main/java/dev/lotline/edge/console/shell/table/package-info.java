/**
 * What every table of the console can do: columns that are sorted and chosen, filters as chips, pages by key, and the
 * same rows as a file. The address holds all of it. Start reading at {@link dev.lotline.edge.console.shell.table.Table}.
 */
@NullMarked
package dev.lotline.edge.console.shell.table;

import org.jspecify.annotations.NullMarked;
