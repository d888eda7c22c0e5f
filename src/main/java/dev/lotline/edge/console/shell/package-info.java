/** What every page of the console stands in: signing in, the frame, and what is not there. */
@NullMarked
package dev.lotline.edge.console.shell;

import org.jspecify.annotations.NullMarked;
