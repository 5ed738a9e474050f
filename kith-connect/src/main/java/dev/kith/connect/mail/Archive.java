package dev.kith.connect.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;

/**
 * Members of zip, gzip and tar archives, read from memory within the message's budget. Zip members come from the central
 * directory (APPNOTE 4.3.12), which is what the programs of recipients show; nothing is written anywhere.
 */
final class Archive {
    private static final int MEMBERS_MAX = 500; // chosen by hand; more than that are not listed
    private static final int END_RECORD_BYTES = 22; // APPNOTE 4.3.16
    private static final int END_SEARCH_BYTES = 22 + 65_535; // with the longest comment
    private static final int DIRECTORY_ENTRY_BYTES = 46; // APPNOTE 4.3.12
    private static final int LOCAL_HEADER_BYTES = 30; // APPNOTE 4.3.7
    private static final long DIRECTORY_MARK = 0x02014b50L;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int TAR_BLOCK = 512; // POSIX ustar
    private static final int CHUNK = 16 << 10;

    /**
     * One member.
     *
     * @param offset where its content (zip: its local header) begins
     * @param packed size as stored
     * @param size size as claimed
     */
    record Member(String name, int offset, long packed, long size, int method, boolean encrypted) {}

    private final byte[] bytes;
    private final Budget budget;

    Archive(byte[] bytes, Budget budget) {
        this.bytes = bytes;
        this.budget = budget;
    }

    /** Members of a zip; empty where the directory cannot be found. */
    List<Member> zipMembers() {
        int end = endRecord();
        if (end < 0) {
            budget.problem("zip-broken", "an archive without a directory");
            return List.of();
        }
        int count = u16(end + 10);
        long size = u32(end + 12);
        long at = u32(end + 16);
        long before = 0;
        if (at > bytes.length || u32((int) at) != DIRECTORY_MARK) {
            before = Math.max(0, end - size) - at; // bytes were put before the archive
            at = Math.max(0, end - size);
        }
        List<Member> members = new ArrayList<>();
        while (members.size() < count && at >= 0 && at + DIRECTORY_ENTRY_BYTES <= bytes.length) {
            int entry = (int) at;
            if (u32(entry) != DIRECTORY_MARK) {
                budget.problem("zip-broken", "the directory of an archive ends early");
                break;
            }
            if (members.size() >= MEMBERS_MAX) {
                budget.problem("too-many-members", "an archive of " + count + " members");
                break;
            }
            int nameLength = u16(entry + 28);
            int flags = u16(entry + 8);
            long next = at + DIRECTORY_ENTRY_BYTES + nameLength + u16(entry + 30) + u16(entry + 32);
            int nameEnd = Math.min(bytes.length, entry + DIRECTORY_ENTRY_BYTES + nameLength);
            String name = Charsets.decode(bytes, entry + DIRECTORY_ENTRY_BYTES, nameEnd, "");
            members.add(new Member(
                    name,
                    (int) Math.min(Integer.MAX_VALUE, Math.max(0, u32(entry + 42) + before)),
                    u32(entry + 20),
                    u32(entry + 24),
                    u16(entry + 10),
                    (flags & 1) != 0));
            at = next;
        }
        return members;
    }

    /** Whether bytes end as a zip does, whatever they begin with. */
    static boolean hasDirectory(byte[] bytes) {
        return new Archive(bytes, new Budget()).endRecord() >= 0;
    }

    private int endRecord() {
        int last = bytes.length - END_RECORD_BYTES;
        int first = Math.max(0, bytes.length - END_SEARCH_BYTES);
        for (int i = last; i >= first; i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                return i;
            }
        }
        return -1;
    }

    /** The content of a zip member, cut by the budget; empty where it is encrypted, broken or packed in another way. */
    Optional<byte[]> zipContent(Member member) {
        int header = member.offset();
        if (member.encrypted()
                || header < 0
                || header > bytes.length - LOCAL_HEADER_BYTES
                || u32(header) != 0x04034b50L) {
            return Optional.empty();
        }
        int start = header + LOCAL_HEADER_BYTES + u16(header + 26) + u16(header + 28);
        int length = (int) Math.min(member.packed(), bytes.length - (long) start);
        if (start >= bytes.length || length < 0) {
            return Optional.empty();
        }
        if (member.method() == STORED) {
            int allowed = (int) Math.min(length, budget.inflatedLeft());
            budget.spendInflated(allowed);
            return Optional.of(Arrays.copyOfRange(bytes, start, start + allowed));
        }
        return member.method() == DEFLATED ? inflate(start, length) : Optional.empty();
    }

    private Optional<byte[]> inflate(int start, int length) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, start, length);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished() && out.size() < budget.inflatedLeft()) {
                int n = inflater.inflate(chunk);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                out.write(chunk, 0, n);
            }
            return spent(out, !inflater.finished());
        } catch (DataFormatException e) {
            budget.problem("zip-broken", "a member of an archive cannot be unpacked");
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private Optional<byte[]> spent(ByteArrayOutputStream out, boolean unfinished) {
        budget.spendInflated(out.size());
        if (unfinished && budget.inflatedLeft() == 0) {
            budget.problem(
                    "archive-too-large", "an archive unpacks to more than " + Budget.INFLATED_BYTES_MAX + " bytes");
        }
        return Optional.of(out.toByteArray());
    }

    /** The content of a gzip file, cut by the budget. */
    Optional<byte[]> gunzip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] chunk = new byte[CHUNK];
            int n = in.read(chunk);
            while (n >= 0 && out.size() < budget.inflatedLeft()) {
                out.write(chunk, 0, n);
                n = in.read(chunk);
            }
            return spent(out, n >= 0);
        } catch (IOException e) {
            budget.problem("gzip-broken", "a gzip file cannot be unpacked to its end");
            return out.size() == 0 ? Optional.empty() : spent(out, false);
        }
    }

    /** RAR 4: the main header's flag for encrypted headers; RAR 5: an encryption header comes first. */
    static boolean isEncryptedRar(byte[] rar) {
        boolean five = rar.length > 13 && rar[6] == 1;
        return five
                ? rar[12] + rar[13] > 0 && (rar[13] == 4 || rar[12] == 4)
                : rar.length > 11 && (rar[10] & 0x80) != 0;
    }

    /** Members of a tar file: plain files only. */
    List<Member> tarMembers() {
        List<Member> members = new ArrayList<>();
        long at = 0;
        while (at + TAR_BLOCK <= bytes.length && bytes[(int) at] != 0 && members.size() < MEMBERS_MAX) {
            int block = (int) at;
            long size = octal(block + 124, 12);
            char kind = (char) bytes[block + 156];
            if (kind == '0' || kind == 0) {
                members.add(new Member(tarName(block), block + TAR_BLOCK, size, size, STORED, false));
            }
            at += TAR_BLOCK + (size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK;
        }
        return members;
    }

    byte[] tarContent(Member member) {
        int start = Math.min(member.offset(), bytes.length);
        int length = (int) Math.min(Math.min(member.size(), bytes.length - (long) start), budget.inflatedLeft());
        budget.spendInflated(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    private String tarName(int block) {
        String prefix = tarText(block + 345, 155);
        String name = tarText(block, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private String tarText(int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private long octal(int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 7) {
                value = value * 8 + digit;
            }
        }
        return Math.min(value, Integer.MAX_VALUE);
    }

    private int u16(int at) {
        return at < 0 || at > bytes.length - 2 ? 0 : (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    private long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }
}
