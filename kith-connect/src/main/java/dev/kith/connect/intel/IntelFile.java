package dev.kith.connect.intel;

import dev.kith.event.DomainTrait;
import dev.kith.event.Endpoint.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A kind of file that a folder of tables may hold, known by its name, and how its lines are taken in. */
record IntelFile(Function<IntelParts, Reader> format) {
    Reader reader(IntelParts parts) {
        return format.apply(parts);
    }

    /** Takes in the lines of one file. */
    interface Reader {
        /**
         * Takes a line that is neither blank nor a comment.
         *
         * @param number the line's number, from 1
         * @return false where it is no entry
         */
        boolean add(String line, long number);

        /** Puts what was read in its place; called where at least one line was an entry. */
        default void end() {}
    }

    /** The known files by name, without the endings of form and packing. */
    static Map<String, IntelFile> byName() {
        Map<String, IntelFile> files = new HashMap<>();
        files.put(
                "asn-ipv4",
                new IntelFile(parts -> networks(
                        rows -> parts.v4 = new Lazy<>(() -> rows.build().v4()))));
        files.put(
                "asn-ipv6",
                new IntelFile(parts -> networks(
                        rows -> parts.v6 = new Lazy<>(() -> rows.build().v6()))));
        for (Map.Entry<String, Trait> kind :
                Map.of("vpn", Trait.VPN, "datacenter", Trait.HOSTING).entrySet()) {
            Trait trait = kind.getValue();
            IntelFile prefixes = lines((parts, line) -> parts.addresses(trait).add(firstWord(line), 1));
            files.put(kind.getKey() + "_ipv4", prefixes);
            files.put(kind.getKey() + "_ipv6", prefixes);
            files.put(kind.getKey() + "_asn", lines((parts, line) -> parts.kinds.addNumber(firstWord(line), trait)));
        }
        files.put("vpn_named_ranges", table("provider", 1, IntelFile::addNamedRange));
        files.put("bad_asn_list", table("ASN", 0, (parts, row) -> parts.kinds.addNumber(row.get(0), Trait.HOSTING)));
        files.put(
                "tor_exits",
                table(
                        "fingerprint",
                        1,
                        (parts, row) -> parts.addresses(Trait.TOR).add(row.get(1), 1)));
        domains(files, DomainTrait.FREE_MAIL, "free_email_domains", "free_email_providers");
        domains(files, DomainTrait.DISPOSABLE_MAIL, "disposable_email_domains");
        domains(files, DomainTrait.FILE_STORAGE, "free_file_hosts");
        domains(files, DomainTrait.FREE_HOSTING, "free_subdomain_hosts", "self_service_creation_platform_domains");
        domains(files, DomainTrait.SHORTENER, "url_shorteners");
        files.put("suspicious_tlds", lines((parts, line) -> {
            parts.domains.addTopLevel(firstWord(line));
            return true;
        }));
        files.put("tranco_top_50k", new IntelFile(IntelFile::ranks));
        files.put("public_suffix_list", new IntelFile(IntelFile::suffixes));
        return files;
    }

    private static void domains(Map<String, IntelFile> files, DomainTrait trait, String... names) {
        for (String name : names) {
            files.put(name, lines((parts, line) -> parts.domains.add(firstWord(line), Set.of(trait))));
        }
    }

    private static IntelFile lines(BiPredicate<IntelParts, String> add) {
        return new IntelFile(parts -> (line, number) -> add.test(parts, line));
    }

    /** Rows of fields; a first line that begins with the given head is none. */
    private static IntelFile table(String head, int lastField, BiPredicate<IntelParts, List<String>> add) {
        return new IntelFile(parts -> (line, number) -> {
            List<String> row = CsvRow.fields(line);
            boolean heading = number == 1 && row.get(0).equalsIgnoreCase(head);
            return heading || (row.size() > lastField && add.test(parts, row));
        });
    }

    private static boolean addNamedRange(IntelParts parts, List<String> row) {
        Trait trait = row.get(0).equalsIgnoreCase("apple") ? Trait.RELAY : Trait.VPN;
        return parts.addresses(trait).add(row.get(1), 1);
    }

    private interface NetworksUse {
        void accept(NetworkRows rows);
    }

    private static Reader networks(NetworksUse use) {
        NetworkRows rows = new NetworkRows();
        return new Reader() {
            @Override
            public boolean add(String line, long number) {
                return rows.add(CsvRow.fields(line));
            }

            @Override
            public void end() {
                use.accept(rows);
            }
        };
    }

    private static Reader ranks(IntelParts parts) {
        Map<String, Integer> ranks = new HashMap<>();
        return new Reader() {
            @Override
            public boolean add(String line, long number) {
                List<String> row = CsvRow.fields(line);
                if (row.size() < 2 || row.get(1).isEmpty() || !row.get(0).matches("[0-9]{1,9}")) {
                    return false;
                }
                int rank = Integer.parseInt(row.get(0));
                if (rank > 0) {
                    ranks.putIfAbsent(DomainLists.normal(row.get(1)), rank);
                }
                return rank > 0;
            }

            @Override
            public void end() {
                int last = ranks.values().stream().mapToInt(rank -> rank).max().orElse(1);
                parts.ranks.forEach((domain, rank) -> ranks.putIfAbsent(domain, Math.max(rank, last)));
                parts.ranks = ranks;
            }
        };
    }

    private static Reader suffixes(IntelParts parts) {
        List<String> lines = new ArrayList<>();
        return new Reader() {
            @Override
            public boolean add(String line, long number) {
                return lines.add(line);
            }

            @Override
            public void end() {
                SuffixList list = SuffixList.of(lines);
                if (list.size() > 0) {
                    parts.suffixes = list;
                }
            }
        };
    }

    private static String firstWord(String line) {
        return line.split("\\s", 2)[0];
    }
}
