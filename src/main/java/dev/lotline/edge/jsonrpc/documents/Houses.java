package dev.lotline.edge.jsonrpc.documents;

import dev.lotline.edge.jsonrpc.RpcFault;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers and codes of the warehouses that a caller may see, and whose documents they are. Pure. */
record Houses(Map<Long, String> codes, Map<String, Long> ids) {
    static Houses of(Map<Long, String> codes) {
        Map<String, Long> ids = new HashMap<>();
        codes.forEach((id, code) -> ids.put(code, id));
        return new Houses(codes, ids);
    }

    /** Ends with UNKNOWN_WAREHOUSE. */
    @Nullable
    String code(@Nullable Long id) {
        if (id != null && !codes.containsKey(id)) {
            throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", id);
        }
        return id == null ? null : codes.get(id);
    }

    @Nullable
    String id(@Nullable String code) {
        Long id = code == null ? null : ids.get(code);
        return id == null ? null : id.toString();
    }

    /** A merchant's own program need not say who it is. Ends with "missing parameter". */
    static String merchant(@Nullable String named, Scope scope) {
        Set<String> owners = scope.owners();
        if (named != null) {
            scope.requireOwner(named);
            return named;
        }
        if (owners == null || owners.size() != 1) {
            throw RpcFault.missing("merchant");
        }
        return owners.iterator().next();
    }
}
