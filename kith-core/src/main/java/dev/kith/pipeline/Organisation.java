package dev.kith.pipeline;

import dev.kith.event.MailAddress;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose mail this is.
 *
 * @param domains our domains, in lower case, each with all its subdomains
 * @param mailboxes our addresses at foreign domains
 * @param authservIds hosts whose Authentication-Results are believed
 * @param inferred whether the input, not the owner, told us
 */
public record Organisation(Set<String> domains, Set<MailAddress> mailboxes, Set<String> authservIds, boolean inferred) {
    public Organisation {
        Set<String> lower = new TreeSet<>();
        for (String domain : domains) {
            lower.add(domain.toLowerCase(Locale.ROOT));
        }
        domains = Set.copyOf(lower);
        mailboxes = Set.copyOf(mailboxes);
        authservIds = Set.copyOf(authservIds);
    }

    /** Whether an address is one of ours. */
    public boolean owns(MailAddress address) {
        if (mailboxes.contains(address)) {
            return true;
        }
        String domain = address.domain();
        for (int start = 0; start >= 0 && start < domain.length(); ) {
            if (domains.contains(start == 0 ? domain : domain.substring(start))) {
                return true;
            }
            int dot = domain.indexOf('.', start);
            start = dot < 0 ? -1 : dot + 1;
        }
        return false;
    }
}
