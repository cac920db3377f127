package dev.boxoffice.queue.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * Signs admissions, so that seat-service can check one by itself: an ES256 JWT with the claims
 * {@code sub, showId, jti, iat, exp}. One admission is signed once and remembered, because a buyer
 * who waits asks often and a signature costs more than the rest of the answer.
 */
@Component
public final class AdmissionTokens {
  private static final int TOKENS_MAX = 50_000;
  private static final JOSEObjectType TYPE = new JOSEObjectType("admission+jwt");

  private final ECDSASigner signer;
  private final JWSHeader header;
  private final Cache<EntryId, String> signed;

  AdmissionTokens(AdmissionKey key, AdmissionSettings settings) throws JOSEException {
    this.signer = new ECDSASigner(key.pair());
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.pair().getKeyID()).build();
    this.signed =
        Caffeine.newBuilder()
            .maximumSize(TOKENS_MAX)
            .expireAfterWrite(settings.admittedFor())
            .build();
  }

  public String sign(Admission admission) {
    return signed.get(admission.entryId(), _ -> signature(admission));
  }

  private String signature(Admission admission) {
    SignedJWT token =
        new SignedJWT(
            header,
            new JWTClaimsSet.Builder()
                .subject(admission.userId().value())
                .claim("showId", admission.showId().toString())
                .jwtID(admission.entryId().toString())
                .issueTime(Date.from(admission.admittedAt()))
                .expirationTime(Date.from(admission.expiresAt()))
                .build());
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign admission " + admission.entryId(), e);
    }
    return token.serialize();
  }
}
