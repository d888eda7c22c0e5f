package dev.lotline.operations.access;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credential as it is listed: never its token. {@code owners} and {@code warehouses} null = all. */
public record CredentialView(
        String name,
        String role,
        @Nullable List<String> owners,
        @Nullable List<String> warehouses,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime revokedAt) {}
