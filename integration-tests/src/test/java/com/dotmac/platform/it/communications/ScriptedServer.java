package com.dotmac.platform.it.communications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that answers as it is told, command by command, and agrees where it is told
 * nothing. In an answer {@code {body}} stands for the text of the mail, in one line.
 */
final class ScriptedServer implements AutoCloseable {
  private static final String END_OF_DATA = ".";

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile @Nullable CountDownLatch silence;

  ScriptedServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** From now on answers so to this command: {@code RCPT}, or {@code .} for the end of a mail. */
  void answer(String command, String answer) {
    answers.put(command, answer);
  }

  /** From now on takes mails and does not say so, until this is open. */
  void keepSilentUntil(CountDownLatch open) {
    silence = open;
  }

  /** The mails that it took, each in one line. */
  List<String> taken() {
    return List.copyOf(taken);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        threads.execute(() -> talk(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket caller) {
    try (caller) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
      say(caller, "220 here");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.split(" ", 2)[0];
        String agreed = command.equals("DATA") ? "354 go on" : "250 ok";
        say(caller, answers.getOrDefault(command, agreed));
        if (command.equals("DATA")) {
          take(caller, data(in));
        }
      }
    } catch (IOException whoeverCalledIsGone) {
      // What he said until then was taken.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Socket caller, String data) throws IOException, InterruptedException {
    taken.add(data);
    CountDownLatch until = silence;
    if (until != null) {
      until.await();
    }
    say(caller, answers.getOrDefault(END_OF_DATA, "250 ok").replace("{body}", body(data)));
  }

  /** What comes after the head, which ends with an empty line. */
  private static String body(String data) {
    return data.substring(data.indexOf("  ") + 2);
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine();
        line != null && !line.equals(END_OF_DATA);
        line = in.readLine()) {
      text.append(line).append(' ');
    }
    return text.toString();
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
