package dev.kith.detect;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory: what was put or looked up last is kept, at least {@code most} entries and never more than twice as many.
 * Not thread-safe.
 */
public final class Remembered<K, V> {
    /*
     * Two generations. What is found in the old one moves to the young one; when that is full, the old one is forgotten. A
     * list in order of use would be exact, but every look-up would write to three entries far apart.
     */
    private final int most;
    private Map<K, V> young = new HashMap<>();
    private Map<K, V> old = new HashMap<>();

    /** @param most entries of a generation, from 1 */
    public Remembered(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("room for " + most + " entries");
        }
        this.most = most;
    }

    /** What is remembered of a key, or null. */
    public @Nullable V get(K key) {
        V value = young.get(key);
        if (value != null || old.isEmpty()) {
            return value;
        }
        V older = old.remove(key);
        if (older != null) {
            put(key, older);
        }
        return older;
    }

    public V getOrDefault(K key, V otherwise) {
        V value = get(key);
        return value == null ? otherwise : value;
    }

    public void put(K key, V value) {
        if (young.put(key, value) == null && young.size() > most) {
            young.remove(key);
            old = young;
            young = new HashMap<>();
            young.put(key, value);
        }
    }

    /** What is remembered of a key; made and remembered where there is nothing. */
    public V computeIfAbsent(K key, Function<? super K, ? extends V> make) {
        V value = get(key);
        if (value == null) {
            value = make.apply(key);
            put(key, value);
        }
        return value;
    }

    /** How many entries there are; an entry of the old generation that was put anew counts twice. */
    int size() {
        return young.size() + old.size();
    }
}
