package dev.kith.profile;

import dev.kith.event.MailAuthentication;
import dev.kith.event.MailAuthentication.Verdict;
import java.util.List;
import java.util.Set;

/**
 * What the believed Authentication-Results say of a mail.
 *
 * <p>Only headers of a trusted host are believed (RFC 8601, section 5). Where the mail bears none of those, the topmost
 * header is heard, but only its failures: a sender can forge a pass, and has no reason to forge a failure.
 *
 * @param spf result of SPF; NONE where not believed or not said
 * @param dkim best result of all signatures
 * @param dmarc result of DMARC
 * @param domain the domain that signed or, without a signature, sent; empty where none passed
 * @param believed whether a trusted host said so
 */
public record AuthenticationView(Verdict spf, Verdict dkim, Verdict dmarc, String domain, boolean believed) {

    public static AuthenticationView of(List<MailAuthentication> results, Set<String> trusted) {
        boolean any = results.stream().anyMatch(r -> trusted(r, trusted));
        Verdict spf = Verdict.NONE;
        Verdict dkim = Verdict.NONE;
        Verdict dmarc = Verdict.NONE;
        String domain = "";
        for (MailAuthentication r : results) {
            if (any ? !trusted(r, trusted) : r.header() != 0 || r.verdict() == Verdict.PASS) {
                continue;
            }
            switch (r.method()) {
                case "spf" -> {
                    spf = better(spf, r.verdict());
                    domain = r.verdict() == Verdict.PASS && domain.isEmpty() ? r.domain() : domain;
                }
                case "dkim" -> {
                    dkim = better(dkim, r.verdict());
                    domain = r.verdict() == Verdict.PASS && !r.domain().isEmpty() ? r.domain() : domain;
                }
                case "dmarc" -> dmarc = better(dmarc, r.verdict());
                default -> {
                    // arc, compauth and others say nothing that these three do not
                }
            }
        }
        return new AuthenticationView(spf, dkim, dmarc, domain, any);
    }

    /** Outlook writes no authserv-id: there the topmost header is its own. */
    private static boolean trusted(MailAuthentication r, Set<String> trusted) {
        return r.authservId().isEmpty() ? r.header() == 0 && !r.arc() : trusted.contains(r.authservId());
    }

    /** The better of two results of one method: one good signature is enough. */
    private static Verdict better(Verdict a, Verdict b) {
        return rank(a) >= rank(b) ? a : b;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case PASS -> 5;
            case FAIL -> 4;
            case SOFTFAIL -> 3;
            case PERMERROR, TEMPERROR -> 2;
            case NEUTRAL -> 1;
            case NONE -> 0;
        };
    }

    public boolean passes() {
        return spf == Verdict.PASS || dkim == Verdict.PASS || dmarc == Verdict.PASS;
    }

    /** A short form that a sender's habit is counted by: {@code spf=pass dkim=pass(example.com) dmarc=none}. */
    public String habit() {
        return "spf=" + lower(spf) + " dkim=" + lower(dkim) + " dmarc=" + lower(dmarc);
    }

    public static String lower(Verdict verdict) {
        return verdict.name().toLowerCase(java.util.Locale.ROOT);
    }
}
