package dev.audiences.api;

import java.util.Arrays;

/**
 * Remembers which ids were seen, in about 12 bytes an id whatever their length: a million ids must not fill the heap.
 *
 * <p>An id is known by a 64-bit hash. Two different ids among a million share one with a probability of 3 in 10^8.
 */
final class SeenIds {
    private static final int SHARDS = 256;
    /** Both are powers of two, so that a mask finds the slot. */
    private static final int FIRST_CAPACITY = 64;

    private static final int GROWTH = 4;

    // A full table stays as it is and a larger one takes what comes next: copying would leave the heap full of tables.
    private final long[][][] shards = new long[SHARDS][0][];
    private final int[] room = new int[SHARDS];

    /** Adds an id; false when it was there already. */
    boolean add(String id) {
        long hash = hash(id);
        int shard = shard(hash);
        if (contains(shard, hash)) {
            return false;
        }
        if (room[shard] == 0) {
            grow(shard);
        }
        long[] newest = shards[shard][shards[shard].length - 1];
        newest[slot(newest, hash)] = hash;
        room[shard]--;
        return true;
    }

    boolean contains(String id) {
        long hash = hash(id);
        return contains(shard(hash), hash);
    }

    private boolean contains(int shard, long hash) {
        for (long[] table : shards[shard]) {
            if (table[slot(table, hash)] == hash) {
                return true;
            }
        }
        return false;
    }

    private static int shard(long hash) {
        return (int) (hash >>> 56);
    }

    private void grow(int shard) {
        long[][] tables = shards[shard];
        int capacity = tables.length == 0 ? FIRST_CAPACITY : tables[tables.length - 1].length * GROWTH;
        shards[shard] = Arrays.copyOf(tables, tables.length + 1);
        shards[shard][tables.length] = new long[capacity];
        room[shard] = capacity / 4 * 3;
    }

    /** Where the hash is, or the free slot where it belongs: there always is one. */
    private static int slot(long[] table, long hash) {
        int slot = (int) hash & table.length - 1;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
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
