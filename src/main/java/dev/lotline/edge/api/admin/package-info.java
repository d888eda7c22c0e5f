/**
 * Administration over REST: credentials. Sees kernel and edge.api. Start reading at {@code CredentialResource}.
 */
@NullMarked
package dev.lotline.edge.api.admin;

import org.jspecify.annotations.NullMarked;
