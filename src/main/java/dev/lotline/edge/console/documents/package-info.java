/** What goes out: orders line by line, and why a lot was chosen. */
@NullMarked
package dev.lotline.edge.console.documents;

import org.jspecify.annotations.NullMarked;
