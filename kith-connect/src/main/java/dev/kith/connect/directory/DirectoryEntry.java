package dev.kith.connect.directory;

import dev.kith.event.MailAddress;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One account as its owner describes it. Texts are empty where the table does not say.
 *
 * @param account the account's address
 * @param manager the manager's account
 * @param status in lower case, such as {@code active} or {@code left}
 * @param lastDay the last day of work, where one is set
 * @param office where the person works
 * @param type what the account is for, such as {@code user}, {@code service} or {@code admin}
 * @param guarded a break-glass account that must never be disabled
 */
public record DirectoryEntry(
        MailAddress account,
        String displayName,
        String department,
        String manager,
        String title,
        String status,
        Optional<LocalDate> lastDay,
        boolean guarded,
        String office,
        String type) {}
