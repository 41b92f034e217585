package com.dotmac.platform.it.migrator;

import com.dotmac.platform.it.harness.TestDatabase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A pooler between clients and a server, as small as it can be: a client has a server connection
 * for one transaction, and then any other one that is idle. It knows the frames of the protocol and
 * no more. The role must need no password.
 */
final class SwitchingProxy implements AutoCloseable {
  /** Which of the idle server connections the next transaction gets. */
  enum Order {
    /** The one used last, as pgbouncer does by default. */
    LAST_USED,
    /** The one that has been idle for longest. */
    LONGEST_IDLE,
    /** The one used before the last, which is still being given back when the next is asked for. */
    LAST_BUT_ONE,
    /** Always the same: a pool in session mode. */
    OWN
  }

  private static final int SSL_REQUEST = 80_877_103;

  private final Order order;
  private final int serverPort;
  private final ServerSocket listener;
  private final Deque<Server> idle = new ArrayDeque<>();
  private final List<Closeable> open = new CopyOnWriteArrayList<>();

  SwitchingProxy(TestDatabase database, Order order) throws IOException {
    this.order = order;
    serverPort = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    open.add(listener);
    start(this::acceptAll);
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : open) {
      each.close();
    }
  }

  private void acceptAll() throws IOException {
    while (true) {
      Socket client = listener.accept();
      open.add(client);
      start(() -> serve(client));
    }
  }

  private void serve(Socket socket) throws IOException {
    Peer client = new Peer(socket);
    byte[] startup = client.readStartup();
    Server first = connect(startup, client);
    Server server = null;
    if (order != Order.OWN) {
      give(first);
    }
    while (true) {
      Frame frame = client.read();
      if (frame.type() == 'X') {
        return;
      }
      if (server == null) {
        server = order == Order.OWN ? first : take(startup);
      }
      server.peer().write(frame);
      if (frame.type() == 'S' || frame.type() == 'Q') {
        server.peer().flush();
        if (readyOutsideTransaction(server, client)) {
          server = null;
        }
      }
    }
  }

  /**
   * Forwards until the server is ready, and gives it back when it is outside a transaction then:
   * before the client can know of it, so that what the next one gets does not depend on threads.
   *
   * @return whether it was given back
   */
  private boolean readyOutsideTransaction(Server server, Peer client) throws IOException {
    while (true) {
      Frame frame = server.peer().read();
      client.write(frame);
      if (frame.type() == 'Z') {
        boolean given = order != Order.OWN && frame.body()[0] == 'I';
        if (given) {
          give(server);
        }
        client.flush();
        return given;
      }
    }
  }

  private Server connect(byte[] startup, Peer client) throws IOException {
    Server server = connect(startup);
    for (Frame frame : server.greeting()) {
      client.write(frame);
    }
    client.flush();
    return server;
  }

  private Server connect(byte[] startup) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    open.add(socket);
    Peer peer = new Peer(socket);
    peer.writeStartup(startup);
    List<Frame> greeting = new CopyOnWriteArrayList<>();
    Frame frame;
    do {
      frame = peer.read();
      greeting.add(frame);
    } while (frame.type() != 'Z');
    return new Server(peer, greeting);
  }

  private Server take(byte[] startup) throws IOException {
    synchronized (idle) {
      Server server =
          switch (order) {
            case LAST_USED -> idle.pollLast();
            case LAST_BUT_ONE -> lastButOne();
            case LONGEST_IDLE, OWN -> idle.pollFirst();
          };
      return server == null ? connect(startup) : server;
    }
  }

  private @Nullable Server lastButOne() {
    Server last = idle.pollLast();
    Server before = idle.pollLast();
    if (last != null && before != null) {
      idle.addLast(last);
      return before;
    }
    return last;
  }

  private void give(Server server) {
    synchronized (idle) {
      idle.addLast(server);
    }
  }

  private void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The other side has gone: that is how a connection ends here.
                Thread.currentThread().interrupt();
              }
            },
            "switching-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException;
  }

  /** One message of the protocol. */
  private static final class Frame {
    private final int type;
    private final byte[] body;

    Frame(int type, byte[] body) {
      this.type = type;
      this.body = body;
    }

    int type() {
      return type;
    }

    byte[] body() {
      return body;
    }
  }

  private record Server(Peer peer, List<Frame> greeting) {}

  private static final class Peer {
    private final DataInputStream input;
    private final DataOutputStream output;

    Peer(Socket socket) throws IOException {
      socket.setTcpNoDelay(true);
      input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      output = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /** The message that begins a connection; an offer to encrypt it is declined. */
    byte[] readStartup() throws IOException {
      while (true) {
        byte[] body = input.readNBytes(input.readInt() - 4);
        if (body.length != 4 || java.nio.ByteBuffer.wrap(body).getInt() != SSL_REQUEST) {
          return body;
        }
        output.writeByte('N');
        output.flush();
      }
    }

    void writeStartup(byte[] body) throws IOException {
      output.writeInt(body.length + 4);
      output.write(body);
      output.flush();
    }

    Frame read() throws IOException {
      int type = input.readUnsignedByte();
      return new Frame(type, input.readNBytes(input.readInt() - 4));
    }

    void write(Frame frame) throws IOException {
      output.writeByte(frame.type());
      output.writeInt(frame.body().length + 4);
      output.write(frame.body());
    }

    void flush() throws IOException {
      output.flush();
    }
  }
}
