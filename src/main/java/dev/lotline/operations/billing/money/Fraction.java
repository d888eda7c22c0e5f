package dev.lotline.operations.billing.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** An amount that is not divided yet: sums stay exact, and the one division rounds. The denominator is above 0. */
public record Fraction(BigDecimal numerator, BigDecimal denominator) implements Comparable<Fraction> {
    public static final Fraction ZERO = new Fraction(BigDecimal.ZERO, BigDecimal.ONE);

    public static Fraction of(BigDecimal amount) {
        return new Fraction(amount, BigDecimal.ONE);
    }

    public Fraction plus(Fraction other) {
        if (numerator.signum() == 0) {
            return other;
        }
        if (denominator.compareTo(other.denominator) == 0) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction negate() {
        return new Fraction(numerator.negate(), denominator);
    }

    public Fraction times(BigDecimal factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    public Fraction over(BigDecimal divisor) {
        return new Fraction(numerator, denominator.multiply(divisor));
    }

    /** The nearest amount of so many decimals; exact, whatever the digits. */
    public BigDecimal rounded(int decimals, RoundingMode mode) {
        return numerator.divide(denominator, decimals, mode);
    }

    /** To be looked at, not to be calculated with: 34 digits. */
    public BigDecimal shown() {
        return numerator.divide(denominator, MathContext.DECIMAL128);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
