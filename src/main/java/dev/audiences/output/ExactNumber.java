package dev.audiences.output;

/** Numbers that a spreadsheet, which calculates with binary fractions, keeps to the digit. */
final class ExactNumber {
    /** As many decimal digits as a double keeps, whatever they are. */
    static final int MAX_DIGITS = 15;

    private static final double LEAST = 1e-300;

    private ExactNumber() {}

    /** Returns the value of a JSON number, or null when digits would be lost. */
    static Number of(String json) {
        int digits = 0;
        int end = endOfDigits(json);
        boolean whole = end == json.length();
        for (int i = 0; i < end; i++) {
            char c = json.charAt(i);
            whole &= c != '.';
            if (c >= '0' && c <= '9' && (c != '0' || digits > 0)) {
                digits++;
            }
        }
        if (digits > MAX_DIGITS) {
            return null;
        }
        if (whole) {
            return Long.valueOf(json);
        }
        double value = Double.parseDouble(json);
        boolean inRange = digits == 0 || Math.abs(value) >= LEAST;
        return inRange && !Double.isInfinite(value) ? Double.valueOf(value) : null;
    }

    private static int endOfDigits(String json) {
        int end = 0;
        while (end < json.length() && json.charAt(end) != 'e' && json.charAt(end) != 'E') {
            end++;
        }
        return end;
    }
}
