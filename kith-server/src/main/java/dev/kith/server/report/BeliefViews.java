package dev.kith.server.report;

import dev.kith.investigate.Conclusion;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How the belief in each hypothesis moved, step by step. The axis is log odds from 0.1 to 99.9 %, so that equal evidence moves
 * equally far wherever it starts. Two malicious and two benign hypotheses are drawn, those that were believed in most at any
 * time; the others together are a fifth.
 */
final class BeliefViews {
    private static final double LEAST = 0.001;
    private static final double WIDEST = Math.log((1 - LEAST) / LEAST);

    /** Below this a hypothesis counts as refuted. Chosen by hand: one in fifty. */
    static final double REFUTED = 0.02;

    private static final int RECORDS_MAX = 2;
    private static final int[] HEIGHTS = {38, 50, 62, 74, 86};

    /** A line of the chart: the belief in one hypothesis, or in all the others. */
    private record Line(int number, String name, String shortName, List<Double> path) {
        double last() {
            return path.get(path.size() - 1);
        }
    }

    private final Conclusion conclusion;
    private final List<Line> lines;
    private final int leader;

    private BeliefViews(Conclusion conclusion) {
        this.conclusion = conclusion;
        this.lines = lines(conclusion);
        this.leader = lines.indexOf(
                lines.stream().max(Comparator.comparingDouble(Line::last)).orElseThrow());
    }

    /**
     * The chart of a conclusion.
     *
     * @param about whose case it is
     * @param ending what came of it
     */
    static CaseView.Belief of(Conclusion conclusion, String about, String ending) {
        return new BeliefViews(conclusion).view(about, ending);
    }

    private CaseView.Belief view(String about, String ending) {
        List<CaseView.Row> rows = new ArrayList<>();
        for (int i = 0; i < conclusion.steps().size(); i++) {
            rows.add(row(i));
        }
        rows.add(event(ending));
        return new CaseView.Belief(
                about,
                lines.stream().map(this::hypothesis).toList(),
                "Belief scale from 0.1 to 99.9 per cent. Beforehand: " + beliefs(0),
                rows,
                Wording.phrase("belief.foot"));
    }

    private static List<Line> lines(Conclusion conclusion) {
        List<Hypothesis> malicious = most(conclusion, true);
        List<Hypothesis> benign = most(conclusion, false);
        List<Hypothesis> drawn = new ArrayList<>(malicious);
        drawn.addAll(benign);
        List<Line> lines = new ArrayList<>();
        int number = 1;
        for (Hypothesis h : drawn) {
            lines.add(new Line(number++, h.title(), Wording.of(h), path(conclusion, beliefs -> at(beliefs, h))));
        }
        lines.add(new Line(
                number,
                "Something else",
                "something else",
                path(
                        conclusion,
                        beliefs -> beliefs.entrySet().stream()
                                .filter(e -> !drawn.contains(e.getKey()))
                                .mapToDouble(Map.Entry::getValue)
                                .sum())));
        return lines;
    }

    private static List<Hypothesis> most(Conclusion conclusion, boolean malicious) {
        return java.util.Arrays.stream(Hypothesis.values())
                .filter(h -> h.malicious() == malicious)
                .sorted(Comparator.comparingDouble((Hypothesis h) -> -path(conclusion, b -> at(b, h)).stream()
                                .mapToDouble(Double::doubleValue)
                                .max()
                                .orElse(0))
                        .thenComparing(h -> h))
                .limit(2)
                .toList();
    }

    private static double at(Map<Hypothesis, Double> beliefs, Hypothesis h) {
        return beliefs.getOrDefault(h, 0.0);
    }

    private static List<Double> path(Conclusion conclusion, ToDoubleFunction<Map<Hypothesis, Double>> belief) {
        List<Double> path = new ArrayList<>();
        if (conclusion.steps().isEmpty()) {
            path.add(belief.applyAsDouble(conclusion.beliefs()));
        } else {
            path.add(belief.applyAsDouble(conclusion.steps().get(0).before()));
            conclusion.steps().forEach(step -> path.add(belief.applyAsDouble(step.after())));
        }
        return path;
    }

    private CaseView.Hypothesis hypothesis(Line line) {
        boolean leads = lines.indexOf(line) == leader;
        List<Double> path = line.path();
        StringBuilder spark = new StringBuilder();
        double width = 136.0 / Math.max(1, path.size() - 1);
        for (int i = 0; i < path.size(); i++) {
            spark.append(i == 0 ? "M1 " : "H" + Parts.px(1 + i * width) + "V").append(sparkY(path.get(i)));
        }
        int since = since(line);
        boolean refuted = line.last() < REFUTED;
        return new CaseView.Hypothesis(
                line.number(),
                line.name(),
                IncidentViews.percent(line.last()),
                "from " + IncidentViews.percent(path.get(0)),
                leads ? "Holds" : refuted ? since == 0 ? "Never likely" : "Refuted" : "Possible",
                leads && line.number() <= 2 ? "crit" : "",
                leads
                        ? since == 0 ? "led all the time" : "led from step " + since
                        : refuted && since > 0 ? "by step " + since : "",
                x(path.get(0)),
                spark.toString(),
                sparkY(line.last()),
                leads);
    }

