package dev.lotline.stock.ledger;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent what, once: the part of an event that is the same for every operation.
 *
 * @param id made by the client; the key of idempotency within the warehouse
 * @param seq the device's own count, null when it keeps none
 * @param payloadHash SHA-256 (hex) of everything but the id; another hash under the same id is refused
 * @param effectHash the same without seq
 * @param payload the event as it came, kept for ever
 * @param at the device's clock: evidence, never order; null = it keeps none
 */
public record Envelope(
        UUID id,
        String device,
        @Nullable Long seq,
        String payloadHash,
        String effectHash,
        String payload,
        String actor,
        String language,
        @Nullable OffsetDateTime at) {}
