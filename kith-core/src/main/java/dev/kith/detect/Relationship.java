package dev.kith.detect;

import java.time.Instant;
import java.util.Optional;

/**
 * What was known of sender and recipient together before this mail.
 *
 * @param received mails from this sender to this recipient (for mail to several: the best known of them), decayed
 * @param answered mails the other way, decayed
 * @param receivedHere mails from this sender to anybody here, decayed
 * @param domainHere mails from this sender's domain to anybody here, decayed
 * @param since first sighting of the sender here; empty where never seen
 */
public record Relationship(
        double received, double answered, double receivedHere, double domainHere, Optional<Instant> since) {}
