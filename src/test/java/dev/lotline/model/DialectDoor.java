package dev.lotline.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A door through which a dialect is spoken: what it says of all items of a merchant, and what it must say. */
interface DialectDoor {
    /** Every door; a dialect that gets one of its own is added here. */
    List<DialectDoor> ALL = List.of(new RestDoor(), new ShipStreamDoor(), new EndlessDoor(), new FluentDoor());

    Said says(Merchant merchant) throws IOException, InterruptedException;

    /** Those of the formulas' answers that this door tells, by the names of {@link Told}. */
    Map<String, Object> must(House house);
}
