package dev.kith.server.report;

import java.util.List;

/**
 * The report as the templates see it: texts ready to be shown ({@link Shown}) but not yet escaped, and lengths in
 * pixels. Every text may be empty, which means that it is left out.
 *
 * @param title for the window and the head
 * @param subtitles what was read, until when was learned
 * @param judged whether any mail was judged
 * @param alerts of other products: how many, and what came of them
 * @param alertProducts the same of each product
 * @param years whether times name their year
 */
public record ReportView(
        String title,
        List<String> subtitles,
        boolean judged,
        boolean years,
        Notice notice,
        List<Fact> strip,
        List<Entry> contents,
        List<CaseView> incidents,
        List<CaseView> undecided,
        List<CaseView> belowBudget,
        String budget,
        List<CaseView> closed,
        String casesMore,
        List<Fact> alerts,
        List<Fact> alertProducts,
        List<AccountView> accounts,
        List<CampaignView> campaigns,
        String campaignsMore,
        List<Fact> hijacked,
        List<RowGroup> heldRows,
        List<MailView> held,
        String heldMore,
        List<RowGroup> below,
        List<ActionRow> actions,
        List<Bar> tags,
        DayChart days,
        ReadView read,
        List<Fact> method) {

    /** The one sentence to be read first. {@code css} is {@code is-crit} or empty. */
    public record Notice(String css, String icon, String iconCss, String lead, String rest) {}

    /** A label, its value, and a note in small type. */
    public record Fact(String label, String value, String note) {}

    /** A line of the contents. */
    public record Entry(String href, String title, String count) {}

    /** What would be done, as a mark. */
    public record Mark(String css, String icon, String label) {}

    /** A tag, and whether it is among those that weigh most. */
    public record TagView(String title, boolean strong) {}

    /** A score with its bar, 40 wide. */
    public record Meter(String text, String width, String css) {}

    /** The seen-before ladder: four bars, a word, and whether nobody here knew it. */
    public record Seen(
            boolean account, boolean peers, boolean organisation, boolean world, boolean isNew, String words) {
        /** For those who hear the page. */
        public String label() {
            StringBuilder out = new StringBuilder("Seen before by: ");
            int start = out.length();
            append(out, start, account, "this sender");
            append(out, start, peers, "its peers");
            append(out, start, organisation, "the organisation");
            append(out, start, world, "the world");
            return out.length() == start ? "Seen before by nobody" : out.toString();
        }

        private static void append(StringBuilder out, int start, boolean known, String who) {
            if (known) {
                out.append(out.length() == start ? "" : ", ").append(who);
            }
        }
    }

    /** A mail in a table. {@code href} leads to its detail block. */
    public record MailRow(
            String href,
            Mark mark,
            String directionIcon,
            String direction,
            String fromName,
            String fromAddress,
            String time,
            String subject,
            String recipients,
            List<TagView> tags,
            String action,
            Meter meter) {}

    /** Rows that belong together, and how many more of their kind there are. */
    public record RowGroup(List<MailRow> rows, String more) {}

    /** A mail in full. */
    public record MailView(
            String anchor,
            MailRow row,
            List<TagView> tags,
            String verdict,
            String why,
            String counterfactual,
            List<Fact> strip,
            List<LinkView> links,
            String linksMore,
            List<ReasonView> reasons,
            String scoreText,
            String scoreWidth,
            List<Fact> pair,
            String pairNote,
            List<Fact> facts,
            String words,
            List<String> cues,
            List<AttachmentView> attachments) {}

    /** Visible text beside the real link. */
    public record LinkView(
            String text, String note, List<Layer> layers, Layer end, boolean odd, Seen seen, boolean seenKnown) {}

    /** A layer of a link: an address split around its host. */
    public record Layer(
            int number, String title, String note, String before, String host, String after, String remark) {}

    /** A reason, and its part of the score as a piece of a bar 120 wide. */
    public record ReasonView(
            String sentence,
            String observed,
            String expected,
            String weight,
            String x,
            String width,
            boolean against) {}

    /** A file of a mail. */
    public record AttachmentView(String name, String what, boolean dangerous) {}

    /** Mails that are copies of one another. */
    public record CampaignView(
            String anchor,
            String id,
            String subject,
            String say,
            String shared,
            String harm,
            List<SenderRow> senders,
            List<MemberRow> mails,
            String more) {}

    /** A sender in a campaign. */
    public record SenderRow(String address, boolean suspect, String standing, String mails) {}

    /** A mail in a campaign. */
    public record MemberRow(String href, Mark mark, String time, String from, String action, Meter meter) {}

    /** Mails by direction, for one action. */
    public record ActionRow(Mark mark, String action, String inbound, String internal, String outbound) {}

    /** A count with its bar, 160 wide. */
    public record Bar(String label, String count, String width) {}

    /** Mails by day: two lanes over one time axis, each bar with its own place. */
    public record DayChart(String label, String unit, List<Column> columns, List<Tick> axis, String all, String acted) {
        /** A day, a week or a month. */
        public record Column(
                String x,
                String width,
                String y,
                String height,
                List<Piece> pieces,
                String holdText,
                String holdY,
                String middle) {}

        /** A piece of a bar in the lower lane. */
        public record Piece(String css, String y, String height) {}

        /** A label under the axis. */
        public record Tick(String x, String text, String anchor) {}
    }

    /** What was read and what was not. */
    public record ReadView(
            String inputs,
            List<Bar> pieces,
            List<Bar> events,
            List<Fact> facts,
            List<Bar> problems,
            List<ProblemRow> unreadable,
            String unreadableMore,
            List<String> forgotten,
            List<String> notes) {}

    /** A part that could not be read. */
    public record ProblemRow(String where, String what, String detail) {}
}
