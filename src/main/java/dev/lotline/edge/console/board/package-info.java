/** The board: what the floor needs within the hour, each figure the way to its rows. */
@NullMarked
package dev.lotline.edge.console.board;

import org.jspecify.annotations.NullMarked;
