package com.dotmac.platform.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an application and PostgreSQL and cuts one connection at the {@code COMMIT} of a
 * transaction that wrote: before the server hears of it, or after it has obeyed and before anybody
 * is told. Reads SQL in passing, so statements must come as text each time ({@code
 * prepareThreshold=0}).
 */
public final class CuttingProxy implements AutoCloseable {

  /** Where the connection is cut. */
  public enum Cut {
    /** The server never hears of the COMMIT, and rolls back. */
    BEFORE_COMMIT,
    /** The server has committed, and nobody is told. */
    AFTER_COMMIT
  }

  private static final int CHUNK = 65_536;

  private final int port;
  private final String written;
  private final ServerSocket door;
  private final AtomicReference<@Nullable Cut> armed = new AtomicReference<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private CuttingProxy(int port, String written, ServerSocket door) {
    this.port = port;
    this.written = written;
    this.door = door;
  }

  /**
   * Opens one.
   *
   * @param port of the server, on this machine
   * @param written a text that only a transaction holds that is meant
   */
  public static CuttingProxy before(int port, String written) {
    try {
      CuttingProxy proxy =
          new CuttingProxy(
              port, written, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      inBackground(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the application finds it, on this machine. */
  public int port() {
    return door.getLocalPort();
  }

  /** Cuts at the next COMMIT of a transaction that wrote, once. */
  public void cutOnce(Cut cut) {
    armed.set(cut);
  }

  /** Whether it has cut since it was told to. */
  public boolean hasCut() {
    return armed.get() == null;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(client);
        open.add(server);
        Line line = new Line(client, server);
        inBackground(line::up);
        inBackground(line::down);
      }
    } catch (IOException closed) {
      // Nobody asks any more.
    }
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    quietly(door);
    open.forEach(CuttingProxy::quietly);
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // It is gone already, which is all that is wanted.
    }
  }

  /** One connection. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean deaf;
    private boolean wrote;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    /** What the application says. */
    void up() {
      pump(client, server, this::letsThrough);
    }

    /** What the server answers. The first word after a cut is kept from the application. */
    void down() {
      pump(
          server,
          client,
          text -> {
            if (deaf) {
              cut();
            }
            return !deaf;
          });
    }

    private boolean letsThrough(String text) {
      wrote |= text.contains(written);
      if (!text.contains("COMMIT") || !wrote) {
        return true;
      }
      wrote = false;
      Cut cut = armed.getAndSet(null);
      deaf = cut == Cut.AFTER_COMMIT;
      if (cut == Cut.BEFORE_COMMIT) {
        cut();
      }
      return cut != Cut.BEFORE_COMMIT;
    }

    private void cut() {
      quietly(client);
      quietly(server);
    }

    private void pump(Socket from, Socket to, Predicate<String> passes) {
      byte[] chunk = new byte[CHUNK];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
          if (passes.test(new String(chunk, 0, length, StandardCharsets.ISO_8859_1))) {
            out.write(chunk, 0, length);
            out.flush();
          }
        }
      } catch (IOException closed) {
        // One side is gone; the other goes, too.
      }
      cut();
    }
  }
}
