package dev.kith.investigate;

import dev.kith.event.Endpoint;
import dev.kith.profile.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who and what an incident is made of, and what they have to do with each other. At most {@value #OF_KIND_MAX} nodes of a
 * kind, in the order of appearance; the rest is counted.
 *
 * @param left nodes of each kind that there was no room for; kinds without any are left out
 */
public record CaseGraph(List<Node> nodes, List<Edge> edges, Map<Kind, Integer> left) {
    private static final int OF_KIND_MAX = 7;

    public CaseGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        left = Map.copyOf(left);
    }

    /** What a node stands for, in the order of the story. */
    public enum Kind {
        SENDER,
        MAIL,
        ACCOUNT,
        ADDRESS,
        APPLICATION,
        RULE,
        FILE,
        SENT,
        /** Of cases of devices: a device, and what it called. */
        DEVICE,
        DESTINATION
    }

    /** What an edge says. */
    public enum Relation {
        /** A sender wrote a mail; a mail reached an account. */
        WROTE,
        REACHED,
        /** An account was used from an address. */
        USED_FROM,
        /** An account made, opened or let in something. */
        TOUCHED,
        /** A link on a file was used from an address. */
        LINK_USED_FROM,
        SENT,
        /** A device called a destination. */
        CALLED
    }

    /**
     * @param id unique among its kind: an address, the path of a file, the subject of a mail
     * @param label what it is called
     * @param note what else is told of it; may be empty
     * @param count how many it stands for: mails of one subject; else 1
     */
    public record Node(Kind kind, String id, String label, String note, int count) {}

    /** Between nodes, by their places in the list. */
    public record Edge(int from, int to, Relation relation) {}

    /**
     * @param accounts whose incident it is
     * @param acts what was done, in time order
     * @param lures the mails it began with
     */
    static CaseGraph of(Collection<String> accounts, List<Trace> acts, List<MailTrace> lures) {
        Builder graph = new Builder();
        accounts.forEach(a -> graph.add(Kind.ACCOUNT, a, a, "", 0));
        for (MailTrace lure : lures) {
            // Copies differ in their subjects; a campaign is one mail.
            String id = lure.campaign().isEmpty() ? lure.subject() : lure.campaign();
            int mail = graph.add(Kind.MAIL, id, lure.subject(), lure.campaign(), 1);
            boolean taken = accounts.contains(lure.from());
            int sender = graph.add(taken ? Kind.ACCOUNT : Kind.SENDER, lure.from(), lure.from(), "", taken ? 0 : 1);
            graph.join(sender, mail, Relation.WROTE);
            lure.to().stream()
                    .filter(accounts::contains)
                    .forEach(to -> graph.join(mail, graph.add(Kind.ACCOUNT, to, to, "", 0), Relation.REACHED));
        }
        for (Trace act : acts) {
            graph.act(act, accounts);
        }
        return graph.graph();
    }

    /** Of what devices called. */
    static CaseGraph ofCalls(List<NetworkCase> cases) {
        Builder graph = new Builder();
        for (NetworkCase c : cases) {
            String note = c.facts().place().proxied()
                    ? "through a proxy"
                    : Builder.network(c.facts().endpoint());
            int device = graph.add(Kind.DEVICE, c.device(), c.device(), "", 0);
            graph.join(device, graph.add(Kind.DESTINATION, c.destination(), c.destination(), note, 1), Relation.CALLED);
        }
        return graph.graph();
    }

    private static final class Builder {
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final List<Node> nodes = new ArrayList<>();
        private final Set<Edge> edges = new LinkedHashSet<>();
        private final Map<Kind, Set<String>> seen = new EnumMap<>(Kind.class);

        void act(Trace act, Collection<String> accounts) {
            String owner = Containment.owner(act);
            if (act.act() == Act.SIGN_IN_FAILED || !accounts.contains(owner)) {
                return;
            }
            int account = add(Kind.ACCOUNT, owner, owner, "", 0);
            int address = act.endpoint()
                    .filter(e -> act.visit().isPresent())
                    .map(e -> add(Kind.ADDRESS, e.ip().toString(), e.ip().toString(), network(e), 0))
                    .orElse(-1);
            join(account, address, Relation.USED_FROM);
            switch (act.act()) {
                case FILE_DOWNLOAD, FILE_SYNC, ANONYMOUS_LINK_CREATED -> join(account, file(act), Relation.TOUCHED);
                case ANONYMOUS_LINK_USED -> join(file(act), address, Relation.LINK_USED_FROM);
                case CONSENT -> {
                    if (act.note().isPresent()) {
                        String name = act.object().isEmpty() ? act.application() : act.object();
                        join(account, add(Kind.APPLICATION, act.application(), name, act.about(), 1), Relation.TOUCHED);
                    }
                }
                case INBOX_RULE, FORWARDING ->
                    join(
                            account,
                            add(Kind.RULE, act.object() + owner, tail(act.object()), act.about(), 1),
                            Relation.TOUCHED);
                case MAIL_SEND -> join(account, add(Kind.SENT, owner, owner, "", 1), Relation.SENT);
                default -> {
                    // The timeline tells it.
                }
            }
        }

        private int file(Trace act) {
            String path = act.object();
            return path.isEmpty() ? -1 : add(Kind.FILE, path, tail(path), "", 1);
        }

        private static String tail(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        private static String network(Endpoint endpoint) {
            return endpoint.asName() + (endpoint.country().isEmpty() ? "" : ", " + endpoint.country());
        }

        /** The place of a node, which counts {@code more}; -1 where there is no room for it. */
        int add(Kind kind, String id, String label, String note, int more) {
            Set<String> of = seen.computeIfAbsent(kind, k -> new LinkedHashSet<>());
            String key = kind + " " + id;
            Integer at = places.get(key);
            if (at != null) {
                Node node = nodes.get(at);
                nodes.set(at, new Node(kind, node.id(), node.label(), node.note(), node.count() + more));
                return at;
            }
            of.add(id);
            if (of.size() > OF_KIND_MAX) {
                return -1;
            }
            places.put(key, nodes.size());
            nodes.add(new Node(kind, id, label, note, more));
            return nodes.size() - 1;
        }

        void join(int from, int to, Relation relation) {
            if (from >= 0 && to >= 0) {
                edges.add(new Edge(from, to, relation));
            }
        }

        CaseGraph graph() {
            Map<Kind, Integer> left = new EnumMap<>(Kind.class);
            seen.forEach((kind, ids) -> {
                if (ids.size() > OF_KIND_MAX) {
                    left.put(kind, ids.size() - OF_KIND_MAX);
                }
            });
            return new CaseGraph(nodes, List.copyOf(edges), left);
        }
    }
}
