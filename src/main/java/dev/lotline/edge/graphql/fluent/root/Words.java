package dev.lotline.edge.graphql.fluent.root;

/** What arguments mean that more than one field has. */
final class Words {
    static final String CREATED = "Time of creation.";
    static final String UPDATED = "Time of last update.";
    static final String REF = "Unique reference identifiers.";
    static final String WORKFLOW = "[EntityName]::[Type], such as INVENTORY_POSITION::DEFAULT.";
    static final String VERSION = "Versions of the workflow: 1.";
    static final String POSITION_TYPE = "DEFAULT; others are refused.";
    static final String POSITION_STATUS = "CREATED, ACTIVE, INACTIVE; others are refused.";
    static final String QUANTITY_TYPE =
            "LAST_ON_HAND, RESERVED, SALE, CORRECTION, DELTA, ADJUSTMENT, EXPECTED, HELD; others are refused.";
    static final String QUANTITY_STATUS = "CREATED, ACTIVE, INACTIVE, PENDING, ON_HOLD; others are refused.";
    static final String CATALOGUE = "The catalogue in which they are.";
    static final String AMOUNT = "The actual amount of this specific Quantity record, in whole units.";
    static final String CONDITION = "The condition of the Inventory Quantity value; null = without any.";
    static final String EXPECTED = "When it is expected; what is not expected is in no range.";
    static final String STORAGE_AREA = "A reference to the Storage Area where this inventory is kept: places.";
    static final String FIRST = "Returns the first n elements from the list.";
    static final String LAST = "Returns the last n elements from the list.";
    static final String BEFORE = "Returns the elements in the list that come before the specified global ID.";
    static final String AFTER = "Returns the elements in the list that come after the specified global ID.";

    private Words() {}
}
