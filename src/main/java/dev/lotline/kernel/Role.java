package dev.lotline.kernel;

/** What a credential is; what each role may do stands in {@code security/capabilities.csv}. */
public enum Role {
    ADMIN,
    SUPERVISOR,
    BILLING,
    DEVICE,
    INTEGRATION,
    MERCHANT
}
