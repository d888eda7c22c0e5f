package dev.lotline.edge.floor.raw;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A raw scan on its way: whose, which, and what is kept of it. */
record RawScan(String device, UUID id, @Nullable Long seq, String hash, String payload, RawScanBody body) {}
