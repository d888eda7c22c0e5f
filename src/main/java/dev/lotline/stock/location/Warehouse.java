package dev.lotline.stock.location;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A house with its own business date (time zone) and scan policies. */
@Entity
public class Warehouse extends PanacheEntityBase {
    /** What a picker proves: the lot by scanning it, or only the slot where it lies. */
    public enum LotVerification {
        LOT,
        SLOT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(updatable = false)
    public String code;

    @Column
    public String name;

    @Column
    public String timeZone;

    @Column
    public boolean active = true;

    /** Orders that name no warehouse go to the lowest number first. */
    @Column
    public int priority;

    /** When the carriers' cars leave, by its own clock; null = nobody said. */
    @Column
    public @Nullable LocalTime carrierCutOff;

    @Column
    @Enumerated(EnumType.STRING)
    public LotVerification lotVerification = LotVerification.LOT;

    /** Units above the announced quantity that are still counted: the larger of the two. */
    @Column
    public BigDecimal overReceiptPercent;

    @Column
    public BigDecimal overReceiptUnits;

    /** A difference of more units than this, and more than the percent of its lot, waits for a second person. */
    @Column
    public BigDecimal adjustUnits;

    @Column
    public BigDecimal adjustPercent;

    /** The same in value, in the currency of the house. */
    @Column
    public BigDecimal adjustValue;

    /** The id of a warehouse that is stored. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("warehouse " + code + " is not stored yet");
        }
        return id;
    }

    public static Uni<@Nullable Warehouse> named(String code) {
        return find("code", code).firstResult();
    }

    /** By code; {@code codes} null = all. */
    public static Uni<List<Warehouse>> page(@Nullable Set<String> codes, String after, int limit) {
        return codes == null
                ? Warehouse.<Warehouse>find("code > ?1 order by code", after)
                        .range(0, limit - 1)
                        .list()
                : Warehouse.<Warehouse>find("code > ?1 and code in ?2 order by code", after, codes)
                        .range(0, limit - 1)
                        .list();
    }
}
