package dev.audiences.cli;

import java.math.BigInteger;

/**
 * A JSON number that compares by its exact value, whatever its size: BigDecimal has no room for an exponent beyond 32
 * bits, and JSON sets it no bound. The value is sign × 0.digits × 10<sup>exponent</sup>, with neither leading nor
 * trailing zeros in the digits, so that numbers of one sign compare by exponent and then digit by digit.
 */
record DecimalNumber(int sign, BigInteger exponent, String digits) implements Comparable<DecimalNumber> {
    private static final DecimalNumber ZERO = new DecimalNumber(0, BigInteger.ZERO, "");

    /** @param json a number as JSON writes it */
    static DecimalNumber of(String json) {
        int start = json.charAt(0) == '-' ? 1 : 0;
        int e = Math.max(json.indexOf('e'), json.indexOf('E'));
        String mantissa = json.substring(start, e < 0 ? json.length() : e);
        int point = mantissa.indexOf('.');
        int wholeDigits = point < 0 ? mantissa.length() : point;
        String digits = point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        int end = digits.length();
        while (end > first && digits.charAt(end - 1) == '0') {
            end--;
        }
        if (first == end) {
            return ZERO;
        }
        BigInteger exponent = BigInteger.valueOf(wholeDigits - first);
        if (e >= 0) {
            exponent = exponent.add(new BigInteger(json.substring(e + 1)));
        }
        return new DecimalNumber(start == 0 ? 1 : -1, exponent, digits.substring(first, end));
    }

    @Override
    public int compareTo(DecimalNumber other) {
        if (sign != other.sign) {
            return Integer.compare(sign, other.sign);
        }
        int bySize = exponent.compareTo(other.exponent);
        return sign * (bySize == 0 ? digits.compareTo(other.digits) : bySize);
    }
}
