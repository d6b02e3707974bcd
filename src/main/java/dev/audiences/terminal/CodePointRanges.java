package dev.audiences.terminal;

/** A set of code points, kept as ranges. */
final class CodePointRanges {
    private final int[] bounds;

    /** @param bounds the first and the last code point of each range, in ascending order */
    CodePointRanges(int... bounds) {
        this.bounds = bounds;
    }

    boolean contains(int codePoint) {
        int low = 0;
        int high = bounds.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (codePoint < bounds[2 * middle]) {
                high = middle - 1;
            } else if (codePoint > bounds[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
