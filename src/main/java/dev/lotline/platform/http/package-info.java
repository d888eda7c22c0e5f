/**
 * The HTTP server around the doors: saying where it is when it has started, going down without dropping an
 * answer. Sees kernel only; nobody imports it.
 */
@NullMarked
package dev.lotline.platform.http;

import org.jspecify.annotations.NullMarked;
