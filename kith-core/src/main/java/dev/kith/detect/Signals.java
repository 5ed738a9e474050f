package dev.kith.detect;

import dev.kith.score.SessionForest.Oddity;
import java.util.Optional;

/**
 * What stands around one record of an account: the same facts for every source.
 *
 * @param sensitive whether its file is named as one that holds secrets, money or people's data
 * @param guessedAccounts accounts for which sign-in failed from the same block of addresses within a day
 * @param guesses sign-ins of this account that failed within a day
 * @param ownLink whether an anonymous link was used from the unusual network from which it had been made
 * @param hidesMail whether a rule hides mail: deletes it, or puts it where nobody looks
 * @param hidesWarnings whether a rule hides mail of money or of break-ins, or all mail
 * @param hidesItself whether such a rule also marks its mail as read, or bears no real name
 * @param forwardsOut whether a rule or a setting sends mail to an address that is not ours
 * @param aboutMoney whether a rule picks out mail of money
 * @param keepsNoCopy whether a setting sends all mail on and leaves none behind
 * @param consentScope what an application was allowed, as far as it gives access to mail, files or people; else empty
 * @param consentKnownHere whether others here had let the application in before
 * @param otherCountryMinutes minutes since the account acted in another country; -1 where it did not within a day
 * @param sessionMoved whether a signed-in session went on in another network and country than it began in
 * @param rightsFromSuspect whether an account under suspicion gave this one a role, a password, a second factor or a mailbox within a day
 * @param gathering the files fetched one after another to which the record belongs; empty for other acts
 * @param recipient whom a file was shared with
 * @param drip like mail to ever more new addressees to which a record of sending belongs; empty where there is none
 * @param session how odd the hour is as a whole to which the record belongs; empty where it did not make it odder
 * @param standing what kind of account acted, and how it fits its kind and its peers
 */
public record Signals(
        boolean sensitive,
        int guessedAccounts,
        int guesses,
        boolean ownLink,
        boolean hidesMail,
        boolean hidesWarnings,
        boolean hidesItself,
        boolean forwardsOut,
        boolean aboutMoney,
        boolean keepsNoCopy,
        String consentScope,
        boolean consentKnownHere,
        int otherCountryMinutes,
        boolean sessionMoved,
        boolean rightsFromSuspect,
        Optional<Gathering> gathering,
        Recipient recipient,
        Optional<Drip> drip,
        Optional<Oddity> session,
        Standing standing) {}
