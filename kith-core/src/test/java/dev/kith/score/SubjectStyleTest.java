package dev.kith.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectStyleTest {
    @Test
    void plainSubject_hasNoMarks() {
        assertThat(SubjectStyle.marks("Re: Customs papers for container 4471", "Eva Lindqvist"))
                .isEmpty();
        assertThat(SubjectStyle.marks("RFQ 2026", "Eva")).isEmpty();
    }

    @Test
    void marksOfAdvertising_areNamedInOrder() {
        assertThat(SubjectStyle.marks("\uD83C\uDF81 50 % OFF TODAY ONLY!", "Shop"))
                .containsExactly("picture", "exclamation", "money", "capitals");
    }

    @Test
    void dressedUpLettersAndUnfilledFields_areMarks() {
        assertThat(SubjectStyle.marks("\uD835\uDDEA\uD835\uDDF2\uD835\uDDF9 come", ""))
                .containsExactly("dressed letters");
        assertThat(SubjectStyle.marks("{{first_name}}, your quote", "")).containsExactly("unfilled field");
        assertThat(SubjectStyle.marks("[username], look", "")).containsExactly("unfilled field");
    }
}
