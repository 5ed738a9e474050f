package dev.kith.server;

import dev.kith.event.ApiActivity;
import dev.kith.event.Authentication;
import dev.kith.event.Client;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.IpAddress;
import dev.kith.event.MailAddress;
import dev.kith.event.MailboxActivity;
import dev.kith.event.UserManagement;
import dev.kith.profile.AccountFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells which events are about what a person asks about. */
final class AskedMatch {
    private final Asking asking;
    private final String id;
    private final Optional<IpAddress> ip;

    AskedMatch(Asking asking) {
        this.asking = asking;
        this.id = asking.kind() == Asking.Kind.MESSAGE
                ? bare(asking.id().strip())
                : asking.id().strip().toLowerCase(Locale.ROOT);
        this.ip = IpAddress.parse(asking.id());
    }

    private static String bare(String messageId) {
        return messageId.startsWith("<") && messageId.endsWith(">")
                ? messageId.substring(1, messageId.length() - 1)
                : messageId;
    }

    /** Whether a record of an account is about it. */
    boolean record(AccountFacts facts) {
        return switch (asking.kind()) {
            case ACCOUNT ->
                facts.account().value().equals(id) || facts.actor().uid().equals(id);
            case ADDRESS -> facts.account().value().equals(id);
            case IP ->
                facts.endpoint()
                        .filter(e -> ip.filter(e.ip()::equals).isPresent())
                        .isPresent();
            case FILE -> facts.event() instanceof FileHostingActivity file && file(file);
            case DEVICE -> device(facts);
            case MESSAGE ->
                facts.event() instanceof MailboxActivity mail
                        && mail.messageIds().stream().anyMatch(m -> bare(m).equals(id));
        };
    }

    private boolean file(FileHostingActivity file) {
        String object = file.object().toLowerCase(Locale.ROOT);
        return file.name().equalsIgnoreCase(id) || object.equals(id) || object.endsWith("/" + id);
    }

    private boolean device(AccountFacts facts) {
        return client(facts.event())
                        .filter(c -> c.deviceId().equalsIgnoreCase(id))
                        .isPresent()
                || facts.details().getOrDefault("device.displayName", "").equalsIgnoreCase(id)
                || facts.device().equalsIgnoreCase(id);
    }

    private static Optional<Client> client(Event event) {
        if (event instanceof Authentication e) {
            return Optional.of(e.client());
        }
        if (event instanceof FileHostingActivity e) {
            return Optional.of(e.client());
        }
        if (event instanceof MailboxActivity e) {
            return Optional.of(e.client());
        }
        if (event instanceof UserManagement e) {
            return Optional.of(e.client());
        }
        return event instanceof ApiActivity e ? Optional.of(e.client()) : Optional.empty();
    }

    /** The addresses of a mail that is about it: its author and whom it reached; empty where it is not. */
    List<MailAddress> mail(Event event) {
        if (event instanceof EmailActivity mail) {
            boolean about = asking.kind() == Asking.Kind.MESSAGE
                    ? bare(mail.id().value()).equals(id)
                    : asking.kind() == Asking.Kind.ADDRESS
                            && mail.from().address().toString().equals(id);
            if (about) {
                List<MailAddress> all = new ArrayList<>(List.of(mail.from().address()));
                mail.to().forEach(to -> all.add(to.address()));
                mail.cc().forEach(cc -> all.add(cc.address()));
                all.addAll(mail.deliveredTo());
                return all;
            }
        }
        if (event instanceof EmailTrace trace) {
            boolean about = asking.kind() == Asking.Kind.MESSAGE
                    ? bare(trace.messageId()).equals(id)
                    : asking.kind() == Asking.Kind.ADDRESS
                            && trace.sender().toString().equals(id);
            if (about) {
                return List.of(trace.sender(), trace.recipient());
            }
        }
        return List.of();
    }
}
