package com.dotmac.platform.app.communications;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.communications.Message;
import com.dotmac.platform.domain.communications.MessageFilter;
import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.communications.MessageStatus;
import com.dotmac.platform.domain.communications.MessageTemplate;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of messages: read it, take up again what failed, try whether mail arrives. */
@Path(MessageResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MessageResource {

  static final String PATH = "/api/v1/messages";

  private final MessageService messages;

  /** A resource over the door. */
  MessageResource(MessageService messages) {
    this.messages = messages;
  }

  /** Sends a message that says nothing but that mail arrives. */
  @POST
  @Path("/test")
  @UnitOfWork
  @Requires(Permission.MESSAGES_WRITE)
  @Answers(value = MessageJson.View.class, status = 201)
  public Response test(
      @Auth Caller caller, @NotNull @Valid MessageJson.Test body, @Context UriInfo uri) {
    Message message = messages.writeTest(caller.context(), body.recipient());
    return Response.created(
            uri.getBaseUriBuilder().path(PATH).path(message.id().toString()).build())
        .tag(EntityTags.of(message.version()))
        .entity(MessageJson.View.of(message))
        .build();
  }

  /** Lists messages, newest first: those that wait, that were sent, and that failed. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.MESSAGES_READ)
  @Answers(value = MessageJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable MessageStatus status,
      @QueryParam("template") @Nullable MessageTemplate template,
      @QueryParam("recipientAddress") @Nullable @Size(min = 1, max = 254) String recipientAddress,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    MessageFilter filter = new MessageFilter(status, template, recipientAddress);
    return PageJson.response(
        messages.list(caller.scope(), filter, PageJson.request(limit, cursor)),
        MessageJson.View::of,
        uri);
  }

  /** Reads a message; what was secret in it is not shown. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.MESSAGES_READ)
  @Answers(MessageJson.View.class)
  @Refuses(ProblemCode.MESSAGE_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(messages.get(caller.scope(), id));
  }

  /** Takes up again a message that failed; one that waits goes on waiting. */
  @POST
  @Path("/{id}/retry")
  @UnitOfWork
  @Requires(Permission.MESSAGES_WRITE)
  @Answers(MessageJson.View.class)
  @Refuses({
    ProblemCode.MESSAGE_NOT_FOUND,
    ProblemCode.MESSAGE_ALREADY_SENT,
    ProblemCode.MESSAGE_EXPIRED
  })
  public Response retry(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(messages.retry(caller.context(), id));
  }

  private static Response answer(Message message) {
    return Response.ok(MessageJson.View.of(message)).tag(EntityTags.of(message.version())).build();
  }
}
