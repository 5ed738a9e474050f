package dev.kith.connect.intel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An unpacked section of a {@link NetworkTable}, whose head describes it, read from the front to the back. */
final class Section {
    private final byte[] bytes;
    private int at;

    Section(byte[] bytes) {
        this.bytes = bytes;
    }

    Networks networks() {
        int count = (int) number();
        int[] numbers = new int[count];
        int last = 0;
        for (int i = 0; i < count; i++) {
            last += (int) number();
            numbers[i] = last;
        }
        int[] ends = new int[count];
        int end = 0;
        for (int i = 0; i < count; i++) {
            end += (int) number();
            ends[i] = end;
        }
        return Networks.of(numbers, Arrays.copyOfRange(bytes, at, at + end), ends);
    }

    static byte[] of(Networks networks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, networks.size());
        long last = 0;
        for (int i = 1; i <= networks.size(); i++) {
            number(out, networks.number(i) - last);
            last = networks.number(i);
        }
        for (int i = 1; i <= networks.size(); i++) {
            number(out, networks.nameLength(i));
        }
        out.writeBytes(networks.nameBytes());
        return out.toByteArray();
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    RangeTable ranges() {
        int count = (int) number();
        long[] starts = starts(count);
        int low = at;
        int middle = low + count;
        int high = middle + count;
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = (bytes[low + i] & 0xff) | (bytes[middle + i] & 0xff) << 8 | (bytes[high + i] & 0xff) << 16;
        }
        return new RangeTable(starts, values);
    }

    /** The columns of zeros and steps. Numbers are read in place: there are half a million, before any code is compiled. */
    private long[] starts(int count) {
        byte[] in = bytes;
        int zeros = at;
        int place = at + count;
        long[] starts = new long[count];
        long start = 0;
        for (int i = 0; i < count; i++) {
            byte b = in[place++];
            long step = b & 0x7f;
            for (int shift = 7; b < 0; shift += 7) {
                b = in[place++];
                step |= (long) (b & 0x7f) << shift;
            }
            start += step << in[zeros + i];
            starts[i] = start;
        }
        at = place;
        return starts;
    }

    static byte[] of(RangeTable ranges) {
        int count = ranges.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, count);
        ByteArrayOutputStream steps = new ByteArrayOutputStream();
        long last = 0;
        for (int i = 0; i < count; i++) {
            long step = ranges.start(i) - last;
            int zeros = step == 0 ? 0 : Long.numberOfTrailingZeros(step);
            out.write(zeros);
            number(steps, step >>> zeros);
            last = ranges.start(i);
        }
        out.writeBytes(steps.toByteArray());
        for (int shift = 0; shift <= 16; shift += 8) {
            for (int i = 0; i < count; i++) {
                out.write(ranges.valueAt(i) >>> shift);
            }
        }
        return out.toByteArray();
    }

    private long number() {
        long number = 0;
        int shift = 0;
        while (true) {
            byte b = bytes[at++];
            number |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return number;
            }
            shift += 7;
        }
    }

    private static void number(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
