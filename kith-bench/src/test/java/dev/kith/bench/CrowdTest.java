package dev.kith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.language.LanguageAnalyser;
import dev.kith.connect.link.LinkReading;
import dev.kith.connect.mail.MailParser;
import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.SourceRef;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private final Intel intel = IntelTables.builtIn();
    private final MailParser parser = new MailParser(intel, new LinkReading(intel), LanguageAnalyser.load());

    @Test
    void correspondentsHaveAddressesOfTheirOwn_fiveAtADomain() {
        Crowd crowd = new Crowd(parse(Samples.listMail()));
        Set<String> addresses = new HashSet<>();
        Set<String> domains = new HashSet<>();
        for (int n = 0; n < 5_000; n++) {
            EmailActivity mail = crowd.mail(n);
            addresses.add(mail.from().address().toString());
            domains.add(mail.from().address().domain());
        }

        assertThat(addresses).hasSizeGreaterThan(4_990);
        assertThat(domains).hasSizeBetween(950, 1_000);
    }

    @Test
    void aCorrespondentIsTheSameInEveryCrowd_andTimePasses() {
        EmailActivity pattern = parse(Samples.listMail());
        Crowd crowd = new Crowd(pattern);
        EmailActivity first = crowd.mail(7);
        EmailActivity second = crowd.mail(7);

        assertThat(new Crowd(pattern).mail(7)).isEqualTo(first);
        assertThat(second.from()).isEqualTo(first.from());
        assertThat(Duration.between(first.occurredAt(), second.occurredAt())).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theSamplesAreReadWithoutProblems_andTheLinksUnwrapped() {
        assertThat(parse(Samples.listMail()).problems()).isEmpty();
        EmailActivity page = parse(Samples.pageMail());
        assertThat(page.problems()).isEmpty();
        assertThat(page.links())
                .filteredOn(link -> !link.wrappers().isEmpty())
                .hasSize(12)
                .extracting(Link::host)
                .containsOnly("shop.quay.example");
    }

    private EmailActivity parse(byte[] mail) {
        return parser.parse(mail, SourceRef.of("sample"));
    }
}
