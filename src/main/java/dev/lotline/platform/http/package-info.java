/**
 * The HTTP server around the doors: going down without dropping an answer. Sees kernel only; nobody imports it.
 */
@NullMarked
package dev.lotline.platform.http;

import org.jspecify.annotations.NullMarked;
