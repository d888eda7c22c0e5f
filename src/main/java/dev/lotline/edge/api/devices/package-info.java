/**
 * Devices and their profiles over REST. Sees the shared parts of {@code edge.api} and {@code operations.devices}. Start
 * at {@link dev.lotline.edge.api.devices.DeviceResource}.
 */
@NullMarked
package dev.lotline.edge.api.devices;

import org.jspecify.annotations.NullMarked;
