package dev.kith.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.DomainTrait;
import dev.kith.profile.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
    private static final List<String> KNOWN = List.of(
            "brightwater.example",
            "harbour-freight.example",
            "merchant.example",
            "vulcan.com",
            "paypal.com",
            "xn--mller-shne-kcb9d.example",
            "dhl.com",
            "orbit.com",
            "orbit-lines.com");

    private final LookAlikes lookAlikes = LookAlikes.of(KNOWN);

    @ParameterizedTest
    @CsvSource({
        // Cyrillic а in vulcan; Cyrillic е and о in merchant
        "xn--vulcn-7ve.com, vulcan.com, HOMOGLYPH",
        "paypa1.com, paypal.com, LETTERS_LOOK_ALIKE",
        "paypai.com, paypal.com, LETTERS_LOOK_ALIKE",
        "rnerchant.example, merchant.example, LETTERS_LOOK_ALIKE",
        "brightvvater.example, brightwater.example, LETTERS_LOOK_ALIKE",
        "0rbit.com, orbit.com, LETTERS_LOOK_ALIKE",
        "brightwaterr.example, brightwater.example, TYPING_ERROR",
        "brihgtwater.example, brightwater.example, TYPING_ERROR",
        "brightqater.example, brightwater.example, TYPING_ERROR",
        "rightwater.example, brightwater.example, TYPING_ERROR",
        "brightwate.example, brightwater.example, TYPING_ERROR",
        "brigthwater.example, brightwater.example, TYPING_ERROR",
        "brighwtater.example, brightwater.example, TYPING_ERROR",
        "merchants.example, merchant.example, PLURAL",
        "bright-water.example, brightwater.example, HYPHEN",
        "harbourfreight.example, harbour-freight.example, HYPHEN",
        "brightwater-billing.example, brightwater.example, ADDED_WORD",
        "brightwatergroup.example, brightwater.example, ADDED_WORD",
        "securebrightwater.example, brightwater.example, ADDED_WORD",
        "my-brightwater.example, brightwater.example, ADDED_WORD",
        "dhl-delivery.com, dhl.com, ADDED_WORD",
        "freight-harbour.example, harbour-freight.example, REORDERED",
        "brightwater.test, brightwater.example, TLD_SWAP",
        "vulcan-com.test, vulcan.com, AS_PREFIX",
    })
    void imitations_areFound(String domain, String known, LookAlikes.Kind kind) {
        Optional<LookAlikes.Match> match = lookAlikes.find(domain);

        assertThat(match).isPresent();
        assertThat(match.get().known()).isEqualTo(known);
        assertThat(match.get().kind()).isEqualTo(kind);
        assertThat(match.get().closeness()).isBetween(0.3, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "brightwater.example",
        "paypal.com",
        "bluewater.example",
        "brightest.example",
        "dhk.com",
        "del.com",
        "orbital-mechanics.com",
        "merchandise.example",
        "unrelated.example",
        "com",
        "''",
        "xn--.example",
        "xn--99999999999999.example",
        "dhlfoo.com",
    })
    void knownDomainsAndStrangers_imitateNobody(String domain) {
        assertThat(lookAlikes.find(domain)).isEmpty();
    }

    @Test
    void knownDomainBeforeAnother_isFoundInTheHost() {
        assertThat(lookAlikes.find("vulcan.com.evil.test", "evil.test"))
                .contains(new LookAlikes.Match("vulcan.com", LookAlikes.Kind.AS_PREFIX, 0.9));
        assertThat(lookAlikes.find("login.vulcan-com.evil.test", "evil.test"))
                .map(LookAlikes.Match::kind)
                .contains(LookAlikes.Kind.AS_PREFIX);
        assertThat(lookAlikes.find("www.evil.test", "evil.test")).isEmpty();
    }

    @Test
    void numberedNames_doNotImitateEachOther() {
        assertThat(LookAlikes.of(List.of("terminal-46.example")).find("terminal-56.example"))
                .isEmpty();
    }

    @Test
    void accents_areFoldedAway() {
        assertThat(lookAlikes.find("muller-sohne.example"))
                .map(LookAlikes.Match::kind)
                .contains(LookAlikes.Kind.HOMOGLYPH);
    }

    @Test
    void siblingsTheWholeWorldKnows_hardlyImitate() {
        LookAlikes index = LookAlikes.of(List.of("vulcan.com"), new Famous(Set.of("vulcan.com", "vulcan.de")));

        assertThat(index.find("vulcan.de").orElseThrow().closeness()).isLessThanOrEqualTo(0.2);
        assertThat(index.find("vulcan.shop").orElseThrow().closeness()).isEqualTo(0.7);
        assertThat(index.find("vulkan.com").orElseThrow().closeness())
                .isGreaterThan(LookAlikes.of(List.of("vulcan.com"), new Famous(Set.of("vulkan.com")))
                        .find("vulkan.com")
                        .orElseThrow()
                        .closeness());
    }

    @Test
    void domainsAddedLater_areFoundToo() {
        LookAlikes index = LookAlikes.of(List.of());
        assertThat(index.find("newpartner1.example")).isEmpty();

        index.add("newpartner.example");
        index.add("newpartner.example");

        assertThat(index.size()).isEqualTo(1);
        assertThat(index.find("newpartner1.example")).isPresent();
    }

    @Test
    void everySingleErrorInALongName_isFound() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String name = letters(random, 5 + random.nextInt(12));
            String changed = withOneError(name, random);
            LookAlikes index = LookAlikes.of(List.of(name + ".example"));
            if (!changed.equals(name)) {
                assertThat(index.find(changed + ".example"))
                        .as("%s for %s", changed, name)
                        .isPresent();
            }
        }
    }

    @Test
    void orderOfLearning_doesNotMatter() {
        List<String> domains = new ArrayList<>(KNOWN);
        Collections.shuffle(domains, new Random(3));
        LookAlikes shuffled = LookAlikes.of(domains);

        for (String domain : List.of("paypa1.com", "orbit-line.com", "orbits.com", "brightwatergroup.example")) {
            assertThat(shuffled.find(domain)).isEqualTo(lookAlikes.find(domain));
        }
    }

    private static String letters(Random random, int length) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            name.append((char) ('a' + random.nextInt(26)));
        }
        return name.toString();
    }

    private static String withOneError(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at);
            case 1 -> name.length() <= 5 ? name : name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    /** A world in which some domains are used by everybody. */
    private record Famous(Set<String> domains) implements World {
        @Override
        public Set<DomainTrait> traits(String host) {
            return Set.of();
        }

        @Override
        public double popularity(String domain) {
            return domains.contains(domain) ? 0.9 : 0;
        }

        @Override
        public double networkShare(long asn) {
            return 0;
        }

        @Override
        public String registrableDomain(String host) {
            return host;
        }
    }

    @Test
    void namesOfOnePattern_howeverMany_hideNobodyWhoWasKnownBefore() {
        LookAlikes index = LookAlikes.of(List.of("harbour-quay.com"));
        for (int i = 10_000; i < 20_000; i++) {
            index.add("harbour-" + i + ".com");
        }

        assertThat(index.size()).isEqualTo(10_001);
        assertThat(index.find("harbour-quey.com")).map(LookAlikes.Match::known).contains("harbour-quay.com");
        assertThat(index.find("harbour-10000.com")).isEmpty();
    }
}
