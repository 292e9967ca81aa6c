package id.sop.worktime;

import java.math.BigInteger;

/**
 * An exact number of working days, each day weighing the same however long its office hours are: a
 * day of Ramadan that was lost is made good by a day after it.
 */
record Share(BigInteger part, BigInteger whole) {
  static final Share NONE = of(0, 1);

  /** So many parts of a working day that has {@code whole} of them; none of a day without any. */
  static Share of(long part, long whole) {
    return new Share(BigInteger.valueOf(part), BigInteger.valueOf(Math.max(whole, 1)));
  }

  Share plus(Share more) {
    BigInteger sum = part.multiply(more.whole).add(more.part.multiply(whole));
    BigInteger common = whole.multiply(more.whole);
    BigInteger divisor = sum.gcd(common);
    return new Share(sum.divide(divisor), common.divide(divisor));
  }

  boolean isNone() {
    return part.signum() <= 0;
  }

  /** The whole days before the one in which it ends; a day that is full ends in itself. */
  int daysBefore() {
    return part.subtract(BigInteger.ONE).divide(whole).intValueExact();
  }

  /** The seconds that it reaches into its last day, which has {@code seconds} of them. */
  int intoLastDay(int seconds) {
    BigInteger[] reached =
        part.subtract(whole.multiply(BigInteger.valueOf(daysBefore())))
            .multiply(BigInteger.valueOf(seconds))
            .divideAndRemainder(whole);
    // A second begun is a second allowed.
    return reached[0].intValueExact() + (reached[1].signum() > 0 ? 1 : 0);
  }
}
