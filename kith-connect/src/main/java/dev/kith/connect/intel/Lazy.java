package dev.kith.connect.intel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when first asked for, once, and then kept; what it is made from is let go. */
final class Lazy<T> implements Supplier<T> {
    private @Nullable Supplier<? extends T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = value;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        T known = value;
        if (known == null) {
            Supplier<? extends T> makes = maker;
            if (makes == null) {
                throw new AssertionError("a lazy value has neither value nor maker");
            }
            known = makes.get();
            value = known;
            maker = null;
        }
        return known;
    }
}
