package dev.boxoffice.queue.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.RepeatedTest;

class P256Tests {
  @RepeatedTest(10)
  void findsThePublicKeyOfAPrivateOne() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    ECPrivateKey secret = (ECPrivateKey) pair.getPrivate();

    assertThat(P256.multiplyGenerator(secret.getS(), secret.getParams()))
        .isEqualTo(((ECPublicKey) pair.getPublic()).getW());
  }
}
