/**
 * What people do about labels: ask for them, say what became of them, have them printed again. Every command once. Start
 * reading at {@link dev.lotline.operations.printing.desk.PrintDesk}.
 */
@NullMarked
package dev.lotline.operations.printing.desk;

import org.jspecify.annotations.NullMarked;
