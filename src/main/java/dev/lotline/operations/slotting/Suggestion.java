package dev.lotline.operations.slotting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place for goods, and why it was chosen. */
@Schema(description = "A place for goods, best first, and why")
public record Suggestion(
        String location,
        Reason reason,

        @Schema(description = "units that may be put there, at most those asked for")
        BigDecimal quantity,

        @Schema(description = "units that fit there; null = the place has no limit") @Nullable
        BigDecimal room,

        @Schema(description = "the temperature that the item asks for; null = any") @Nullable
        String temperatureClass) {

    /** In order of preference. Each has its sentence in {@code messages*.properties}. */
    public enum Reason {
        SAME_LOT_THERE,
        SAME_ITEM_THERE,
        NEAREST_FREE,
        ROOM_BESIDE_OTHERS
    }

    /** What the sentence of the reason says. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>(Map.of("location", location));
        if (room != null) {
            facts.put("room", room);
        }
        if (temperatureClass != null) {
            facts.put("temperatureClass", temperatureClass);
        }
        return facts;
    }
}
