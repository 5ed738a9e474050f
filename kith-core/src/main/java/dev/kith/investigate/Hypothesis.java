package dev.kith.investigate;

/**
 * What may be behind a trigger. Exactly one holds; priors are chosen by hand from what triggers mostly turn out to be, and
 * add up to 1.
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
    ROUTINE("Ordinary work, more of it than usual", false, 0.28);

    private final String title;
    private final boolean malicious;
    private final double prior;

    Hypothesis(String title, boolean malicious, double prior) {
        this.title = title;
        this.malicious = malicious;
        this.prior = prior;
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
