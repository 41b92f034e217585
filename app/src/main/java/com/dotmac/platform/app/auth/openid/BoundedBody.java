package com.dotmac.platform.app.auth.openid;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes the body of an answer into memory, and fails as soon as it is longer than it may be. */
final class BoundedBody implements BodySubscriber<byte[]> {

  private final BodySubscriber<byte[]> taken = BodySubscribers.ofByteArray();
  private final int most;
  private long read;
  private Runnable stop = () -> {};

  /**
   * An empty one.
   *
   * @param most bytes that the body may have
   */
  BoundedBody(int most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return taken.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    stop = subscription::cancel;
    taken.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    read += part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (read > most) {
      stop.run();
      taken.onError(new IOException("the answer is longer than " + most + " bytes"));
    } else {
      taken.onNext(part);
    }
  }

  @Override
  public void onError(Throwable failure) {
    taken.onError(failure);
  }

  @Override
  public void onComplete() {
    taken.onComplete();
  }
}
