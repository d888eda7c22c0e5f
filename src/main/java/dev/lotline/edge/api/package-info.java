/**
 * What all REST doors share: problem documents, JSON rules, violations, paging. The doors themselves stand in its
 * sub-packages, which may see this one but never each other. Start reading at {@code ProblemMappers}.
 */
@NullMarked
package dev.lotline.edge.api;

import org.jspecify.annotations.NullMarked;
