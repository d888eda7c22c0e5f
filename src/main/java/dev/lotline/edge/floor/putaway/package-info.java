/** Where to put what is in hand. Start reading at {@link dev.lotline.edge.floor.putaway.PutawayResource}. */
@NullMarked
package dev.lotline.edge.floor.putaway;

import org.jspecify.annotations.NullMarked;
