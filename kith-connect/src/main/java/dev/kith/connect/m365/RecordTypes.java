package dev.kith.connect.m365;

import java.util.Map;

/** The record types that are told apart, by AuditLogRecordType of the Management Activity API's schema. */
final class RecordTypes {
    static final int EXCHANGE_ADMIN = 1;
    static final int EXCHANGE_ITEM = 2;
    static final int EXCHANGE_ITEM_GROUP = 3;
    static final int SHAREPOINT_FILE = 6;
    static final int ENTRA = 8;
    static final int SHAREPOINT_SHARING = 14;
    static final int ENTRA_SIGN_IN = 15;
    static final int ALERT = 40;
    static final int EXCHANGE_ITEM_AGGREGATED = 50;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("ExchangeAdmin", EXCHANGE_ADMIN),
            Map.entry("ExchangeItem", EXCHANGE_ITEM),
            Map.entry("ExchangeItemGroup", EXCHANGE_ITEM_GROUP),
            Map.entry("SharePointFileOperation", SHAREPOINT_FILE),
            Map.entry("AzureActiveDirectory", ENTRA),
            Map.entry("SharePointSharingOperation", SHAREPOINT_SHARING),
            Map.entry("AzureActiveDirectoryStsLogon", ENTRA_SIGN_IN),
            Map.entry("SecurityComplianceAlerts", ALERT),
            Map.entry("ExchangeItemAggregated", EXCHANGE_ITEM_AGGREGATED));

    private RecordTypes() {}

    static int number(String word) {
        return NUMBERS.getOrDefault(word, -1);
    }
}
