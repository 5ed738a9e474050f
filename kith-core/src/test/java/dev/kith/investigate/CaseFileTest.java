package dev.kith.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.detect.Detection;
import dev.kith.detect.Model;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a case that was raised when what comes later speaks against it. */
class CaseFileTest {
    private static final Instant NOON = Instant.parse("2026-05-19T12:00:00Z");
    private static final AccountId ANN = new AccountId("ann@wharf.example");

    private final Evidence evidence = new Evidence();
    private final CaseFile file = new CaseFile(new Detection(
            "DET-1",
            NOON,
            new Model("rule", "Mailbox::Rule", Set.of(Act.INBOX_RULE), "true", 0.5, List.of(), "", List.of()),
            ANN,
            Optional.empty(),
            "r-1",
            List.of()));
    private final Investigator investigator = new Investigator();

    @Test
    void beliefMayFall_butWhatWasRaisedStaysRaised_withWhatItGathered() {
        evidence.traces.add(rule());
        file.investigate(investigator, NOON, evidence);
        assertThat(file.conclusion().malicious()).isGreaterThanOrEqualTo(Conclusion.RAISED);
        assertThat(file.stands()).isTrue();
        double then = file.raisedWith();
        assertThat(then).isGreaterThanOrEqualTo(Conclusion.RAISED);

        evidence.traces.clear();
        file.investigate(investigator, NOON.plusSeconds(60), evidence);

        assertThat(file.stands()).isFalse();
        assertThat(file.raisedAt()).contains(NOON);
        assertThat(file.raisedWith()).isEqualTo(then);
        assertThat(file.conclusion().malicious()).isLessThan(Conclusion.RAISED);
        assertThat(file.events().traces()).extracting(Trace::id).containsExactly("r-1");
    }

    @Test
    void anIncidentWhoseBeliefFell_isToldAsFallen_andProposesNothing() {
        evidence.traces.add(rule());
        file.investigate(investigator, NOON, evidence);
        assertThat(incident().fallen()).isFalse();
        assertThat(incident().actions()).isNotEmpty();

        evidence.traces.clear();
        file.investigate(investigator, NOON.plusSeconds(60), evidence);

        assertThat(incident().raised()).isTrue();
        assertThat(incident().fallen()).isTrue();
        assertThat(incident().actions()).isEmpty();
        assertThat(incident().dossier().cases())
                .singleElement()
                .satisfies(c -> assertThat(c.malicious()).isLessThan(c.raisedWith()));
    }

    @Test
    void aCaseThatWasNeverRaised_gathersNothing() {
        file.investigate(investigator, NOON, evidence);
        assertThat(file.raisedAt()).isEmpty();
        assertThat(file.raisedWith()).isZero();
        assertThat(incident().raised()).isFalse();
    }

    private Incident incident() {
        return Incidents.of(List.of(file), id -> Addressees.UNKNOWN).get(0);
    }

    private static Trace rule() {
        return new Trace(
                "r-1",
                NOON,
                ANN,
                Actor.Kind.PERSON,
                Act.INBOX_RULE,
                Optional.of(Endpoint.of(IpAddress.parse("192.0.2.66").orElseThrow())),
                "mac/chrome",
                "",
                "rule",
                "forwards to mallory@evil.example",
                Optional.empty(),
                List.of(),
                0,
                12,
                0.9,
                0,
                Optional.empty(),
                Optional.of(Danger.FORWARDS_MONEY_OUT),
                Optional.empty());
    }

    /** Evidence that a test may take away. */
    private static final class Evidence implements EvidenceStore {
        final List<Trace> traces = new ArrayList<>();

        @Override
        public List<Trace> ofAccount(AccountId account, Instant from, Instant to) {
            return traces.stream()
                    .filter(t -> t.account().equals(account))
                    .filter(t -> !t.at().isBefore(from) && !t.at().isAfter(to))
                    .toList();
        }

        @Override
        public List<Trace> fromBlock(String block, Instant from, Instant to) {
            return List.copyOf(traces);
        }

        @Override
        public List<MailTrace> mailTo(AccountId account, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public boolean suspected(AccountId account, String but, Instant from, Instant to) {
            return false;
        }

        @Override
        public boolean suspected(AccountId account, Instant since) {
            return false;
        }

        @Override
        public List<Trace> rightsOf(AccountId account, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<AccountId> peersOf(AccountId account) {
            return List.of();
        }

        @Override
        public List<Foothold> inForce(AccountId account) {
            Instant before = NOON.minus(Duration.ofDays(2));
            return traces.isEmpty()
                    ? List.of()
                    : List.of(new Foothold("forwarding", before, "r-0", Optional.empty(), false, true));
        }

        @Override
        public List<MailTrace> campaign(String id) {
            return List.of();
        }

        @Override
        public List<MailTrace> suspiciousFrom(String sender) {
            return List.of();
        }

        @Override
        public List<MailTrace> mail(String messageId) {
            return List.of();
        }
    }
}
