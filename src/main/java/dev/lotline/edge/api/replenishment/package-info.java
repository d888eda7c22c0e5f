/** Pick faces over REST. Start reading at {@link dev.lotline.edge.api.replenishment.PickFaceResource}. */
@NullMarked
package dev.lotline.edge.api.replenishment;

import org.jspecify.annotations.NullMarked;
