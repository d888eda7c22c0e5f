package dev.lotline.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Role;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final Set<Capability> READS =
            EnumSet.of(Capability.STOCK_READ, Capability.CATALOG_READ, Capability.INBOUND_READ, Capability.ORDER_READ);

    @Test
    void administrator_may_everything() {
        assertEquals(EnumSet.allOf(Capability.class), Capabilities.of(Role.ADMIN));
    }

    @Test
    void supervisor_may_all_but_keys_webhooks_rates_and_operation() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(
                        Capability.FEE_EDIT,
                        Capability.MONTH_CLOSE,
                        Capability.KEY_ADMIN,
                        Capability.WEBHOOK_ADMIN,
                        Capability.OPERATE)),
                Capabilities.of(Role.SUPERVISOR));
    }

    @Test
    void billing_writes_plans_closes_months_and_reads_what_they_are_about() {
        assertEquals(
                EnumSet.of(
                        Capability.STOCK_READ,
                        Capability.CATALOG_READ,
                        Capability.FEE_READ,
                        Capability.FEE_EDIT,
                        Capability.MONTH_CLOSE),
                Capabilities.of(Role.BILLING));
    }

    @Test
    void device_may_scan_report_damage_and_read() {
        Set<Capability> device = EnumSet.copyOf(READS);
        device.addAll(EnumSet.of(
                Capability.RESOLVE,
                Capability.SCAN,
                Capability.HOLD_LOT,
                Capability.HOLD_PLACE,
                Capability.DAMAGE,
                Capability.PRINT,
                Capability.RELABEL));
        assertEquals(device, Capabilities.of(Role.DEVICE));
    }

    @Test
    void integration_writes_documents_but_decides_no_exception() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(
                        Capability.LOT_CORRECT,
                        Capability.EXCEPTION,
                        Capability.RELEASE_LOT,
                        Capability.RELEASE_PLACE,
                        Capability.DISPOSE,
                        Capability.AUDIT_READ,
                        Capability.ADJUST_APPROVE,
                        Capability.LEDGER_CHECK,
                        Capability.DEVICE_ADMIN,
                        Capability.WEBHOOK_ADMIN,
                        Capability.RELABEL,
                        Capability.PRINTER_ADMIN,
                        Capability.FEE_EDIT,
                        Capability.MONTH_CLOSE,
                        Capability.KEY_ADMIN,
                        Capability.OPERATE)),
                Capabilities.of(Role.INTEGRATION));
    }

    @Test
    void merchant_reads_traces_and_sees_its_fees() {
        Set<Capability> merchant = EnumSet.copyOf(READS);
        merchant.addAll(EnumSet.of(Capability.TRACE, Capability.FEE_READ));
        assertEquals(merchant, Capabilities.of(Role.MERCHANT));
    }
}
