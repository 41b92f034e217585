package com.dotmac.platform.app.identity;

import com.dotmac.platform.domain.identity.secondfactor.SecondFactorEnrolment;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorState;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's second factor on the wire. */
final class SecondFactorJson {

  /** More than any code has, with blanks or hyphens between its groups. */
  static final int LONGEST_CODE = 64;

  private SecondFactorJson() {}

  /** What begins an enrolment. */
  record Enrol(@NotBlank @Size(max = 200) String presentPassword) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "an enrolment";
    }
  }

  /**
   * A new secret: the only answer that ever holds it.
   *
   * @param secret in Base32, to be typed into the app
   * @param uri the same, to be shown as a QR code and scanned
   */
  record Enrolment(String secret, String uri) {

    static Enrolment of(SecondFactorEnrolment enrolment) {
      return new Enrolment(enrolment.secret(), enrolment.uri());
    }

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "an enrolment";
    }
  }

  /**
   * What turns the second factor on.
   *
   * @param code that the app shows
   */
  record Confirm(@NotBlank @Size(max = LONGEST_CODE) String code) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "a confirmation";
    }
  }

  /**
   * What shows that the caller has both.
   *
   * @param code that the app shows, or a backup code
   */
  record Proof(
      @NotBlank @Size(max = 200) String presentPassword,
      @NotBlank @Size(max = LONGEST_CODE) String code) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "a proof";
    }
  }

  /**
   * New backup codes: the only answer that ever holds them.
   *
   * @param backupCodes each is good once, in place of a code of the app
   */
  record BackupCodes(List<String> backupCodes) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "backup codes";
    }
  }

  /**
   * How it stands with the caller's second factor.
   *
   * @param confirmedAt since when it is on; {@code null}: it is not
   * @param backupCodesLeft how many backup codes were not used
   */
  record View(SecondFactorStatus status, @Nullable Instant confirmedAt, int backupCodesLeft) {

    static View of(SecondFactorState state) {
      return new View(state.status(), state.confirmedAt(), state.backupCodesLeft());
    }
  }
}
