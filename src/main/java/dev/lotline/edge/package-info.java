/**
 * How the world talks to us: each door turns its own format into operations and their answers back. Sees everything
 * below; changes stock only through operations. Start reading at {@code dev.lotline.edge.floor}.
 */
@NullMarked
package dev.lotline.edge;

import org.jspecify.annotations.NullMarked;
