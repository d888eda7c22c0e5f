/** The owners and warehouses that a form or a filter offers to who looks at it. */
@NullMarked
package dev.lotline.edge.console.shell.choice;

import org.jspecify.annotations.NullMarked;
