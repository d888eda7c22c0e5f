package dev.lotline.edge.floor.putaway;

import dev.lotline.kernel.Sentences;
import dev.lotline.operations.slotting.Suggestion;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place and its reason as it is said. */
@Schema(name = "PutawayPlace")
record Said(
        String location,
        Suggestion.Reason reason,

        @Schema(examples = {"The same lot is there, room for 40 more."})
        String say,

        @Schema(description = "units that may be put there, at most those asked for")
        BigDecimal quantity,

        @Schema(description = "units that fit there; null = the place has no limit") @Nullable
        BigDecimal room,

        @Schema(description = "the temperature that the item asks for; null = any") @Nullable
        String temperatureClass) {
    static Said of(Suggestion place, Locale language) {
        String say = Sentences.of(place.reason().name(), place.facts(), language);
        return new Said(
                place.location(), place.reason(), say, place.quantity(), place.room(), place.temperatureClass());
    }
}
