/**
 * What keeps the house standing: start-up, security, health, clock, configuration. Sees kernel only and is imported by
 * nobody. Start reading at {@link dev.lotline.platform.Main}.
 */
@NullMarked
package dev.lotline.platform;

import org.jspecify.annotations.NullMarked;
