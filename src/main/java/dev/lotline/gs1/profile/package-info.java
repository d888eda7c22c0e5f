/**
 * How a device sends what it scanned: the knobs of a device profile, what they must not be, and what they do to a text.
 * Plain Java; sees nothing of ours, and {@code gs1.scan} reads with it. Start at
 * {@link dev.lotline.gs1.profile.ScanProfile}.
 */
@NullMarked
package dev.lotline.gs1.profile;

import org.jspecify.annotations.NullMarked;
