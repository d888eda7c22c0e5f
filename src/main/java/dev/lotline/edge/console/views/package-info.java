/** Views that a person has named: an address each, for that person alone. */
@NullMarked
package dev.lotline.edge.console.views;

import org.jspecify.annotations.NullMarked;
