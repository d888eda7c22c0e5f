/**
 * The supervisor console: pages made on the server, readable without script. The address is the view: what is filtered,
 * where a list goes on and which dialog is open stand in it, and GET changes nothing.
 */
@NullMarked
package dev.lotline.edge.console;

import org.jspecify.annotations.NullMarked;
