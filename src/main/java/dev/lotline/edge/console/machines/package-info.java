/** Printers with their queues and labels, and the devices that scan. */
@NullMarked
package dev.lotline.edge.console.machines;

import org.jspecify.annotations.NullMarked;
