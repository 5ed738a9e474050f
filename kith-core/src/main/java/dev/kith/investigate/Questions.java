package dev.kith.investigate;

import dev.kith.detect.Model;
import dev.kith.event.Endpoint;
import dev.kith.profile.Act;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The questions there are. Likelihoods are set by hand from what responders report of taken accounts and of ordinary life.
 */
final class Questions {
    static final int EVENTS_MAX = 50;

    private Questions() {}

    static List<Question> all() {
        return List.of(
                PlaceQuestions.network(),
                PlaceQuestions.device(),
                PlaceQuestions.atOnce(),
                PlaceQuestions.country(),
                EntryQuestions.lure(),
                EntryQuestions.guessing(),
                ActQuestions.acts(),
                ActQuestions.rules(),
                ActQuestions.session(),
                PlaceQuestions.others(),
                ActQuestions.burst(),
                ActQuestions.mailingsBefore(),
                ApplicationQuestions.application(),
                ApplicationQuestions.applicationUse(),
                ApplicationQuestions.applicationName(),
                EntryQuestions.suspectedBefore(),
                EntryQuestions.rights(),
                EntryQuestions.foothold(),
                ActQuestions.coveringUp(),
                PeerQuestions.service(),
                PeerQuestions.administrator(),
                PeerQuestions.peers(),
                PeerQuestions.peersBusy(),
                InsiderQuestions.gathered(),
                InsiderQuestions.hours(),
                InsiderQuestions.sharedWith(),
                InsiderQuestions.leaver(),
                OwnModelQuestion.ownModel(),
                AlertQuestions.alerts());
    }

    /** Whether a question can be asked of a case that began with such a model. */
    static boolean fits(Question question, Model trigger) {
        return trigger.kind() != Model.Kind.SHIPPED || !question.id().equals(OwnModelQuestion.ID);
    }

    /**
     * The question that a model is about; empty where it is about several. Of a model that looks at several acts it is told
     * by what it shows.
     */
    static Optional<String> about(Model model) {
        if (model.kind() != Model.Kind.SHIPPED) {
            return Optional.of(OwnModelQuestion.ID);
        }
        if (model.techniques().stream().anyMatch(t -> t.startsWith(GUESSING))) {
            return Optional.of("guessing");
        }
        if (LEFT.matcher(model.condition()).matches()) {
            return Optional.of("leaver");
        }
        return ABOUT.entrySet().stream()
                .filter(e -> e.getValue().containsAll(model.acts()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** ATT&CK's number of guessing passwords, with all its kinds. */
    private static final String GUESSING = "T1110";

    /** A condition of which everything hangs on whether the person has left. */
    private static final Pattern LEFT = Pattern.compile("(?:.*&&)?\\s*left\\s*(?:&&.*)?");

    /** In this order: what is about sign-ins alone asks where they came from. */
    private static final Map<String, Set<Act>> ABOUT = about();

    private static Map<String, Set<Act>> about() {
        Map<String, Set<Act>> about = new LinkedHashMap<>();
        about.put("network", EnumSet.of(Act.SIGN_IN, Act.SIGN_IN_INTERRUPTED));
        about.put("rules", EnumSet.of(Act.INBOX_RULE, Act.FORWARDING));
        about.put("burst", EnumSet.of(Act.MAIL_SEND));
        about.put("gathered", EnumSet.of(Act.FILE_DOWNLOAD, Act.FILE_SYNC));
        about.put("shared-with", EnumSet.of(Act.FILE_SHARE));
        about.put("application", EnumSet.of(Act.CONSENT, Act.APPLICATION_CHANGE, Act.APPLICATION_CREDENTIAL));
        Set<Act> others = EnumSet.allOf(Act.class);
        others.remove(Act.SIGN_IN);
        others.remove(Act.SIGN_IN_INTERRUPTED);
        others.remove(Act.SIGN_IN_FAILED);
        others.remove(Act.MAIL_READ);
        about.put("acts", others);
        return about;
    }

    static String place(Endpoint endpoint) {
        String traits = endpoint.traits().stream()
                .map(t -> t.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        return endpoint.ip() + ", " + (endpoint.asName().isEmpty() ? "network unknown" : endpoint.asName())
                + (endpoint.country().isEmpty() ? "" : ", " + endpoint.country())
                + (traits.isEmpty() ? "" : " (" + traits + ")");
    }

    static List<String> ids(List<Trace> traces) {
        return traces.stream().map(Trace::id).distinct().limit(EVENTS_MAX).toList();
    }
}
