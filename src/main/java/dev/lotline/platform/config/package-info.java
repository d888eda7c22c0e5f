/**
 * Everything of Lotline's own that can be set, with its default: {@link dev.lotline.platform.config.Settings}. Whoever
 * needs one asks for it by its key; the page for operators is made from here. Sees kernel only; nobody imports it.
 */
@NullMarked
package dev.lotline.platform.config;

import org.jspecify.annotations.NullMarked;
