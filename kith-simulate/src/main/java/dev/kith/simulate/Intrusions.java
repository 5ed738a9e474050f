package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account side of colleagues' accounts that write what they should not, in stories that tell of no more than the mails:
 * before the first, whoever writes from elsewhere has signed in from there.
 */
final class Intrusions implements Mailboxes.MailStory {
    private static final List<String> TECHNIQUES = List.of("T1078.004", "T1534");

    /** Stories taken down; a longer one is not needed to learn from (chosen by hand, bounds memory). */
    private static final int STORIES_MAX = 2_000;

    private final Cloud cloud;
    private final Map<String, ScenarioNotes> byAccountAndDay = new HashMap<>();

    Intrusions(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public void posted(Posted mail, Optional<Stamp> sent) {
        Mailing.Mark mark = mail.mailing().mark();
        Optional<CloudUser> owner = cloud.user(mail.from().address());
        if (mark.truth() != Label.Truth.ATTACK || sent.isEmpty() || owner.isEmpty()) {
            return;
        }
        String day = Whereabouts.day(owner.get().person(), mail.at()).toString();
        String key = owner.get().address() + " " + day;
        ScenarioNotes known = byAccountAndDay.get(key);
        if (known == null) {
            if (byAccountAndDay.size() >= STORIES_MAX) {
                return;
            }
            known = cloud.story(ScenarioNotes.attack(
                    "internal-phishing-" + (byAccountAndDay.size() + 1), "internal-phishing", TECHNIQUES));
            byAccountAndDay.put(key, known);
            known.account(owner.get().address());
            signIn(owner.get(), mail, known);
        }
        known.note("mail", mail.received(), mail.messageId());
        known.taken("sent", sent.get());
        known.same(mail.messageId(), sent.get().id());
    }

    private void signIn(CloudUser owner, Posted mail, ScenarioNotes notes) {
        String address = mail.mailing().presence().address();
        boolean own = address.equals(owner.person().officeAddress())
                || address.equals(owner.person().homeAddress())
                || mail.mailing().mark().difficulty().equals("hard");
        if (own) {
            return; // whoever writes sits at the owner's machine, or has taken its session
        }
        Dice dice = cloud.dice("intrusion", mail.messageId());
        Place place = Geography.at(address, Network.of(address));
        Instant at = mail.at().minusSeconds(dice.between(120, 700));
        notes.taken(
                "sign-in",
                cloud.signIns().stranger(owner, App.OUTLOOK_WEB, Takeover.machine(address), place, at, true));
    }
}
