package dev.kith.profile;

import dev.kith.event.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who works here and at what, by the directory. */
public final class Staff {
    /** Nobody is known. */
    public static final Staff NOBODY = new Staff(Map.of());

    private static final Set<String> SERVICES = Set.of(
            "service",
            "service account",
            "application",
            "app",
            "bot",
            "robot",
            "sync",
            "room",
            "resource",
            "equipment");
    private static final Set<String> GONE = Set.of(
            "left", "leaver", "former", "terminated", "departed", "inactive", "disabled", "suspended", "ex-employee");

    /** A day ends last twelve hours behind UTC. */
    private static final Duration EVERYWHERE = Duration.ofHours(12);

    /** Who leaves knows it about so long before. Chosen by hand. */
    private static final Duration NOTICE = Duration.ofDays(30);

    /** Whoever works here is seen more often than that. Chosen by hand: longer than most holidays. */
    private static final Duration QUIET = Duration.ofDays(21);

    private static final Set<String> ADMINISTRATORS = Set.of("admin", "administrator", "administration", "privileged");

    private final Map<AccountId, Member> members;
    private final Map<String, List<AccountId>> departments = new HashMap<>();

    /**
     * One account as the directory describes it. Texts are compared without regard to case; empty where it does not say.
     *
     * @param manager the manager's account
     * @param type what the account is for: {@code service}, {@code admin}, {@code user} ...
     * @param status such as {@code active} or {@code left}
     * @param lastDay the last day of work, where one is set
     */
    public record Member(
            String department,
            String title,
            String manager,
            String office,
            String type,
            String status,
            Optional<LocalDate> lastDay) {
        public Member {
            department = plain(department);
            title = plain(title);
            manager = plain(manager);
            office = plain(office);
            type = plain(type);
            status = plain(status);
        }

        /** A member of whom nothing says that he leaves. */
        public Member(String department, String title, String manager, String office, String type) {
            this(department, title, manager, office, type, "", Optional.empty());
        }

        /**
         * Whether the person leaves or has left, at a time. A last day ends when it has ended everywhere. Who is said to have
         * left without a day has left by now, which says nothing of the time at which the directory was not yet written; so that
         * counts only for an account that was quiet before.
         *
         * @param lastSeen when the account was last in use before, or records begin
         */
        Departure departure(Instant at, Instant lastSeen) {
            if (lastDay.isPresent()) {
                Instant over = lastDay.get()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .plus(EVERYWHERE);
                return !at.isBefore(over)
                        ? Departure.LEFT
                        : at.isAfter(over.minus(NOTICE)) ? Departure.LEAVING : Departure.NONE;
            }
            return GONE.contains(status) && !lastSeen.plus(QUIET).isAfter(at) ? Departure.LEFT : Departure.NONE;
        }

        private static String plain(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }

        /** What the directory says the account is, where that is more than a person. */
        Optional<AccountKind> kind() {
            return SERVICES.contains(type)
                    ? Optional.of(AccountKind.SERVICE)
                    : ADMINISTRATORS.contains(type) ? Optional.of(AccountKind.ADMINISTRATOR) : Optional.empty();
        }

        /** How much of the rest two of a department have in common, in [0, 3]. */
        private int alike(Member other) {
            return same(title, other.title) + same(manager, other.manager) + same(office, other.office);
        }

        private static int same(String a, String b) {
            return !a.isEmpty() && a.equals(b) ? 1 : 0;
        }
    }

    public Staff(Map<AccountId, Member> members) {
        this.members = Map.copyOf(members);
        Map<String, Member> sorted = new TreeMap<>();
        members.forEach((account, member) -> sorted.put(account.value(), member));
        sorted.forEach((account, member) -> {
            if (!member.department().isEmpty()) {
                departments
                        .computeIfAbsent(member.department(), k -> new ArrayList<>())
                        .add(new AccountId(account));
            }
        });
    }

    /** Whether a person is on the way out. */
    public enum Departure {
        NONE,
        /** The last day is near. */
        LEAVING,
        LEFT
    }

    public Optional<Member> member(AccountId account) {
        return Optional.ofNullable(members.get(account));
    }

    /**
     * The others of its department, those with the same title, manager and office first.
     *
     * @param most how many at the most
     */
    List<AccountId> colleagues(AccountId account, int most) {
        return member(account).map(own -> colleagues(account, own, most)).orElse(List.of());
    }

    private List<AccountId> colleagues(AccountId account, Member own, int most) {
        List<AccountId> all = departments.getOrDefault(own.department(), List.of());
        // Of a large department each looks at those after him by name, so that not all depend on the same few.
        List<AccountId> others = new ArrayList<>(all);
        Collections.rotate(others, -Math.max(0, all.indexOf(account)));
        others.remove(account);
        others.sort(
                Comparator.comparingInt(other -> -member(other).map(own::alike).orElse(0)));
        return List.copyOf(others.subList(0, Math.min(most, others.size())));
    }
}
