package com.dotmac.platform.domain.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {
  private static final String SECRET = "JBSWY3DPEHPK3PXP ü 🗝";
  private static final SealingKey OLD = key(1);
  private static final SealingKey NEW = key(2);
  private static final TenantScope TENANT = new TenantScope(UUID.randomUUID());
  private static final UUID ROW = UUID.randomUUID();
  private static final SealedFor PLACE = new SealedFor(TENANT, "totp", ROW);

  private final Seals seals = new Seals(List.of(OLD));

  @Test
  void what_was_sealed_opens_and_cannot_be_read() {
    String sealed = seals.seal(PLACE, SECRET);
    assertThat(seals.open(PLACE, sealed)).isEqualTo(SECRET);
    assertThat(sealed).doesNotContain("JBSWY3DP").hasSizeLessThan(500).matches("[\\w.-]+");
  }

  @Test
  void the_same_secret_is_never_sealed_alike() {
    assertThat(seals.seal(PLACE, SECRET)).isNotEqualTo(seals.seal(PLACE, SECRET));
  }

  @Test
  void what_was_moved_to_another_row_use_or_tenant_does_not_open_there() {
    String sealed = seals.seal(PLACE, SECRET);
    for (SealedFor elsewhere :
        List.of(
            new SealedFor(TENANT, "totp", UUID.randomUUID()),
            new SealedFor(TENANT, "message", ROW),
            new SealedFor(new TenantScope(UUID.randomUUID()), "totp", ROW))) {
      assertThatThrownBy(() -> seals.open(elsewhere, sealed))
          .isInstanceOf(BrokenSealException.class)
          .hasMessageContaining("moved");
    }
  }

  @Test
  void whoever_writes_another_place_into_the_header_breaks_the_seal() {
    UUID other = UUID.randomUUID();
    String[] parts = seals.seal(PLACE, SECRET).split("\\.", -1);
    String header = new Base64URL(parts[0]).decodeToString();
    parts[0] = Base64URL.encode(header.replace(ROW.toString(), other.toString())).toString();
    assertThatThrownBy(
            () -> seals.open(new SealedFor(TENANT, "totp", other), String.join(".", parts)))
        .isInstanceOf(BrokenSealException.class)
        .hasMessageContaining("altered");
  }

  @Test
  void each_part_of_the_text_is_held_by_the_seal() {
    String[] parts = seals.seal(PLACE, SECRET).split("\\.", -1);
    for (int part : new int[] {2, 3, 4}) {
      String[] altered = parts.clone();
      byte[] bytes = new Base64URL(altered[part]).decode();
      bytes[0] ^= 1;
      altered[part] = Base64URL.encode(bytes).toString();
      assertThatThrownBy(() -> seals.open(PLACE, String.join(".", altered)))
          .as("part %d", part)
          .isInstanceOf(BrokenSealException.class);
    }
    assertThatThrownBy(() -> seals.open(PLACE, "nonsense")).isInstanceOf(BrokenSealException.class);
  }

  @Test
  void the_first_key_seals_and_all_open() {
    String sealedBefore = seals.seal(PLACE, SECRET);
    Seals rotated = new Seals(List.of(NEW, OLD));
    assertThat(rotated.open(PLACE, sealedBefore)).isEqualTo(SECRET);
    String sealedAfter = rotated.seal(PLACE, SECRET);
    assertThat(new Seals(List.of(NEW)).open(PLACE, sealedAfter)).isEqualTo(SECRET);
    assertThatThrownBy(() -> seals.open(PLACE, sealedAfter))
        .isInstanceOf(BrokenSealException.class)
        .hasMessage("The key %s is configured no longer", NEW.id());
  }

  @Test
  void a_seal_of_another_kind_is_not_opened_with_our_key() throws Exception {
    JWEObject weaker =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256)
                .keyID(OLD.id())
                .build(),
            new Payload(SECRET));
    weaker.encrypt(new DirectEncrypter(OLD.secret()));
    assertThatThrownBy(() -> seals.open(PLACE, weaker.serialize()))
        .isInstanceOf(BrokenSealException.class)
        .hasMessageContaining("another kind");
  }

  @Test
  void without_a_key_nothing_is_kept_in_the_clear() {
    Seals none = new Seals(List.of());
    assertThat(none.isConfigured()).isFalse();
    assertThatThrownBy(() -> none.seal(PLACE, SECRET))
        .isInstanceOf(SealingException.NotConfigured.class);
    String sealed = seals.seal(PLACE, SECRET);
    assertThatThrownBy(() -> none.open(PLACE, sealed))
        .isInstanceOf(SealingException.NotConfigured.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c2hvcnQ=",
        "not Base64 at all!",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="
      })
  void what_is_no_key_is_refused_without_being_repeated(String text) {
    assertThatThrownBy(() -> SealingKey.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .satisfies(
            refusal -> {
              if (!text.isEmpty()) {
                assertThat(refusal.getMessage()).doesNotContain(text);
              }
            });
  }

  @Test
  void a_key_does_not_show_itself() {
    assertThat(OLD.toString()).isEqualTo("sealing key " + OLD.id()).doesNotContain(base64(1));
    assertThat(OLD.id()).isNotEqualTo(NEW.id());
  }

  @Test
  void what_an_old_key_sealed_is_told_from_what_the_first_one_did() {
    String old = seals.seal(PLACE, SECRET);
    Seals both = new Seals(List.of(NEW, OLD));
    assertThat(both.isUnderFirstKey(old)).isFalse();
    assertThat(both.isUnderFirstKey(both.seal(PLACE, SECRET))).isTrue();
    assertThat(new Seals(List.of()).isUnderFirstKey(old)).isFalse();
    assertThatThrownBy(() -> both.isUnderFirstKey("no seal"))
        .isInstanceOf(BrokenSealException.class);
  }

  private static SealingKey key(int filled) {
    return SealingKey.parse(base64(filled));
  }

  private static String base64(int filled) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) filled);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
