/**
 * GS1 on its own: application identifiers, element strings, keys, dates and pair rules. Plain Java that sees nothing of
 * ours, does no I/O but reading its own table, and has no clock: today is an argument. Start reading with
 * {@link dev.lotline.gs1.ElementString}.
 */
@NullMarked
package dev.lotline.gs1;

import org.jspecify.annotations.NullMarked;
