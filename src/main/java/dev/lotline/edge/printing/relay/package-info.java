/**
 * Printers that are not called but call: behind an address translation, in a shop, at a customer's. A small program beside
 * them ({@code devices/printers/relay}) fetches their labels and says what became of each. Sees {@code operations.printing},
 * {@code edge.printing.work}. Start reading at {@link dev.lotline.edge.printing.relay.RelayResource}.
 */
@NullMarked
package dev.lotline.edge.printing.relay;

import org.jspecify.annotations.NullMarked;
