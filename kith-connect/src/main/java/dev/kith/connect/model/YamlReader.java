package dev.kith.connect.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML that anybody may have written: bounded in depth and number of values, without anchors and aliases, by which a
 * short file can stand for a huge one, and without two fields of one name.
 */
public final class YamlReader {
    /** Chosen by hand: a rule with lists in maps in lists is 7 deep. */
    private static final int DEPTH_MAX = 24;

    /** Values of one file. Chosen by hand: a model has some thirty, and some thousand models may stand in a file. */
    private static final int VALUES_MAX = 100_000;

    private final String file;
    private final Iterator<Event> events;
    private int values;

    private YamlReader(String file, String text) {
        this.file = file;
        this.events = new Parse(LoadSettings.builder().setLabel(file).build())
                .parseString(text)
                .iterator();
    }

    /** What makes a file unreadable. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        Refused(Fault fault) {
            super(fault.toString());
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /**
     * The documents of a file, in order; empty ones left out.
     *
     * @throws Refused for what is no YAML or more than is read; says where
     */
    public static List<Yaml> read(String file, String text) throws Refused {
        YamlReader reader = new YamlReader(file, text);
        List<Yaml> documents = new ArrayList<>();
        try {
            while (reader.events.hasNext()) {
                Event event = reader.events.next();
                if (event.getEventId() == Event.ID.DocumentStart) {
                    Yaml document = reader.value(reader.events.next(), 0);
                    if (document.plain() != Yaml.NULL) {
                        documents.add(document);
                    }
                }
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new Refused(new Fault(file, line, "", "is no YAML: " + e.getProblem()));
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new Refused(new Fault(file, 0, "", "is no YAML: " + firstLine(String.valueOf(e.getMessage()))));
        }
        return documents;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private Yaml value(Event event, int depth) throws Refused {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        if (++values > VALUES_MAX) {
            throw refused(line, "holds more than " + VALUES_MAX + " values");
        }
        if (depth > DEPTH_MAX) {
            throw refused(line, "is nested deeper than " + DEPTH_MAX);
        }
        if (event.getEventId() == Event.ID.Alias
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw refused(line, "anchors and aliases (& and *) are not read; quote a text that begins with them");
        }
        return switch (event.getEventId()) {
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                yield new Yaml.Scalar(scalar.getValue(), !scalar.isPlain(), line);
            }
            case SequenceStart -> items(line, depth);
            case MappingStart -> fields(line, depth);
            default -> throw refused(line, "is no YAML: " + event.getEventId());
        };
    }

    private Yaml items(int line, int depth) throws Refused {
        List<Yaml> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(value(next, depth + 1));
        }
        return new Yaml.Items(items, line);
    }

    private Yaml fields(int line, int depth) throws Refused {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (!(value(next, depth + 1) instanceof Yaml.Scalar name)) {
                throw refused(line, "a name of a field is a list or a mapping");
            }
            if (fields.putIfAbsent(name.text(), value(events.next(), depth + 1)) != null) {
                throw refused(name.line(), "the field " + name.text() + " stands twice in one mapping");
            }
            lines.put(name.text(), name.line());
        }
        return new Yaml.Fields(fields, lines, line);
    }

    private Refused refused(int line, String reason) {
        return new Refused(new Fault(file, line, "", reason));
    }
}
