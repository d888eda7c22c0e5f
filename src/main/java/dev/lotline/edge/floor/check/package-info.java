/**
 * The scanner check: a sheet to scan, and what its scans tell about the settings of a scanner. Pure but for its resource;
 * books nothing and reads nothing of the house. Start at {@link dev.lotline.edge.floor.check.DiagnosisRules}.
 */
@NullMarked
package dev.lotline.edge.floor.check;

import org.jspecify.annotations.NullMarked;
