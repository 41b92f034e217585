package com.dotmac.platform.app.http;

import com.dotmac.platform.app.logging.RequestFields;
import com.dotmac.platform.domain.tenancy.CurrentTenant;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * Cleans the thread before and after each request, however the request ends: a thread of the pool
 * carries neither tenant nor names in the log into the next one.
 */
public final class RequestEnd implements ApplicationEventListener {

  @Override
  public void onEvent(ApplicationEvent event) {
    // The application's own life is of no interest here.
  }

  @Override
  public RequestEventListener onRequest(RequestEvent started) {
    clean();
    return event -> {
      if (event.getType() == RequestEvent.Type.FINISHED) {
        clean();
      }
    };
  }

  private static void clean() {
    CurrentTenant.release();
    RequestFields.end();
  }
}
