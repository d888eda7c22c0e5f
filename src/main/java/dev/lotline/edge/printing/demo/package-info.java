/**
 * Printers without paper for the demo warehouse, and the page that shows what came out of them. Start reading at
 * {@link dev.lotline.edge.printing.demo.DemoPrinters}.
 */
@NullMarked
package dev.lotline.edge.printing.demo;

import org.jspecify.annotations.NullMarked;
