package dev.kith.connect.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;

/**
 * What one file of the input may unfold to with all containers in it: so many times its own size beyond a free amount. Every
 * stream that comes out of a container counts against it, so nested members are bounded with the rest. Members of a zip
 * file that are read side by side each get the share of their size, taken in order, so that the outcome does not depend on
 * which comes first; overlapping members soon find nothing left.
 */
final class Expansion {
    /** Beyond its share a member may take its declared size up to this, for small ones fall short. Chosen by hand. */
    private static final long DECLARED_BYTES_MAX = 64 * 1024;

    private final long bytesMax;
    private long bytes;

    private Expansion(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    static Expansion of(InputFile file, InputSettings settings) {
        long ratio = settings.expansionRatioMax();
        long unfolded = file.bytes() > Long.MAX_VALUE / 8 / ratio ? Long.MAX_VALUE / 8 : file.bytes() * ratio;
        return new Expansion(Math.min(Long.MAX_VALUE / 8, settings.expansionFreeBytes()) + unfolded);
    }

    /**
     * The share of a member, taken off twice what this allows: shares of members side by side come to the whole once, and
     * their declared sizes to no more.
     *
     * @return empty if nothing is left
     */
    Optional<Expansion> share(ZipEntry member, long fileBytes) {
        double part = Math.min(1, (double) Math.max(0, member.getCompressedSize()) / fileBytes);
        long declared = Math.max(0, Math.min(DECLARED_BYTES_MAX, member.getSize()));
        long share = Math.min(2 * bytesMax - bytes, 1 + declared + (long) (bytesMax * part));
        if (share <= 0) {
            return Optional.empty();
        }
        bytes += share;
        return Optional.of(new Expansion(share));
    }

    private void count(long more) throws Exceeded {
        bytes += more;
        if (bytes > bytesMax) {
            throw new Exceeded(bytesMax);
        }
    }

    boolean exceeded() {
        return bytes > bytesMax;
    }

    /** The stream, counted. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                if (value >= 0) {
                    count(1);
                }
                return value;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (read > 0) {
                    count(read);
                }
                return read;
            }
        };
    }

    /** A container unfolds to more than it may. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(long bytesMax) {
            super("unfolds to more than " + bytesMax + " bytes");
        }
    }
}
