package dev.kith.simulate;

import java.util.List;

/**
 * What a partner does for a living.
 *
 * @param key names its topics
 * @param share of the partners, in [0, 1]
 * @param department those of ours who deal with it most
 * @param second those who deal with it too
 * @param words what such companies are called
 */
record Trade(String key, double share, String department, String second, List<String> words) {
    /** Shares chosen by hand. */
    static final List<Trade> ALL = List.of(
            new Trade(
                    "carrier",
                    0.26,
                    "Operations",
                    "Procurement",
                    List.of("Freight", "Haulage", "Lines", "Transport", "Spedition", "Cargo")),
            new Trade(
                    "customer",
                    0.3,
                    "Sales",
                    "Customer Service",
                    List.of("Foods", "Machinery", "Textiles", "Chemicals", "Furniture", "Medical", "Automotive")),
            new Trade("customs", 0.1, "Operations", "Operations", List.of("Customs", "Clearance", "Trade Services")),
            new Trade("storage", 0.08, "Warehouse", "Operations", List.of("Storage", "Cold Stores", "Terminals")),
            new Trade(
                    "supplier",
                    0.1,
                    "Procurement",
                    "Finance",
                    List.of("Packaging", "Pallets", "Tyres", "Fleet Leasing")),
            new Trade("insurer", 0.05, "Finance", "Customer Service", List.of("Insurance", "Underwriting")),
            new Trade("consultant", 0.05, "Finance", "Management", List.of("Advisory", "Audit", "Legal")),
            new Trade("it", 0.06, "IT", "Procurement", List.of("Systems", "Software", "Networks")));

    /** A trade, by its share. */
    static Trade any(Dice dice) {
        double left = dice.unit();
        for (Trade trade : ALL) {
            left -= trade.share();
            if (left < 0) {
                return trade;
            }
        }
        return ALL.get(0);
    }

    /** A title that somebody there may have. */
    String title(Dice dice) {
        return switch (key) {
            case "carrier" -> dice.pickOf("Operations Manager", "Fleet Planner", "Pricing Desk", "Accounts");
            case "customer" ->
                dice.pickOf("Supply Chain Manager", "Logistics Buyer", "Export Coordinator", "Accounts Payable");
            case "customs" -> dice.pickOf("Customs Declarant", "Compliance Officer");
            case "storage" -> dice.pickOf("Site Manager", "Stock Control", "Gate Office");
            case "insurer" -> dice.pickOf("Underwriter", "Claims Manager");
            case "consultant" -> dice.pickOf("Partner", "Senior Associate", "Audit Manager");
            case "it" -> dice.pickOf("Account Manager", "Support Engineer");
            default -> dice.pickOf("Account Manager", "Inside Sales", "Credit Control");
        };
    }
}
