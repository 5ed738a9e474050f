package dev.kith.server.report;

import dev.kith.server.report.ReportView.Fact;
import java.util.List;

/** An account concerned as the templates see it: what is usual for it beside what was odd. Texts may be empty. */
public record AccountView(
        String anchor,
        String account,
        String incidents,
        String incidentHref,
        List<Fact> strip,
        List<Habit> networks,
        List<Habit> devices,
        List<Habit> applications,
        List<Anomaly> anomalies,
        String anomaliesMore) {

    /** Something usual, with its share as a bar 160 wide; or something odd, and how well it is known. */
    public record Habit(String value, String name, String share, String width, boolean odd) {}

    /** A model that fired. */
    public record Anomaly(String time, String id, String model, String techniques, String score, List<Why> reasons) {}

    /** A reason of it. */
    public record Why(String sentence, String observed, String expected) {}
}
