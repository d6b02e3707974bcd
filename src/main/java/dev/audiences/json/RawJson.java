package dev.audiences.json;

import java.util.Map;

/**
 * A JSON number, boolean, object or array, kept as the text that the API sent so that nothing is lost on the way out.
 *
 * @param json valid JSON without white space between its tokens; a number keeps its exact digits
 */
public record RawJson(String json) {
    /** Whether it is a number: of valid JSON, the first character tells. */
    public boolean isNumber() {
        char first = json.charAt(0);
        return first == '-' || first >= '0' && first <= '9';
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return json.charAt(0) == '{';
    }

    /** The members of an object in their order: strings, nulls, and raw JSON for anything else. Empty of other values. */
    public Map<String, Object> members() {
        return isObject() ? StrictJsonReader.members(json) : Map.of();
    }

    /** The number of elements of an array; -1 of any other value. */
    public int size() {
        return json.charAt(0) == '[' ? StrictJsonReader.size(json) : -1;
    }

    @Override
    public String toString() {
        return json;
    }
}
