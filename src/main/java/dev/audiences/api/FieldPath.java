package dev.audiences.api;

import dev.audiences.json.RawJson;
import java.util.Collection;
import java.util.Map;

/** Names of fields within objects, such as {@code company.name}. A name may contain dots itself. */
public final class FieldPath {
    static final Object ABSENT = new Object();

    private FieldPath() {}

    /** The value of a member of an object among the fields of an item; {@link #ABSENT} when there is none. */
    static Object find(Item item, String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            Object found = find(item.value(path.substring(0, dot)), path.substring(dot + 1));
            if (found != ABSENT) {
                return found;
            }
        }
        return ABSENT;
    }

    private static Object find(Object value, String path) {
        if (!(value instanceof RawJson json) || !json.isObject()) {
            return ABSENT;
        }
        Map<String, Object> members = json.members();
        if (members.containsKey(path)) {
            return members.get(path);
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            Object found = find(members.get(path.substring(0, dot)), path.substring(dot + 1));
            if (found != ABSENT) {
                return found;
            }
        }
        return ABSENT;
    }

    /** Adds the paths of an item's fields and of the members of its objects; stops when there are {@code most}. */
    public static void addTo(Collection<String> paths, Item item, int most) {
        for (int i = 0; i < item.names().size() && paths.size() < most; i++) {
            add(paths, item.names().get(i), item.value(i), most);
        }
    }

    private static void add(Collection<String> paths, String path, Object value, int most) {
        paths.add(path);
        if (value instanceof RawJson json && json.isObject()) {
            json.members().forEach((name, member) -> {
                if (paths.size() < most) {
                    add(paths, path + "." + name, member, most);
                }
            });
        }
    }
}
