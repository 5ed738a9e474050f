package dev.kith.connect.mail;

import dev.kith.event.Attachment;
import dev.kith.event.Attachment.Trait;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Attachments and what is within them: archives to a stated depth, HTML, PDF, Office files, calendars, images with codes,
 * attached messages. Nothing is run or fetched.
 */
final class AttachmentReader {
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] PGP_MESSAGE = "-----BEGIN PGP MESSAGE".getBytes(StandardCharsets.ISO_8859_1);

    private final Budget budget;
    private final OfficeReader office;
    private final DocumentReader documents;
    private final List<Attachment> attachments = new ArrayList<>();

    AttachmentReader(DocumentReader documents, Budget budget) {
        this.documents = documents;
        this.budget = budget;
        this.office = new OfficeReader(budget);
    }

    List<Attachment> attachments() {
        return attachments;
    }

    boolean encrypted() {
        return attachments.stream().anyMatch(attachment -> attachment.traits().contains(Trait.ENCRYPTED));
    }

    /** A leaf part of the mail. */
    void attached(Part part, int depth) {
        boolean inline = !part.headers().first("content-id").isEmpty()
                || part.disposition().equals("inline");
        open(new File(part.fileName(), part.type(), part.content(), part.sizeBytes(), depth, inline, charset(part)));
        String elsewhere = part.contentType().parameter("url");
        if (!elsewhere.isEmpty()) {
            documents.elsewhere(elsewhere);
        }
    }

    private static String charset(Part part) {
        return part.contentType().parameter("charset");
    }

    /**
     * A file to look at.
     *
     * @param declared Content-Type; empty for archive members
     * @param charset as declared; empty where not
     */
    @SuppressWarnings("ArrayRecordComponent") // content is shared for speed, never compared
    private record File(
            String name, String declared, byte[] content, long sizeBytes, int depth, boolean inline, String charset) {
        File member(String inner, byte[] bytes, long size) {
            return new File(Words.printable(inner), "", bytes, size, depth + 1, false, "");
        }
    }

    private void open(File file) {
        if (attachments.size() >= Budget.ATTACHMENTS_MAX) {
            budget.problem("too-many-attachments", "more than " + Budget.ATTACHMENTS_MAX + " attachments");
            return;
        }
        String type = FileType.of(file.content(), file.declared(), file.name());
        Set<Trait> found = EnumSet.noneOf(Trait.class);
        int place = attachments.size();
        attachments.add(new Attachment("", "", "", 0, 0, 0, Set.of())); // keeps the place before its members
        String outer = budget.enter(file.name().isEmpty() ? "a part of " + file.declared() : file.name());
        type = contents(file, type, found);
        budget.enter(outer);
        found.addAll(FileNames.traits(file.name(), type));
        if (file.content().length == 0) {
            found.remove(Trait.TYPE_MISMATCH); // nothing came that could be of another type
        }
        if (file.inline()) {
            found.add(Trait.INLINE);
        }
        attachments.set(
                place,
                new Attachment(
                        Words.cut(file.name(), FileNames.NAME_CHARS_MAX),
                        Words.cut(file.declared(), 100),
                        type,
                        file.sizeBytes(),
                        Hash.of(file.content()),
                        file.depth(),
                        found));
    }

    /** Looks into a file, adds what it finds, and tells the finer type. */
    private String contents(File file, String type, Set<Trait> found) {
        return switch (type) {
            case "zip" -> zip(file, found);
            case "gz" -> {
                gzip(file, found);
                yield type;
            }
            case "tar" -> {
                tar(file, found);
                yield type;
            }
            case "eml" -> {
                if (file.depth() < Budget.ARCHIVE_DEPTH_MAX) {
                    within(MimeReader.read(file.content(), budget), file.depth() + 1);
                } else {
                    found.add(Trait.NOT_OPENED);
                }
                yield type;
            }
            case "tnef" -> {
                tnef(file, found);
                yield type;
            }
            default -> {
                closed(file, type, found);
                if (FileNames.traits(file.name(), type).contains(Trait.SHORTCUT)) {
                    documents.shortcut(file.content());
                }
                yield documents.read(type, file.content(), file.charset(), found);
            }
        };
    }

    /** What is not looked into, and says so. */
    private void closed(File file, String type, Set<Trait> found) {
        switch (type) {
            case "rar" -> {
                found.add(Trait.NOT_OPENED);
                if (Archive.isEncryptedRar(file.content())) {
                    found.add(Trait.ENCRYPTED);
                }
            }
            case "pkcs7" -> {
                found.add(Trait.NOT_OPENED);
                if (SignedMail.isEncrypted(file.content())) {
                    found.add(Trait.ENCRYPTED);
                }
            }
            case "pgp" -> {
                if (FileType.indexOf(file.content(), PGP_MESSAGE, 0, PGP_MESSAGE.length) >= 0) {
                    found.addAll(Set.of(Trait.NOT_OPENED, Trait.ENCRYPTED));
                }
            }
            case "partial" -> {
                found.add(Trait.NOT_OPENED);
                budget.problem("message-partial", "a piece of a message that other mails complete");
            }
            case "external-body" -> budget.problem("content-elsewhere", "content that is to be fetched from elsewhere");
            case "7z", "bz2", "xz", "cab", "ace", "lzh", "iso", "vhd", "vhdx", "vmdk", "wim", "pst", "msg" ->
                found.add(Trait.NOT_OPENED);
            default -> {
                // nothing within that a reader would be shown
            }
        }
    }

    private void tnef(File file, Set<Trait> found) {
        if (deepEnough(file, found)) {
            for (TnefReader.TnefFile inner : TnefReader.files(file.content())) {
                open(file.member(inner.name(), inner.content(), inner.content().length));
            }
        }
    }

    private String zip(File file, Set<Trait> found) {
        Archive zip = new Archive(file.content(), budget);
        List<Archive.Member> members = zip.zipMembers();
        OfficeReader.Office package_ = office.ofPackage(zip, members);
        if (!package_.type().equals("zip")) {
            return documents.office(package_, found);
        }
        boolean open = deepEnough(file, found);
        for (Archive.Member member : members) {
            if (member.name().endsWith("/")) {
                continue;
            }
            if (member.encrypted()) {
                found.add(Trait.ENCRYPTED);
            }
            byte[] content = open ? zip.zipContent(member).orElse(NOTHING) : NOTHING;
            if (content.length == 0 && member.size() > 0) {
                named(file, member, open);
            } else {
                open(file.member(member.name(), content, member.size()));
            }
        }
        return "zip";
    }

    /** A member of which only the name is known. */
    private void named(File file, Archive.Member member, boolean open) {
        if (attachments.size() >= Budget.ATTACHMENTS_MAX) {
            return;
        }
        String name = Words.cut(Words.printable(member.name()), FileNames.NAME_CHARS_MAX);
        Set<Trait> found = EnumSet.of(Trait.NOT_OPENED);
        found.addAll(FileNames.traits(name, FileType.UNKNOWN));
        found.remove(Trait.TYPE_MISMATCH);
        if (member.encrypted()) {
            found.add(Trait.ENCRYPTED);
        } else if (open) {
            budget.problem("member-not-opened", name);
        }
        attachments.add(new Attachment(name, "", FileType.UNKNOWN, member.size(), 0, file.depth() + 1, found));
    }

    private boolean deepEnough(File file, Set<Trait> found) {
        if (file.depth() < Budget.ARCHIVE_DEPTH_MAX && budget.inflatedLeft() > 0) {
            return true;
        }
        found.add(Trait.NOT_OPENED);
        budget.problem("archive-too-deep", "archives deeper than " + Budget.ARCHIVE_DEPTH_MAX + " were not opened");
        return false;
    }

    private void gzip(File file, Set<Trait> found) {
        if (!deepEnough(file, found)) {
            return;
        }
        String name = file.name();
        String inner = Words.lower(name).endsWith(".tgz")
                ? name.substring(0, name.length() - 3) + "tar"
                : Words.lower(name).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        new Archive(file.content(), budget)
                .gunzip()
                .ifPresentOrElse(
                        content -> open(file.member(inner, content, content.length)),
                        () -> found.add(Trait.NOT_OPENED));
    }

    private void tar(File file, Set<Trait> found) {
        if (!deepEnough(file, found)) {
            return;
        }
        Archive tar = new Archive(file.content(), budget);
        for (Archive.Member member : tar.tarMembers()) {
            open(file.member(member.name(), tar.tarContent(member), member.size()));
        }
    }

    /** An attached message: its links and attachments are content of this mail, its header is not. */
    void message(Part wrapper, int depth) {
        Part inner = wrapper.children().get(0);
        String subject = inner.headers().text("subject");
        String name = wrapper.fileName().isEmpty() && !subject.isEmpty() ? subject + ".eml" : wrapper.fileName();
        if (attachments.size() < Budget.ATTACHMENTS_MAX) {
            attachments.add(new Attachment(
                    Words.cut(name, FileNames.NAME_CHARS_MAX),
                    wrapper.type(),
                    "eml",
                    size(inner),
                    Hash.of((inner.headers().first("message-id") + subject).getBytes(StandardCharsets.UTF_8)),
                    depth,
                    Set.of()));
        }
        within(inner, depth + 1);
    }

    private static long size(Part part) {
        long size = part.sizeBytes();
        for (Part child : part.children()) {
            size += size(child);
        }
        return size;
    }

    private void within(Part inner, int depth) {
        MessageBody body = MessageBody.of(inner, budget);
        documents.body(body);
        for (Part part : body.attached()) {
            attached(part, depth);
        }
        for (Part message : body.messages()) {
            message(message, depth);
        }
    }
}
