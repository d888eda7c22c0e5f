/** Whose goods, in which warehouse: what most lists are narrowed to. */
@NullMarked
package dev.lotline.edge.console.shell.house;

import org.jspecify.annotations.NullMarked;
