package dev.kith.server.report;

import dev.kith.investigate.BlastRadius;
import dev.kith.investigate.CaseGraph;
import dev.kith.investigate.CaseGraph.Kind;
import dev.kith.investigate.CaseGraph.Node;
import dev.kith.investigate.CaseGraph.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The case graph in layers: a column for each stage of the story, left to right in time. In a column nodes stand in the order
 * of what they are joined to on their left, which keeps most edges from crossing (the barycentre method of Sugiyama, Tagawa
 * and Toda, 1981, in one sweep).
 */
final class GraphViews {
    private static final double WIDTH = 1040;
    private static final double ROW = 46;
    private static final double TOP = 30;
    private static final int RADIUS = 14;

    /** Width of a letter of the labels at 12 px; measured on Latin text, errs wide. */
    private static final double LETTER = 6.1;

    /** Longest and shortest room for a label, and the least room for edges between columns. Chosen by hand. */
    private static final double TEXT_MAX = 200;

    private static final double TEXT_MIN = 60;
    private static final double GAP_MIN = 34;

    private static final List<List<Kind>> COLUMNS = List.of(
            List.of(Kind.SENDER),
            List.of(Kind.MAIL),
            List.of(Kind.ACCOUNT),
            List.of(Kind.ADDRESS),
            List.of(Kind.APPLICATION, Kind.RULE, Kind.FILE),
            List.of(Kind.SENT),
            List.of(Kind.DEVICE),
            List.of(Kind.DESTINATION));

    /** Where a node is drawn. */
    private record Place(double x, double y, double textEnd) {}

    private final CaseGraph graph;
    private final BlastRadius radius;
    private final List<List<Integer>> columns = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> more = new ArrayList<>();
    private final Place[] places;
    private final List<Double> lefts = new ArrayList<>();
    private double height;
    private int letters;

    private GraphViews(CaseGraph graph, BlastRadius radius) {
        this.graph = graph;
        this.radius = radius;
        this.places = new Place[graph.nodes().size()];
        for (int c = 0; c < COLUMNS.size(); c++) {
            List<Kind> kinds = COLUMNS.get(c);
            List<Integer> column = new ArrayList<>();
            for (int i = 0; i < graph.nodes().size(); i++) {
                if (kinds.contains(graph.nodes().get(i).kind())) {
                    column.add(i);
                }
            }
            if (!column.isEmpty()) {
                columns.add(column);
                titles.add(Wording.phrase("graph.column-" + (c + 1)));
                int left = kinds.stream()
                        .mapToInt(k -> graph.left().getOrDefault(k, 0))
                        .sum();
                more.add(left == 0 ? "" : "and " + Figures.count(left) + " more");
            }
        }
        place();
    }

    /** The drawing; none where there is nothing but the account. */
    static CaseView.Graph of(CaseGraph graph, BlastRadius radius) {
        return graph.edges().isEmpty() ? CaseView.Graph.NONE : new GraphViews(graph, radius).view();
    }

    private void place() {
        int most = columns.stream().mapToInt(List::size).max().orElse(1);
        height = TOP + (most + (sentApart() ? 1 : 0)) * ROW + 16;
        double text = TEXT_MAX;
        while (text > TEXT_MIN && gap(text) < GAP_MIN) {
            text -= LETTER;
        }
        double gap = gap(text);
        double x = RADIUS + 2;
        for (int c = 0; c < columns.size(); c++) {
            List<Integer> column = columns.get(c);
            column.sort(Comparator.comparingDouble(this::leftOf));
            boolean last = sentApart() && c == columns.size() - 1;
            double y = last ? height - 16 - ROW / 2 : TOP + (most - column.size()) * ROW / 2 + ROW / 2;
            for (int i : column) {
                places[i] = new Place(x, y, x + RADIUS + 8 + Math.min(text, text(i)));
                y += ROW;
            }
            lefts.add(x - RADIUS);
            x += 2 * RADIUS + 8 + width(column, text) + gap;
        }
        letters = (int) (text / LETTER);
    }

    /** What was sent on stands below the rest, so that its edges cross no label. */
    private boolean sentApart() {
        List<Integer> last = columns.get(columns.size() - 1);
        return columns.size() > 3
                && last.size() == 1
                && graph.nodes().get(last.get(0)).kind() == Kind.SENT;
    }

    /** What is left between columns when labels are cut to {@code text}. */
    private double gap(double text) {
        double used = columns.stream()
                .mapToDouble(c -> 2 * RADIUS + 8 + width(c, text))
                .sum();
        return (WIDTH - used) / Math.max(1, columns.size() - 1);
    }

    private double width(List<Integer> column, double text) {
        return Math.min(text, column.stream().mapToDouble(this::text).max().orElse(0));
    }

    private double text(int node) {
        return LETTER * Math.max(label(node).length(), note(node).length() * 0.92);
    }

