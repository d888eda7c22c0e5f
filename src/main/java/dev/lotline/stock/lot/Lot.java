package dev.lotline.stock.lot;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lot of an item. Its identity is (item, lot number or none, expiration or none), at least one of the two; the same
 * number with another expiration is another lot.
 */
@Entity
public class Lot extends PanacheEntityBase {
    /** Whether its units may leave. */
    public enum Hold {
        NONE,
        QUARANTINED,
        RECALLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(updatable = false)
    public long itemId;

    @Column(updatable = false)
    public @Nullable String lotNumber;

    @Column(updatable = false)
    public @Nullable LocalDate expirationDate;

    public @Nullable LocalDate originationDate;
    public @Nullable String groupValue;

    @Column
    public boolean active = true;

    /** Changed by holds only. */
    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    public Hold hold = Hold.NONE;

    /** Set by the database; read it with {@link #stored}. */
    @Column(insertable = false, updatable = false)
    public OffsetDateTime createdAt;

    /** Writes a new lot and reads back what the database added. */
    public Uni<Lot> stored() {
        return persistAndFlush()
                .chain(() -> getSession())
                .chain(session -> session.refresh(this))
                .replaceWith(this);
    }

    public static Uni<@Nullable Lot> ofItem(long itemId, long lotId) {
        return find("id = ?1 and itemId = ?2", lotId, itemId).firstResult();
    }

    public static Uni<@Nullable Lot> identified(long itemId, @Nullable String lotNumber, @Nullable LocalDate expires) {
        if (lotNumber == null) {
            return find("itemId = ?1 and lotNumber is null and expirationDate = ?2", itemId, expires)
                    .firstResult();
        }
        if (expires == null) {
            return find("itemId = ?1 and lotNumber = ?2 and expirationDate is null", itemId, lotNumber)
                    .firstResult();
        }
        return find("itemId = ?1 and lotNumber = ?2 and expirationDate = ?3", itemId, lotNumber, expires)
                .firstResult();
    }

    /** By age in the books. */
    public static Uni<List<Lot>> page(long itemId, long afterId, int limit) {
        return Lot.<Lot>find("itemId = ?1 and id > ?2 order by id", itemId, afterId)
                .range(0, limit - 1)
                .list();
    }
}
