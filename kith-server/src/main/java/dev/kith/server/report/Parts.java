package dev.kith.server.report;

import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Tag;
import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.event.MailAddress;
import dev.kith.event.Mailbox;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The small parts that every page shares: marks, tags, meters, rows of mail. */
final class Parts {
    /** Chosen by hand: two tags say what matters; more make a list of a row. */
    private static final int ROW_TAGS_MAX = 2;

    /** Tags that weigh most: they say that somebody deceives. The rest describe. */
    private static final Set<Tag> STRONG = EnumSet.complementOf(EnumSet.of(
            Tag.FIRST_CONTACT,
            Tag.WIDE_RECIPIENTS,
            Tag.THIN_BASELINE,
            Tag.UNSOLICITED,
            Tag.OPAQUE_LINK,
            Tag.PAYMENT_REQUEST,
            Tag.ENCRYPTED_ATTACHMENT,
            Tag.FREE_HOSTING_LINK,
            Tag.QR_CODE));

    private static final int METER_WIDTH = 40;

    private Parts() {}

    /** Outlined: a scan touches nothing. */
    static ReportView.Mark mark(MailAction action) {
        String label = would(action);
        return switch (action) {
            case HOLD -> new ReportView.Mark("mark", "i-hold", label);
            case LOCK_LINKS -> new ReportView.Mark("mark", "i-lock", label);
            case STRIP_ATTACHMENT -> new ReportView.Mark("mark", "i-file", label);
            case JUNK -> new ReportView.Mark("mark mild", "i-junk", label);
            case TAG -> new ReportView.Mark("mark mild", "i-tag", label);
            case NONE -> new ReportView.Mark("mark none", "i-none", label);
        };
    }

    /** In the conditional, for nothing was done. */
    static String would(MailAction action) {
        return switch (action) {
            case HOLD -> "Would hold";
            case JUNK -> "Would junk";
            case STRIP_ATTACHMENT -> "Would strip attachment";
            case LOCK_LINKS -> "Would lock links";
            case TAG -> "Would tag";
            case NONE -> "Would deliver";
        };
    }

    /** Coloured as the mark is, for the lines between the actions are the judge's. */
    static ReportView.Meter meter(double score, MailAction action) {
        String css = action == MailAction.HOLD ? "x-odd" : action == MailAction.NONE ? "x-base" : "x-warn";
        return new ReportView.Meter(Figures.score(score), px(Math.max(1, score * METER_WIDTH)), css);
    }

    static List<ReportView.TagView> tags(List<Tag> tags, int max) {
        List<ReportView.TagView> views = new ArrayList<>();
        for (Tag tag : tags) {
            if (views.size() < max) {
                views.add(new ReportView.TagView(shortTitle(tag), STRONG.contains(tag)));
            }
        }
        return views;
    }

    static ReportView.MailRow row(MailJudgement judgement, String href, Moments moments) {
        EmailActivity mail = judgement.mail();
        return new ReportView.MailRow(
                href,
                mark(judgement.action()),
                directionIcon(judgement.direction()),
                Wording.capital(Wording.of(judgement.direction())),
                name(mail.from()),
                Shown.line(mail.from().address().toString(), 120),
                moments.of(mail),
                subject(mail.subject()),
                recipients(mail),
                tags(judgement.tags(), ROW_TAGS_MAX),
                would(judgement.action()),
                meter(judgement.score(), judgement.action()));
    }

    static String subject(String subject) {
        String shown = Shown.line(subject, 160);
        return shown.isEmpty() ? "(no subject)" : shown;
    }

    /** The display name, or the address where there is none. */
    static String name(Mailbox mailbox) {
        String shown = Shown.line(mailbox.name(), 80);
        return shown.isEmpty() ? Shown.line(mailbox.address().toString(), 120) : shown;
    }

    /** {@code Marion Hale + 5}. */
    static String recipients(EmailActivity mail) {
        List<Mailbox> all = new ArrayList<>(mail.to());
        all.addAll(mail.cc());
        Set<MailAddress> distinct = new LinkedHashSet<>();
        all.forEach(mailbox -> distinct.add(mailbox.address()));
        if (all.isEmpty()) {
            mail.deliveredTo().forEach(distinct::add);
            return distinct.isEmpty()
                    ? "(no recipient named)"
                    : more(Shown.line(distinct.iterator().next().toString(), 120), distinct.size() - 1);
        }
        return more(name(all.get(0)), distinct.size() - 1);
    }

    /**
     * How few mails score as high: true of those of its direction up to the mail, not of the whole report. Empty where it
     * says nothing.
     */
    static String rarity(double rarity, Direction direction) {
        return rarity >= 2
                ? "as high as 1 in " + Figures.rough(rarity) + " " + Wording.of(direction) + " mails until then"
                : "";
    }

    static String directionIcon(Direction direction) {
        return switch (direction) {
            case INBOUND -> "i-in";
            case OUTBOUND -> "i-out";
            case INTERNAL -> "i-within";
        };
    }

    /** A length in pixels with at most one decimal. */
    static String px(double length) {
        return Figures.decimal(Math.round(length * 10) / 10.0);
    }

    private static String shortTitle(Tag tag) {
        return tag == Tag.OUT_OF_CHARACTER ? "Out of character" : tag.title();
    }

    private static String more(String first, int others) {
        return others > 0 ? first + " + " + Figures.count(others) : first;
    }
}
