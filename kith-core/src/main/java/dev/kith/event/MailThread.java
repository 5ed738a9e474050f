package dev.kith.event;

import java.util.List;

/**
 * What a mail answers or forwards.
 *
 * @param references Message-IDs of In-Reply-To and References, oldest first, without repeats, at most 50 (the newest)
 * @param subjectKey subject without reply and forward marks, lower case, digits as 0: mails of one thread share it
 * @param claimsReply whether the subject bears a reply mark (Re:, AW:, SV: ...)
 * @param claimsForward whether it bears a forward mark
 * @param quotes whether the body quotes an earlier mail
 */
public record MailThread(
        List<String> references, String subjectKey, boolean claimsReply, boolean claimsForward, boolean quotes) {
    public MailThread {
        references = List.copyOf(references);
    }
}
