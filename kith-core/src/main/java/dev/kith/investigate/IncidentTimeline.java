package dev.kith.investigate;

import dev.kith.investigate.Incident.Moment;
import dev.kith.investigate.Statement.Code;
import dev.kith.investigate.Statement.Constant;
import dev.kith.investigate.Statement.Text;
import dev.kith.investigate.Statement.Told;
import dev.kith.profile.Act;
import dev.kith.profile.HostedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened in an incident, moment by moment. */
final class IncidentTimeline {
    private static final int MOMENTS_MAX = 200;
    private static final int EVENTS_MAX = 100;

    /** More files than these are told by where they lie. Chosen by hand: a page. */
    private static final int EACH_FILE_MAX = 40;

    private record Key(String account, Act act, String object, long hour) {}

    private IncidentTimeline() {}

    /** Acts of one kind by one account within an hour are one moment, failed sign-ins from one place whatever the account. */
    static List<Moment> of(List<Trace> traces, List<MailTrace> mails) {
        List<Moment> moments = new ArrayList<>();
        mails.stream()
                .collect(Collectors.groupingBy(MailTrace::from, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(same -> moments.add(mail(same)));
        Map<Key, List<Trace>> groups = new LinkedHashMap<>();
        long fetched = traces.stream().filter(t -> t.act() == Act.FILE_DOWNLOAD).count();
        traces.forEach(t -> groups.computeIfAbsent(key(t, fetched > EACH_FILE_MAX), k -> new ArrayList<>())
                .add(t));
        groups.forEach((key, same) -> moments.add(act(key, same)));
        moments.sort(Comparator.comparing(Moment::time).thenComparing(Moment::kind));
        return moments.size() <= MOMENTS_MAX ? moments : moments.subList(0, MOMENTS_MAX);
    }

    private static Key key(Trace t, boolean many) {
        String object = switch (t.act()) {
            case ANONYMOUS_LINK_CREATED, ANONYMOUS_LINK_USED, INBOX_RULE, CONSENT -> t.object();
            case FILE_DOWNLOAD, FILE_SYNC ->
                many ? t.file().map(HostedFile::area).orElse("") : t.object();
            default -> "";
        };
        String whose = t.act() == Act.SIGN_IN_FAILED
                ? t.endpoint().map(e -> e.ip().block()).orElse("")
                : Containment.owner(t);
        return new Key(whose, t.act(), object, t.at().getEpochSecond() / 3600);
    }

    private static Moment mail(List<MailTrace> same) {
        return new Moment(
                same.get(0).at(),
                "mail",
                Statement.of(
                        Code.MAIL_CAME,
                        new Text(same.get(0).subject()),
                        new Text(same.get(0).from()),
                        Told.ofMany(Code.MAILS, same.size())),
                List.of(),
                Optional.empty(),
                same.stream().map(MailTrace::id).limit(EVENTS_MAX).toList());
    }

    private static Moment act(Key key, List<Trace> same) {
        List<String> accounts = key.act() == Act.SIGN_IN_FAILED
                ? same.stream().map(t -> t.account().value()).distinct().toList()
                : List.of(key.account());
        return new Moment(
                same.get(0).at(),
                key.act().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Statement.of(
                        Code.ACT,
                        new Constant(key.act()),
                        key.object().isEmpty()
                                ? Told.of()
                                : Told.of(Statement.of(Code.OBJECT, new Text(IncidentFacts.fileName(key.object())))),
                        Told.ofMany(Code.TIMES, same.size())),
                accounts,
                same.get(0).endpoint(),
                same.stream().map(Trace::id).limit(EVENTS_MAX).toList());
    }
}