    /** The middle of what a node is joined to and that has its place already; the top where there is nothing. */
    private double leftOf(int node) {
        return graph.edges().stream()
                .filter(e -> e.from() == node || e.to() == node)
                .mapToInt(e -> e.from() == node ? e.to() : e.from())
                .filter(other -> places[other] != null)
                .mapToDouble(other -> places[other].y())
                .average()
                .orElse(0);
    }

    private CaseView.Graph view() {
        List<CaseView.Heading> headings = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            headings.add(new CaseView.Heading(Parts.px(lefts.get(c)), "12", titles.get(c)));
            if (!more.get(c).isEmpty()) {
                headings.add(new CaseView.Heading(Parts.px(lefts.get(c) + 34), Parts.px(height - 2), more.get(c)));
            }
        }
        List<CaseView.Node> nodes = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            nodes.add(node(i));
        }
        return new CaseView.Graph(
                Parts.px(height),
                label(),
                headings,
                graph.edges().stream().map(this::edge).toList(),
                nodes);
    }

    /** {@code Case graph: 3 senders, 1 mail}. Names of others stand in the drawing only. */
    private String label() {
        List<String> said = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = graph.nodes().stream().filter(n -> n.kind() == kind).count()
                    + graph.left().getOrDefault(kind, 0);
            if (count > 0) {
                said.add(Wording.phrase("casegraph.kind." + Wording.code(kind), Figures.count(count)));
            }
        }
        return "Case graph: " + String.join(", ", said);
    }

    private CaseView.Edge edge(CaseGraph.Edge edge) {
        Place a = places[edge.from()];
        Place b = places[edge.to()];
        boolean forth = a.x() <= b.x();
        Place from = forth ? a : b;
        Place to = forth ? b : a;
        double x1 = from.textEnd() + 2;
        double x2 = to.x() - RADIUS - 2;
        double bend = Math.max(12, (x2 - x1) / 2);
        // Far edges turn to their row at once, so that they run beside the columns between.
        double first = bend > 60 ? 40 : bend;
        double last = bend > 60 ? x2 - x1 - 60 : bend;
        String path = "M" + Parts.px(x1) + " " + Parts.px(from.y()) + "C" + Parts.px(x1 + first) + " "
                + Parts.px(from.y()) + " " + Parts.px(x2 - last) + " " + Parts.px(to.y()) + " " + Parts.px(x2) + " "
                + Parts.px(to.y());
        boolean dashed = edge.relation() == Relation.LINK_USED_FROM;
        return new CaseView.Edge(dashed ? "edge odd x-dash" : "edge odd", path);
    }

    private CaseView.Node node(int i) {
        Node node = graph.nodes().get(i);
        Place at = places[i];
        boolean account = node.kind() == Kind.ACCOUNT || node.kind() == Kind.DEVICE;
        boolean round =
                account || node.kind() == Kind.SENDER || node.kind() == Kind.ADDRESS || node.kind() == Kind.DESTINATION;
        String note = Shown.line(note(i), letters + 1);
        return new CaseView.Node(
                round,
                account ? "node hot" : "node odd",
                glyph(node.kind()),
                account ? "on-hot" : "glyph odd",
                Parts.px(at.x()),
                Parts.px(at.y()),
                Parts.px(at.x() - 8),
                Parts.px(at.y() - 8),
                Parts.px(at.x() + RADIUS + 6),
                Parts.px(note.isEmpty() ? at.y() + 4 : at.y() - 2),
                Parts.px(at.y() + 12),
                Shown.line(label(i), letters),
                note,
                Shown.line(node.kind() == Kind.RULE ? node.label() : node.id(), 200));
    }

    private String label(int i) {
        Node node = graph.nodes().get(i);
        return switch (node.kind()) {
            case SENDER, ACCOUNT -> node.label().substring(0, at(node.label()));
            case SENT -> Figures.count(node.count(), "mail", "mails");
            default -> node.label();
        };
    }

    private String note(int i) {
        Node node = graph.nodes().get(i);
        return switch (node.kind()) {
            case SENDER, ACCOUNT -> node.label().substring(Math.min(node.label().length(), at(node.label()) + 1));
            case MAIL -> Figures.count(node.count(), "mail", "mails");
            case SENT -> sent();
            default -> node.note();
        };
    }

    /** Only where one account sent are its recipients those of the incident. */
    private String sent() {
        boolean one = graph.nodes().stream().filter(n -> n.kind() == Kind.SENT).count() == 1;
        return one && radius.organisations() > 0
                ? "to " + Figures.count(radius.organisations(), "organisation", "organisations")
                : "";
    }

    private static int at(String address) {
        int at = address.indexOf('@');
        return at < 0 ? address.length() : at;
    }

    private static String glyph(Kind kind) {
        return switch (kind) {
            case SENDER, ACCOUNT -> "i-person";
            case MAIL -> "i-mail";
            case ADDRESS, DESTINATION -> "i-globe";
            case APPLICATION -> "i-key";
            case RULE -> "i-tag";
            case FILE -> "i-file";
            case SENT -> "i-out";
            case DEVICE -> "i-person";
        };
    }
}
