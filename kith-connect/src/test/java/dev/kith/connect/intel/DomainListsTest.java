package dev.kith.connect.intel;

import static dev.kith.event.DomainTrait.FILE_STORAGE;
import static dev.kith.event.DomainTrait.FORM;
import static dev.kith.event.DomainTrait.FREE_HOSTING;
import static dev.kith.event.DomainTrait.SUSPICIOUS_TLD;
import static dev.kith.event.DomainTrait.TRACKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainListsTest {
    @Test
    void longestListedSuffix_speaks() {
        DomainLists lists = lists(builder -> {
            builder.add("acme.example", Set.of(FILE_STORAGE));
            builder.add("www.acme.example", Set.of());
            builder.add("forms.acme.example", Set.of(FORM));
            builder.add("forms.acme.example", Set.of(TRACKING));
        });

        assertThat(lists.traits("x.acme.example", "")).containsExactly(FILE_STORAGE);
        assertThat(lists.traits("X.ACME.EXAMPLE.", "")).containsExactly(FILE_STORAGE);
        assertThat(lists.traits("www.acme.example", "")).isEmpty();
        assertThat(lists.traits("a.forms.acme.example", "")).containsExactlyInAnyOrder(FORM, TRACKING);
        assertThat(lists.traits("notacme.example", "")).isEmpty();
        assertThat(lists.size()).isEqualTo(3);
    }

    @Test
    void variableLabels_standForOneLabelEach() {
        DomainLists lists = lists(builder -> {
            builder.add("s3.*.acme.example", Set.of(FREE_HOSTING));
            builder.add("s3-*.acme.example", Set.of(FREE_HOSTING));
            builder.add("click#.example", Set.of(TRACKING));
        });

        assertThat(lists.traits("bucket.s3.north.acme.example", "")).containsExactly(FREE_HOSTING);
        assertThat(lists.traits("s3-north.acme.example", "")).containsExactly(FREE_HOSTING);
        assertThat(lists.traits("s3.acme.example", "")).isEmpty();
        assertThat(lists.traits("s4.north.acme.example", "")).isEmpty();
        assertThat(lists.traits("a.click19.example", "")).containsExactly(TRACKING);
        assertThat(lists.traits("click.example", "")).isEmpty();
        assertThat(lists.traits("click1x.example", "")).isEmpty();
    }

    @Test
    void longestPath_speaks() {
        DomainLists lists = lists(builder -> {
            builder.add("docs.example", Set.of(FILE_STORAGE));
            builder.add("docs.example/forms", Set.of(FORM));
            builder.add("docs.example/a/*/forms", Set.of(FORM));
            builder.add("docs.example/forms/click", Set.of(TRACKING));
        });

        assertThat(lists.traits("docs.example", "/forms/1")).containsExactly(FORM);
        assertThat(lists.traits("docs.example", "//Forms?x")).containsExactly(FORM);
        assertThat(lists.traits("docs.example", "/a/acme/forms#x")).containsExactly(FORM);
        assertThat(lists.traits("docs.example", "/forms/click/1")).containsExactly(TRACKING);
        assertThat(lists.traits("docs.example", "/formstuff")).containsExactly(FILE_STORAGE);
        assertThat(lists.traits("docs.example", "/?/forms")).containsExactly(FILE_STORAGE);
    }

    @Test
    void listedTopLevel_addsToTheRest() {
        DomainLists lists = lists(builder -> {
            builder.add("acme.example", Set.of(FORM));
            builder.addTopLevel(".example");
            builder.addTopLevel("co.test");
        });

        assertThat(lists.traits("acme.example", "")).containsExactlyInAnyOrder(FORM, SUSPICIOUS_TLD);
        assertThat(lists.traits("other.example", "")).containsExactly(SUSPICIOUS_TLD);
        assertThat(lists.traits("acme.co.test", "")).containsExactly(SUSPICIOUS_TLD);
        assertThat(lists.traits("co.example.test", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com", ".com", "a..b", "a b.com", "http://a.com", "a.*", "*", "a@b.com", "acme.c#"})
    void whatIsNoHost_isNoEntry(String entry) {
        assertThat(new DomainLists.Builder().add(entry, Set.of(FORM))).isFalse();
    }

    private static DomainLists lists(java.util.function.Consumer<DomainLists.Builder> fill) {
        DomainLists.Builder builder = new DomainLists.Builder();
        fill.accept(builder);
        return builder.build();
    }
}
