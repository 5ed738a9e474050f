package dev.kith.simulate;

import dev.kith.simulate.m365.MailboxRecord.Mail;
import dev.kith.simulate.m365.User;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person of ours as the cloud knows them: machines, line at home, habits, and what is open at the moment (log-ons, mail not
 * read yet).
 */
final class CloudUser {
    /** Mails remembered, unread and read (chosen by hand; bounds the memory of a mailbox that nobody opens). */
    private static final int MAILS_MAX = 120;

    private final Person person;
    private final User user;
    private final Habits habits;
    private final String city;
    private final Belongings belongings;
    private HomeLine line;
    private final Map<String, LogOn> logOns = new HashMap<>();
    private final Deque<Mail> unread = new ArrayDeque<>();
    private final Deque<Mail> read = new ArrayDeque<>();
    private boolean readingPlanned;

    CloudUser(Person person, Simulation.Settings settings) {
        this.person = person;
        this.user = User.person(person.address(), person.name());
        Dice dice = Dice.of(settings.seed(), "cloud user", person.address());
        this.habits = Habits.of(person, dice);
        this.city = person.culture().city(dice);
        this.belongings = Belongings.of(person, settings, dice);
        this.line = HomeLine.of(person, dice);
    }

    Person person() {
        return person;
    }

    String address() {
        return person.address();
    }

    User user() {
        return user;
    }

    Habits habits() {
        return habits;
    }

    String city() {
        return city;
    }

    Belongings belongings() {
        return belongings;
    }

    HomeLine line() {
        return line;
    }

    void line(HomeLine other) {
        line = other;
    }

    Map<String, LogOn> logOns() {
        return logOns;
    }

    void receive(Mail mail) {
        unread.addLast(mail);
        if (unread.size() > MAILS_MAX) {
            unread.removeFirst();
        }
    }

    /** Whether a look into the mailbox stands in the calendar. */
    boolean readingPlanned() {
        return readingPlanned;
    }

    void readingPlanned(boolean planned) {
        readingPlanned = planned;
    }

    /** Takes what is unread, at most so many, oldest first. */
    List<Mail> open(int most) {
        List<Mail> opened = new ArrayList<>();
        while (opened.size() < most && !unread.isEmpty()) {
            Mail mail = unread.removeFirst();
            opened.add(mail);
            remember(mail);
        }
        return opened;
    }

    /** Opens that mail if it is unread. */
    Optional<Mail> open(String messageId) {
        Optional<Mail> mail =
                unread.stream().filter(one -> one.messageId().equals(messageId)).findFirst();
        mail.ifPresent(one -> {
            unread.remove(one);
            remember(one);
        });
        return mail;
    }

    private void remember(Mail mail) {
        read.addLast(mail);
        if (read.size() > MAILS_MAX) {
            read.removeFirst();
        }
    }

    /** Mails that have been read, oldest first. */
    List<Mail> recent() {
        return List.copyOf(read);
    }

    @Override
    public String toString() {
        return address();
    }
}
