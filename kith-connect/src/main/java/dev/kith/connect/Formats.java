package dev.kith.connect;

import dev.kith.connect.alert.AlertCenter;
import dev.kith.connect.alert.AlertMapping;
import dev.kith.connect.alert.ElasticAlerts;
import dev.kith.connect.alert.GraphAlerts;
import dev.kith.connect.alert.MappedAlerts;
import dev.kith.connect.alert.OcsfFindings;
import dev.kith.connect.alert.RiskDetections;
import dev.kith.connect.alert.SuricataAlerts;
import dev.kith.connect.alert.WazuhAlerts;
import dev.kith.connect.entra.SignInFormat;
import dev.kith.connect.google.ReportsFormat;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.m365.AuditLogFormat;
import dev.kith.connect.m365.MessageTraceFormat;
import dev.kith.connect.source.CsvFormat;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.JsonFormat;
import dev.kith.connect.source.MailFormat;
import dev.kith.connect.source.MboxFormat;
import dev.kith.connect.source.RecordFormat;
import dev.kith.connect.source.SourceFormat;
import dev.kith.connect.zeek.ZeekFormats;
import dev.kith.event.EmailActivity;
import dev.kith.event.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Every kind of input there is. A new one is a package of its own and a line here. */
public final class Formats {
    private Formats() {}

    /**
     * @param mailParser makes an event of a mail's bytes; total, and safe for several threads
     */
    public static List<SourceFormat> all(
            BiFunction<byte[], SourceRef, EmailActivity> mailParser, Intel intel, InputSettings settings) {
        return all(mailParser, intel, Optional.empty(), UnaryOperator.identity(), settings);
    }

    /**
     * The same.
     *
     * @param mapping tells alerts that no format knows
     * @param watching is put around every format of records; it sees them as their sources wrote them
     */
    public static List<SourceFormat> all(
            BiFunction<byte[], SourceRef, EmailActivity> mailParser,
            Intel intel,
            Optional<AlertMapping> mapping,
            UnaryOperator<RecordFormat> watching,
            InputSettings settings) {
        List<RecordFormat> records = new ArrayList<>();
        mapping.map(MappedAlerts::new).ifPresent(records::add);
        records(intel).stream().map(watching).forEach(records::add);
        return List.of(
                new JsonFormat(records),
                ZeekFormats.tables(intel),
                new CsvFormat(records),
                new MboxFormat(mailParser, settings.mailBytesMax()),
                new MailFormat(mailParser, settings.mailBytesMax()));
    }

    /** Records in JSON or in tables, asked in this order. */
    private static List<RecordFormat> records(Intel intel) {
        List<RecordFormat> records = new ArrayList<>(List.of(
                new AuditLogFormat(intel),
                new SignInFormat(intel),
                new MessageTraceFormat(intel),
                new ReportsFormat(intel),
                new OcsfFindings(),
                new GraphAlerts(),
                new RiskDetections(),
                new AlertCenter(),
                new SuricataAlerts(),
                new ElasticAlerts(),
                new WazuhAlerts()));
        records.addAll(ZeekFormats.records(intel));
        return records;
    }
}
