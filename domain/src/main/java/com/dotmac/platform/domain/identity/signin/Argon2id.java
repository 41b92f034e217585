package com.dotmac.platform.domain.identity.signin;

import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106). As many computations run at once as there are processors: more would not be
 * faster, and each takes its 19 MiB for as long as it runs.
 */
public final class Argon2id implements KeyDerivation {

  private static final int LENGTH = 32;

  private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  @Override
  public byte[] derive(String password, byte[] salt, HashCost cost) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] derived = new byte[LENGTH];
    running.acquireUninterruptibly();
    try {
      generator.generateBytes(password.toCharArray(), derived);
    } finally {
      running.release();
    }
    return derived;
  }
}
