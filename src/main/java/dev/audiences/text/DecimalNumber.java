package dev.audiences.text;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A JSON number that compares by its exact value, whatever its size: BigDecimal alone has no room for an exponent
 * beyond 32 bits, and JSON sets it no bound. The value is fraction × 10<sup>exponent</sup>, with a fraction from 0.1
 * on and less than 1, or zero.
 */
public record DecimalNumber(BigDecimal fraction, BigInteger exponent) implements Comparable<DecimalNumber> {
    /** @param json a number as JSON writes it */
    public static DecimalNumber of(String json) {
        int e = Math.max(json.indexOf('e'), json.indexOf('E'));
        BigDecimal mantissa = new BigDecimal(e < 0 ? json : json.substring(0, e));
        BigInteger exponent = e < 0 ? BigInteger.ZERO : new BigInteger(json.substring(e + 1));
        int wholeDigits = mantissa.precision() - mantissa.scale();
        return new DecimalNumber(mantissa.movePointLeft(wholeDigits), exponent.add(BigInteger.valueOf(wholeDigits)));
    }

    @Override
    public int compareTo(DecimalNumber other) {
        int sign = fraction.signum();
        boolean bySize = sign != 0 && sign == other.fraction.signum() && !exponent.equals(other.exponent);
        return bySize ? sign * exponent.compareTo(other.exponent) : fraction.compareTo(other.fraction);
    }
}
