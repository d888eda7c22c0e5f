/**
 * Who comes in and what they may do: bearer tokens, the capabilities of each role, the check in front of every
 * endpoint. Sees kernel only; nobody imports it. Start reading at {@code BearerMechanism}, then {@code NeedsFilter}.
 */
@NullMarked
package dev.lotline.platform.security;

import org.jspecify.annotations.NullMarked;
