/**
 * Who sent it and who got it, by REST: of a hold, a lot, a receiving order or an order; as JSON, CSV or XLSX under the
 * names of FSMA 204. Sees operations and kernel. Start reading at {@link dev.lotline.edge.api.trace.TraceAnswers}.
 */
@NullMarked
package dev.lotline.edge.api.trace;

import org.jspecify.annotations.NullMarked;
