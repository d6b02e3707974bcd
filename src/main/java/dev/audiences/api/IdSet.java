package dev.audiences.api;

/**
 * Remembers which ids were seen, in about 12 bytes an id whatever their length: a million ids must not fill the heap.
 *
 * <p>An id is known by a 64-bit hash. Two different ids among a million share one with a probability of 3 in 10^8.
 */
final class IdSet {
    private static final int SHARDS = 256;
    private static final int FIRST_CAPACITY = 16;

    // Each part grows on its own, so that growing never needs the whole set twice.
    private final long[][] shards = new long[SHARDS][];
    private final int[] sizes = new int[SHARDS];

    /** Adds an id; false when it was there already. */
    boolean add(String id) {
        long hash = hash(id);
        int shard = (int) (hash >>> 56);
        if (shards[shard] == null) {
            shards[shard] = new long[FIRST_CAPACITY];
        } else if (sizes[shard] * 5 >= shards[shard].length * 4) {
            grow(shard);
        }
        boolean added = insert(shards[shard], hash);
        sizes[shard] += added ? 1 : 0;
        return added;
    }

    private void grow(int shard) {
        long[] old = shards[shard];
        long[] larger = new long[old.length + old.length / 2];
        for (long hash : old) {
            if (hash != 0) {
                insert(larger, hash);
            }
        }
        shards[shard] = larger;
    }

    private static boolean insert(long[] slots, long hash) {
        int slot = (int) Long.remainderUnsigned(hash, slots.length);
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return false;
            }
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        slots[slot] = hash;
        return true;
    }

    /** FNV-1a over the characters, finished with the mixer of SplitMix64; never 0, which marks a free slot. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
