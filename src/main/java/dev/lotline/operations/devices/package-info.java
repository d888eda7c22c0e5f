/**
 * What scans and how: the profiles of this installation and the devices that have them. Nothing here moves goods. Sees
 * kernel, gs1 and the warehouse's code. Start at {@link dev.lotline.operations.devices.Devices}.
 */
@NullMarked
package dev.lotline.operations.devices;

import org.jspecify.annotations.NullMarked;
