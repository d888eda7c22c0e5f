/** What comes in: the board of receiving orders, one of them with its exceptions, and announcing a new one. */
@NullMarked
package dev.lotline.edge.console.receiving;

import org.jspecify.annotations.NullMarked;
