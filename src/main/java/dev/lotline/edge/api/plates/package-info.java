/** Licence plates and their numbers over REST. Start reading at {@link dev.lotline.edge.api.plates.PlateResource}. */
@NullMarked
package dev.lotline.edge.api.plates;

import org.jspecify.annotations.NullMarked;