    private static String sparkY(double belief) {
        return Parts.px(24 - 18 * place(belief) / 100);
    }

    /** The step since which a line leads, or is refuted. */
    private int since(Line line) {
        boolean leads = lines.indexOf(line) == leader;
        int since = line.path().size();
        for (int i = line.path().size() - 1; i >= 0; i--) {
            int at = i;
            double most =
                    lines.stream().mapToDouble(l -> l.path().get(at)).max().orElse(0);
            boolean holds = leads ? line.path().get(i) >= most : line.path().get(i) < REFUTED;
            if (!holds) {
                break;
            }
            since = i;
        }
        return since;
    }

    private CaseView.Row row(int i) {
        Step step = conclusion.steps().get(i);
        List<CaseView.Track> tracks = new ArrayList<>();
        for (int n = lines.size() - 1; n >= 0; n--) {
            tracks.add(track(n, i));
        }
        Line strongest = lines.stream()
                .max(Comparator.comparingDouble(l -> factor(l, i)))
                .orElseThrow();
        Line weakest = lines.stream()
                .min(Comparator.comparingDouble(l -> factor(l, i)))
                .orElseThrow();
        return new CaseView.Row(
                false,
                "step " + (i + 1),
                Shown.line(step.asked(), 200),
                found(step),
                records(step.events()),
                times(factor(strongest, i)) + ": " + strongest.shortName(),
                times(factor(weakest, i)) + ": " + weakest.shortName(),
                "Belief after step " + (i + 1) + ": " + beliefs(i + 1),
                tracks);
    }

    /** A sentence begins with a capital, an address does not. */
    static String found(Step step) {
        String found = Shown.line(step.found(), 400);
        int end = found.indexOf(' ');
        return found.substring(0, end < 0 ? found.length() : end).indexOf('@') < 0 ? Wording.capital(found) : found;
    }

    private CaseView.Track track(int n, int i) {
        Line line = lines.get(n);
        String before = x(line.path().get(i));
        String after = x(line.path().get(i + 1));
        boolean named = n == leader && i == conclusion.steps().size() - 1;
        boolean right = place(line.path().get(i + 1)) > 75;
        return new CaseView.Track(
                line.number(),
                n == leader,
                before.equals(after)
                        ? "M" + before + " 0V100"
                        : "M" + before + " 0V" + HEIGHTS[n] + "H" + after + "V100",
                after,
                String.valueOf(HEIGHTS[n]),
                named ? IncidentViews.percent(line.last()) : "",
                right ? "end" : "start");
    }

    private CaseView.Row event(String ending) {
        List<CaseView.Track> tracks = new ArrayList<>();
        for (int n = lines.size() - 1; n >= 0; n--) {
            String at = x(lines.get(n).last());
            tracks.add(
                    new CaseView.Track(lines.get(n).number(), n == leader, "M" + at + " 0V100", at, "", "", "start"));
        }
        return new CaseView.Row(true, "", ending, "", "", "", "", "", tracks);
    }

    private String beliefs(int i) {
        List<String> said = new ArrayList<>();
        lines.forEach(
                l -> said.add(l.name() + " " + IncidentViews.percent(l.path().get(i))));
        return String.join(", ", said);
    }

    /** By how much the odds of a line grew in a step. */
    private static double factor(Line line, int step) {
        return odds(line.path().get(step + 1)) / odds(line.path().get(step));
    }

    private static double odds(double belief) {
        double bounded = Math.min(1 - 1e-9, Math.max(1e-9, belief));
        return bounded / (1 - bounded);
    }

    /** {@code 79 times likelier}, {@code 5 times less likely}. */
    private static String times(double factor) {
        double size = Math.max(factor, 1 / factor);
        if (size < 1.05) {
            return "as likely as before";
        }
        String number = size >= 10 ? Figures.rough(size) : String.format(Locale.ROOT, "%.1f", size);
        return (size >= 10_000 ? "over 10,000" : number) + (factor > 1 ? " times likelier" : " times less likely");
    }

    private static String records(List<String> events) {
        if (events.isEmpty()) {
            return "";
        }
        String shown = String.join(
                ", ",
                events.stream().limit(RECORDS_MAX).map(id -> Shown.line(id, 90)).toList());
        return events.size() > RECORDS_MAX
                ? shown + " and " + Figures.count(events.size() - RECORDS_MAX) + " more"
                : shown;
    }

    /** Where a belief stands, in per cent of the width. */
    private static String x(double belief) {
        return Parts.px(place(belief));
    }

    private static double place(double belief) {
        double bounded = Math.min(1 - LEAST, Math.max(LEAST, belief));
        return 50 + 50 * Math.log(bounded / (1 - bounded)) / WIDEST;
    }
}
