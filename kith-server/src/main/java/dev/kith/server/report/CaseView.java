package dev.kith.server.report;

import dev.kith.server.report.ReportView.Fact;
import dev.kith.server.report.ReportView.Mark;
import java.util.List;

/**
 * A case as the templates see it: raised, or closed as benign. Texts are ready to be shown but not escaped; every text may be
 * empty, which means that it is left out.
 *
 * @param anchor where it stands in the page
 * @param css of the priority
 * @param summary what happened, a sentence each
 * @param acting whether active mode would have helped, in few words
 * @param actingMore what it would have ended and what not, a sentence each
 * @param outside whom the intruder wrote to
 * @param weighed what else it could have been, and why it was not
 * @param unknown what is not known
 */
public record CaseView(
        String anchor,
        String id,
        String title,
        String category,
        String css,
        String priority,
        List<String> summary,
        List<Fact> strip,
        List<Fact> facts,
        String acting,
        List<String> actingMore,
        List<Todo> todo,
        Belief belief,
        Graph graph,
        List<Burst> bursts,
        List<Moment> timeline,
        String timelineMore,
        List<Outside> outside,
        String outsideMore,
        List<Said> weighed,
        List<Said> unknown) {

    /** Something to do: what active mode would do bears its mark. */
    public record Todo(Mark mark, String what, String detail) {}

    /** A sentence with its lead. */
    public record Said(String lead, String rest) {}

    /** An organisation that was written to. */
    public record Outside(String domain, String mails, String addresses) {}

    /**
     * A line of the timeline. {@code css} colours the icon.
     *
     * @param day a day that begins with it; empty where it goes on
     */
    public record Moment(
            String day, String clock, String icon, String css, String what, String where, String records) {}

    /** How the belief moved. Places are per cent of the width. */
    public record Belief(String about, List<Hypothesis> hypotheses, String axisLabel, List<Row> rows, String foot) {}

    /**
     * A hypothesis.
     *
     * @param line 1 to 5: its colour and mark
     * @param start place of its belief beforehand
     * @param spark path over 144 by 30
     */
    public record Hypothesis(
            int line,
            String name,
            String end,
            String from,
            String verdict,
            String verdictCss,
            String verdictMore,
            String start,
            String spark,
            String sparkEnd,
            boolean leads) {}

    /**
     * A step, or an event between steps.
     *
     * @param strong what it counts most for
     * @param weak what it counts least for, and what was expected of it
     * @param tracks lines of the hypotheses through it, from the last to the first
     */
    public record Row(
            boolean event,
            String step,
            String asked,
            String found,
            String records,
            String strong,
            String weak,
            String label,
            List<Track> tracks) {}

    /** A line through a row: {@code path} over 100 by 100; its mark, empty for events; what it is called here. */
    public record Track(int line, boolean leads, String path, String x, String y, String name, String anchor) {}

    /** The case graph: a drawing 1040 wide. */
    public record Graph(String height, String label, List<Heading> headings, List<Edge> edges, List<Node> nodes) {
        static final Graph NONE = new Graph("0", "", List.of(), List.of(), List.of());
    }

    /** What a column holds, or how much more than is drawn. */
    public record Heading(String x, String y, String text) {}

    /** {@code css} tells usual from odd, used from touched. */
    public record Edge(String css, String path) {}

    /** A node: round for people and addresses, square for things. */
    public record Node(
            boolean round,
            String css,
            String glyph,
            String glyphCss,
            String x,
            String y,
            String left,
            String top,
            String textX,
            String labelY,
            String noteY,
            String label,
            String note,
            String full) {}

    /** A burst: a drawing 640 by 190. */
    public record Burst(
            String title,
            String label,
            List<Bar> bars,
            List<Tick> rows,
            List<Tick> columns,
            String band,
            String bandY,
            String usual,
            String usualY,
            String stopX,
            String stopAnchor,
            String stopTextX,
            String stop,
            String stopMore) {}

    /** A step of a burst. */
    public record Bar(String x, String width, String y, String height, String css) {}

    /** A line of the scale. */
    public record Tick(String at, String text, String anchor) {}
}
