package dev.audiences.output;

import dev.audiences.api.Item;
import dev.audiences.json.RawJson;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/** Random items with any values that the API could send. */
final class RandomItems {
    private static final String AWKWARD = "\"\"\\\\,,\n\r\t\u0000\u001b\u007f\u0085\u202e\u2028\u200d\ufe0f\ufeff=+-@'";

    private final Random random;

    RandomItems(Random random) {
        this.random = random;
    }

    String[] names() {
        Set<String> names = new LinkedHashSet<>();
        int size = 1 + random.nextInt(6);
        while (names.size() < size) {
            names.add(name());
        }
        return names.toArray(String[]::new);
    }

    Item[] items(String[] names) {
        Item[] items = new Item[random.nextInt(5)];
        for (int i = 0; i < items.length; i++) {
            Object[] namesAndValues = new Object[2 * names.length];
            for (int j = 0; j < names.length; j++) {
                namesAndValues[2 * j] = names[j];
                namesAndValues[2 * j + 1] = value();
            }
            items[i] = Item.of(namesAndValues);
        }
        return items;
    }

    private Object value() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1, 2 -> new RawJson(json(3));
            default -> text();
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(50) == 0 ? 100_000 : 12); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
                case 1 -> text.append((char) (' ' + random.nextInt(0x5F)));
                case 2 -> text.append((char) random.nextInt(0x10000));
                default -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
        }
        return text.toString();
    }

    /** Without lone surrogates, which Jackson rejects in a name. */
    private String name() {
        return text().replaceAll("[\\ud800-\\udfff]", "");
    }

    private String json(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> random.nextBoolean() ? "true" : "false";
            case 1 -> Long.toString(random.nextLong());
            case 2 -> "-" + "9".repeat(1 + random.nextInt(400)) + "." + random.nextInt(1000) + "e-12";
            case 3 -> "1".repeat(1 + random.nextInt(400));
            case 4 -> "[" + (random.nextBoolean() ? "" : json(depth - 1) + ",null," + string(text())) + "]";
            default ->
                "{" + (random.nextBoolean() ? "" : string(name()) + ":" + json(depth - 1) + ",\"x\":" + string(text()))
                        + "}";
        };
    }

    private static String string(String text) {
        StringBuilder string = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> string.append('\\').append(c);
                default ->
                    string.append(
                            c < 0x20 ? "\\u00" + Integer.toHexString(0x100 | c).substring(1) : c);
            }
        }
        return string.append('"').toString();
    }
}
