package dev.kith.investigate;

import java.util.Arrays;
import java.util.List;

/**
 * What may be behind a trigger. Of those about a subject exactly one holds; priors are chosen by hand from what triggers mostly turn out to be, and
 * add up to 1 for each subject.
 */
public enum Hypothesis {
    HIJACK("Somebody else uses the account", true, 0.03),
    APPLICATION("A malicious application was let in", true, 0.01),
    INSIDER("The person takes data out", true, 0.01),
    ELSEWHERE("The person works from elsewhere", false, 0.33),
    EQUIPMENT("The person uses a new device or program", false, 0.18),
    MAILING("A planned mailing", false, 0.06),
    ADMINISTRATION("Administration", false, 0.04),
    TOOL("An ordinary application was connected", false, 0.06),
    ROUTINE("Ordinary work, more of it than usual", false, 0.28),
    COMMAND(Subject.DEVICE, "A program on the device takes orders from outside", true, 0.03),
    EXFILTRATION(Subject.DEVICE, "Data is carried out of the device", true, 0.02),
    UPDATE(Subject.DEVICE, "Software keeps itself up to date", false, 0.25),
    TELEMETRY(Subject.DEVICE, "A program or a machine reports, or is watched", false, 0.35),
    SERVICE(Subject.DEVICE, "A service is used as it is meant to be", false, 0.35);

    /** What a case is about: each has its own hypotheses, of which exactly one holds. */
    public enum Subject {
        ACCOUNT,
        DEVICE
    }

    private final Subject subject;
    private final String title;
    private final boolean malicious;
    private final double prior;

    Hypothesis(String title, boolean malicious, double prior) {
        this(Subject.ACCOUNT, title, malicious, prior);
    }

    Hypothesis(Subject subject, String title, boolean malicious, double prior) {
        this.subject = subject;
        this.title = title;
        this.malicious = malicious;
        this.prior = prior;
    }

    /** The hypotheses about a subject, in their order. */
    public static List<Hypothesis> of(Subject subject) {
        return Arrays.stream(values()).filter(h -> h.subject == subject).toList();
    }

    /** Its place among the hypotheses about its subject, from 0. */
    int place() {
        return subject == Subject.ACCOUNT ? ordinal() : ordinal() - COMMAND.ordinal();
    }

    public Subject subject() {
        return subject;
    }

    public String title() {
        return title;
    }

    public boolean malicious() {
        return malicious;
    }

    /** Probability before anything is asked, in (0, 1). */
    public double prior() {
        return prior;
    }
}
