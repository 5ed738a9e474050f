package dev.kith.connect.source;

/** Hears how far reading has come. Called from one thread at a time, at most a few times for each megabyte. */
public interface Progress {
    /**
     * @param bytesDone bytes of the inputs dealt with, as they lie on disk; never falls
     * @param bytesTotal bytes of all inputs; 0 while unknown
     * @param events events found so far
     */
    void reading(long bytesDone, long bytesTotal, long events);

    /** Hears nothing. */
    static Progress none() {
        return (done, total, events) -> {};
    }
}
