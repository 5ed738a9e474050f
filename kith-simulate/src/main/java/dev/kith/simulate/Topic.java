package dev.kith.simulate;

import java.util.List;

/** What people of two organisations, or of ours, write to each other about. Its texts are rules of the grammar, by key. */
enum Topic {
    BOOKING("booking", "carrier customer", 5, 0.3, 2.6, Enclosure.NONE),
    DELAY("delay", "carrier customer customs storage", 3, 0.7, 2.2, Enclosure.NONE),
    RATES("rates", "carrier customer supplier it", 2, 0.45, 2.8, Enclosure.WORKBOOK),
    INVOICE("invoice", "carrier supplier storage customs it consultant insurer", 3, 0.95, 1.5, Enclosure.INVOICE),
    REMINDER("reminder", "carrier supplier storage customs", 1, 0.95, 1.9, Enclosure.NONE),
    REMITTANCE("remittance", "carrier supplier storage customs customer", 1, 0.35, 1.3, Enclosure.PDF),
    CUSTOMS("customs", "customs customer carrier", 3, 0.5, 2.6, Enclosure.PDF),
    PROOF("proof", "carrier storage", 2, 0.55, 1.8, Enclosure.PDF),
    CLAIM("claim", "insurer customer carrier", 1, 0.5, 3.2, Enclosure.PDF),
    TENDER("tender", "customer carrier", 1, 0.75, 3.0, Enclosure.WORKBOOK),
    MEETING("meeting", "carrier customer customs storage supplier insurer consultant it", 2, 0.5, 2.2, Enclosure.NONE),
    CONTRACT("contract", "insurer consultant it customer carrier", 1, 0.6, 2.8, Enclosure.DOCUMENT),
    FORECAST("forecast", "customer storage", 2, 0.8, 1.7, Enclosure.WORKBOOK),
    STOCK("stock", "storage customer", 2, 0.6, 2.0, Enclosure.WORKBOOK),
    SUPPORT("support", "it", 4, 0.4, 3.0, Enclosure.NONE),
    SUPPLY("supply", "supplier", 3, 0.4, 2.2, Enclosure.PDF),
    AUDIT("audit", "consultant insurer", 2, 0.7, 2.4, Enclosure.NONE),
    BANK_LAWFUL("banknotice", "supplier carrier", 0.08, 1.0, 2.4, Enclosure.PDF),
    INQUIRY("inquiry", "newcomer", 3, 1, 2.6, Enclosure.NONE),
    PITCH("pitch", "newcomer", 3, 1, 1.2, Enclosure.NONE),
    APPLICATION("application", "applicant", 1, 1, 1.8, Enclosure.PDF),
    INTERNAL_QUESTION("inquestion", "ours", 6, 1, 2.2, Enclosure.NONE),
    INTERNAL_REPORT("inreport", "ours", 3, 1, 1.3, Enclosure.WORKBOOK),
    INTERNAL_SHIFT("inshift", "ours", 3, 1, 2.0, Enclosure.NONE),
    INTERNAL_HELP("inhelp", "ours", 2, 1, 2.3, Enclosure.NONE),
    INTERNAL_SOCIAL("insocial", "ours", 2, 1, 1.8, Enclosure.NONE),
    INTERNAL_APPROVAL("inapproval", "ours", 2, 1, 1.9, Enclosure.PDF),
    INTERNAL_SHARE("inshare", "ours", 2, 1, 1.4, Enclosure.NONE);

    private final String key;
    private final String trades;
    private final double weight;
    private final double theyOpen;
    private final double turns;
    private final Enclosure enclosure;

    Topic(String key, String trades, double weight, double theyOpen, double turns, Enclosure enclosure) {
        this.key = key;
        this.trades = trades;
        this.weight = weight;
        this.theyOpen = theyOpen;
        this.turns = turns;
        this.enclosure = enclosure;
    }

    String key() {
        return key;
    }

    /** Share of the conversations that the partner opens, in [0, 1]. */
    double theyOpen() {
        return theyOpen;
    }

    /** Mean number of mails in a conversation. */
    double turns() {
        return turns;
    }

    Enclosure enclosure() {
        return enclosure;
    }

    /** A topic fitting for that trade, by weight. */
    static Topic of(String trade, Dice dice) {
        double total = 0;
        for (Topic topic : values()) {
            total += topic.fits(trade) ? topic.weight : 0;
        }
        double left = dice.unit() * total;
        for (Topic topic : values()) {
            left -= topic.fits(trade) ? topic.weight : 0;
            if (left < 0) {
                return topic;
            }
        }
        return MEETING;
    }

    private boolean fits(String trade) {
        return List.of(trades.split(" ")).contains(trade);
    }

    /** What usually goes with the first mail. */
    enum Enclosure {
        NONE,
        PDF,
        INVOICE,
        WORKBOOK,
        DOCUMENT
    }
}
