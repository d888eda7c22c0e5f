/**
 * GS1 Digital Link URIs: what they say, and how ours are written. A link is data like any other barcode; nothing here or
 * above ever opens one. Sees {@code gs1}. Start reading with {@link dev.lotline.gs1.link.DigitalLink}.
 */
@NullMarked
package dev.lotline.gs1.link;

import org.jspecify.annotations.NullMarked;
