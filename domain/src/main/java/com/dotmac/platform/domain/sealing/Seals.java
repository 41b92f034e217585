package com.dotmac.platform.domain.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.List;

/**
 * Seals secrets and opens what was sealed: JWE in its compact form, {@code dir} and {@code
 * A256GCM}.
 *
 * <p>The first key seals and all open, so a new one is put before the old, which goes once nothing
 * is sealed with it any more. Where the secret belongs stands in the header, which the cipher holds
 * together with the secret.
 */
public final class Seals {

  private static final JWEAlgorithm ALGORITHM = JWEAlgorithm.DIR;
  private static final EncryptionMethod METHOD = EncryptionMethod.A256GCM;
  private static final String TENANT = "tenant";
  private static final String PURPOSE = "purpose";
  private static final String ROW = "row";

  private final List<SealingKey> keys;

  /**
   * Seals under these keys.
   *
   * @param keys the first seals, all open; with none, whatever needs a seal is refused
   */
  public Seals(List<SealingKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Whether there is a key to seal with. */
  public boolean isConfigured() {
    return !keys.isEmpty();
  }

  /**
   * Refuses at once what will need a seal.
   *
   * @throws SealingException.NotConfigured if there is no key
   */
  public void refuseUnlessConfigured() {
    if (!isConfigured()) {
      throw new SealingException.NotConfigured();
    }
  }

  /**
   * Seals a secret.
   *
   * @param place where the sealed text will stand
   * @param secret a few thousand characters at the most
   * @return visible ASCII, about a third longer than the secret and 350 characters
   * @throws SealingException.NotConfigured if there is no key
   */
  public String seal(SealedFor place, String secret) {
    SealingKey key = keys.stream().findFirst().orElseThrow(SealingException.NotConfigured::new);
    JWEHeader header =
        new JWEHeader.Builder(ALGORITHM, METHOD)
            .keyID(key.id())
            .customParam(TENANT, place.scope().tenantId().toString())
            .customParam(PURPOSE, place.purpose())
            .customParam(ROW, place.rowId().toString())
            .build();
    JWEObject sealed = new JWEObject(header, new Payload(secret));
    try {
      sealed.encrypt(new DirectEncrypter(key.secret()));
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java platform has AES in Galois/Counter mode", e);
    }
    return sealed.serialize();
  }

  /**
   * Opens what was sealed.
   *
   * @param place where the sealed text stands
   * @param sealed the text
   * @return the secret
   * @throws SealingException.NotConfigured if there is no key
   * @throws BrokenSealException if it was altered or moved, or its key is configured no longer
   */
  public String open(SealedFor place, String sealed) {
    refuseUnlessConfigured();
    try {
      JWEObject object = JWEObject.parse(sealed);
      JWEHeader header = object.getHeader();
      if (!ALGORITHM.equals(header.getAlgorithm())
          || !METHOD.equals(header.getEncryptionMethod())) {
        throw new BrokenSealException("The seal is of another kind than ours", null);
      }
      object.decrypt(new DirectDecrypter(keyOf(header).secret()));
      refuseElsewhere(place, header);
      return object.getPayload().toString();
    } catch (ParseException | JOSEException e) {
      throw new BrokenSealException("The sealed text was altered", e);
    }
  }

  /**
   * Whether a text is sealed with the key that seals now: one that is not is to be sealed anew when
   * it is opened, so that its key is needed no longer.
   *
   * @param sealed the text
   * @throws BrokenSealException if it was altered
   */
  public boolean isUnderFirstKey(String sealed) {
    try {
      return !keys.isEmpty()
          && keys.get(0).id().equals(JWEObject.parse(sealed).getHeader().getKeyID());
    } catch (ParseException e) {
      throw new BrokenSealException("The sealed text was altered", e);
    }
  }

  private SealingKey keyOf(JWEHeader header) {
    return keys.stream()
        .filter(key -> key.id().equals(header.getKeyID()))
        .findFirst()
        .orElseThrow(
            () ->
                new BrokenSealException(
                    "The key " + header.getKeyID() + " is configured no longer", null));
  }

  private static void refuseElsewhere(SealedFor place, JWEHeader header) {
    if (!place.scope().tenantId().toString().equals(header.getCustomParam(TENANT))
        || !place.purpose().equals(header.getCustomParam(PURPOSE))
        || !place.rowId().toString().equals(header.getCustomParam(ROW))) {
      throw new BrokenSealException("The sealed text was moved here from elsewhere", null);
    }
  }
}
