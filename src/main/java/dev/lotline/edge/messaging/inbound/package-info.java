/**
 * Documents that a broker brings: the same commands as by REST, with the credential of the site. Sees operations and kernel.
 * Start reading at {@link dev.lotline.edge.messaging.inbound.DocumentChannels}.
 */
@NullMarked
package dev.lotline.edge.messaging.inbound;

import org.jspecify.annotations.NullMarked;
