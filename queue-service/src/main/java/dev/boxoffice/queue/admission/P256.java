package dev.boxoffice.queue.admission;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/**
 * Finds the public key that belongs to a private one, which the JDK cannot: the curve's generator
 * times the secret, by doubling and adding. Run once at the start on our own key, so it need not
 * hide how long it takes.
 */
final class P256 {
  private static final BigInteger TWO = BigInteger.TWO;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private P256() {}

  static ECPoint multiplyGenerator(BigInteger secret, ECParameterSpec curve) {
    BigInteger prime = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger a = curve.getCurve().getA();
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int bit = secret.bitLength() - 1; bit >= 0; bit--) {
      sum = add(sum, sum, a, prime);
      if (secret.testBit(bit)) {
        sum = add(sum, curve.getGenerator(), a, prime);
      }
    }
    return sum;
  }

  private static ECPoint add(ECPoint one, ECPoint other, BigInteger a, BigInteger prime) {
    if (one.equals(ECPoint.POINT_INFINITY)) {
      return other;
    }
    if (other.equals(ECPoint.POINT_INFINITY)) {
      return one;
    }
    BigInteger x1 = one.getAffineX();
    BigInteger y1 = one.getAffineY();
    BigInteger x2 = other.getAffineX();
    BigInteger slope;
    if (one.equals(other)) {
      slope = THREE.multiply(x1.pow(2)).add(a).multiply(TWO.multiply(y1).modInverse(prime));
    } else if (x1.equals(x2)) {
      return ECPoint.POINT_INFINITY;
    } else {
      slope = other.getAffineY().subtract(y1).multiply(x2.subtract(x1).modInverse(prime));
    }
    BigInteger x = slope.pow(2).subtract(x1).subtract(x2).mod(prime);
    BigInteger y = slope.multiply(x1.subtract(x)).subtract(y1).mod(prime);
    return new ECPoint(x, y);
  }
}
