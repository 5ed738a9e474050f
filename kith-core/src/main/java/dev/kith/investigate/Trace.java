package dev.kith.investigate;

import dev.kith.detect.Standing;
import dev.kith.detect.Visit;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Endpoint;
import dev.kith.profile.Act;
import dev.kith.profile.HostedFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a record of an account, so that questions can be asked of it later.
 *
 * @param id the source's id of the record
 * @param application id of the application used, or let in
 * @param object what it was done to: file, mailbox, application; cut
 * @param about what else is told of it: subject, what a rule does, what an application was allowed; cut
 * @param file what is told of the file it is about; empty for what is no file
 * @param messageIds Message-IDs it names, a few
 * @param deviceBits how surprising the device was
 * @param trust how far the account's history was to be trusted then, in [0, 1)
 * @param hourBits how unusual the hour of the week was for the account
 * @param sessionBits how odd its hour was as a whole by then, in bits; 0 where it did not make it odder
 * @param visit the visit it belongs to; empty from a usual place
 * @param note what makes it dangerous in itself, in words of {@link Danger}
 * @param standing what kind of account acted and what its peers do, where that is remarkable
 */
public record Trace(
        String id,
        Instant at,
        AccountId account,
        Actor.Kind actor,
        Act act,
        Optional<Endpoint> endpoint,
        String device,
        String application,
        String object,
        String about,
        Optional<HostedFile> file,
        List<String> messageIds,
        double deviceBits,
        double trust,
        double hourBits,
        double sessionBits,
        Optional<Visit> visit,
        Optional<Danger> note,
        Optional<Standing> standing) {

    /** What an act can be in itself, whoever does it. */
    public enum Danger {
        HIDES_MAIL,
        HIDES_WARNINGS,
        HIDES_ITSELF,
        FORWARDS_OUT,
        FORWARDS_MONEY_OUT,
        FORWARDS_ALL_AWAY,
        SECRET_SHARED,
        SECRET_FETCHED,
        OWN_LINK_USED,
        CONSENT,
        MFA,
        DELEGATION,
        CREDENTIAL,
        ROLE,
        SETTING,
        OUTBOUND_BURST,
        OUTBOUND_DRIP,
        DOWNLOAD_BURST,
        GATHERED,
        SHARED_PRIVATE,
        LEAVER_FETCHED,
        DELETION_BURST,
        ODD_READER
    }
}
