/**
 * Templates that a house has made for its own labels. Whether they may be used is for those who draw to say. Start reading
 * at {@link dev.lotline.operations.printing.templates.OwnTemplates}.
 */
@NullMarked
package dev.lotline.operations.printing.templates;

import org.jspecify.annotations.NullMarked;
