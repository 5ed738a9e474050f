package dev.kith.connect.link;

import dev.kith.connect.intel.Intel;

/** Text of a page outside of links, gathered up to where a line or box ends: an address may be cut by tags. */
final class TextRun {
    private final Intel intel;
    private final LinkCollector links;
    private final StringBuilder text = new StringBuilder();
    private boolean quoted;

    TextRun(Intel intel, LinkCollector links) {
        this.intel = intel;
        this.links = links;
    }

    void add(String more, boolean inQuote) {
        if (inQuote != quoted) {
            flush();
            quoted = inQuote;
        }
        text.append(more);
    }

    /** Searches what was gathered for addresses. */
    void flush() {
        String all = text.length() > 7 ? text.toString() : "";
        text.setLength(0);
        if (all.contains("://") || all.contains("www.")) {
            new TextScan(intel, all, quoted, links).scan();
        }
    }
}
