package dev.kith.simulate;

import dev.kith.simulate.Body.Quote;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How programs introduce an earlier mail, in the language of who answers. */
record Quotation(Grammar grammar, Locale locale, ZoneId zone) {
    /** The block of From, Sent, To and Subject that Outlook sets. */
    String block(Quote quote) {
        String[] names = grammar.alternatives("quote.block").get(0).split(",");
        return names[0] + ": " + quote.author().name() + " <" + quote.author().address() + ">\n" + names[1] + ": "
                + date(quote, "EEEE, d MMMM yyyy HH:mm") + "\n" + names[2] + ": "
                + quote.reader().name() + " <"
                + quote.reader().address() + ">\n" + names[3] + ": " + quote.subject();
    }

    /** The line that other programs set. */
    String line(Quote quote) {
        return grammar.say(
                "quote.line",
                Dice.of(0, "first"),
                Map.of(
                        "date",
                        date(quote, "d MMM yyyy"),
                        "time",
                        date(quote, "HH:mm"),
                        "author",
                        quote.author().name() + " <" + quote.author().address() + ">"));
    }

    private String date(Quote quote, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(ZonedDateTime.ofInstant(quote.at(), zone));
    }
}
