package dev.kith.connect.language;

/** The words a model knows: content words first, function words after them. */
final class WordList implements Features.Lexicon {
    private final int[] hashes;
    private final int contentCount;
    private final HashSet32 places;

    WordList(int[] hashes, int contentCount) {
        if (contentCount < 0 || contentCount > hashes.length) {
            throw new IllegalArgumentException("content words outside the list: " + contentCount);
        }
        this.hashes = hashes.clone();
        this.contentCount = contentCount;
        this.places = new HashSet32(hashes);
    }

    int[] hashes() {
        return hashes.clone();
    }

    int contentCount() {
        return contentCount;
    }

    @Override
    public int kind(int word) {
        int place = places.find(word);
        if (place < 0) {
            return UNKNOWN;
        }
        return place < contentCount ? CONTENT : FUNCTION;
    }
}
