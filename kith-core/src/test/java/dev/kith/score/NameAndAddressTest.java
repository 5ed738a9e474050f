package dev.kith.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.MailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAndAddressTest {
    @ParameterizedTest
    @CsvSource({
        "Eva Lindqvist,         eva.lindqvist@alder.example",
        "Eva Lindqvist,         lindq@post.example",
        "Zoë Müller,            zoe@birch.example",
        "John Fitzgerald Smith, jfs@birch.example",
        "Birch Logistics,       noreply@birch.example",
        "Customer Service,      x91@alder.example",
        "王伟,                   w8812@alder.example",
        "Lina Ana Quiroga Mante, laquiman@uni.example",
        "Robert Kahn,           robertk77@post.example",
        "'',                    q@alder.example",
    })
    void nameThatTheAddressShows_isAlike(String name, String address) {
        assertThat(NameAndAddress.alike(name, MailAddress.of(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Warm Winter Vest,      ornknfvg@eaux.smedle.example",
        "African Union,         jiri62@post.example",
        "Your Parcel Today,     k2@love.watchly.example",
        "Barrister Rowntree,    info@wwzugs.example",
    })
    void nameThatHasNothingOfTheAddress_isNotAlike(String name, String address) {
        assertThat(NameAndAddress.alike(name, MailAddress.of(address))).isFalse();
    }
}
