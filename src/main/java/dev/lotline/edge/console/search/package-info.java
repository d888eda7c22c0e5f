/** From a word that was typed or scanned to the page it means. */
@NullMarked
package dev.lotline.edge.console.search;

import org.jspecify.annotations.NullMarked;
