package dev.kith.connect.zeek;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.RecordFormat;
import dev.kith.connect.source.SourceFormat;
import java.util.List;

/** What Zeek's logs can be written as. */
public final class ZeekFormats {
    private ZeekFormats() {}

    /** Tables, as Zeek writes them by default. */
    public static SourceFormat tables(Intel intel) {
        return new ZeekTables(intel);
    }

    /** Records in JSON. */
    public static List<RecordFormat> records(Intel intel) {
        return ZeekRecords.all(intel);
    }
}
