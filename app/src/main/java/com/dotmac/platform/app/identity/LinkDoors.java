package com.dotmac.platform.app.identity;

import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.identity.links.LinkService;
import com.dotmac.platform.domain.identity.links.LinkUseService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors to links that are mailed to people.
 *
 * @param out links on their way to people
 * @param back links that come back
 */
public record LinkDoors(LinkService out, LinkUseService back) {

  /**
   * Doors for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants the door to tenants
   * @param people the doors to people
   * @param messages writes the mails
   * @param audit where acts are recorded
   */
  public static LinkDoors of(
      TenantSessions sessions,
      TenantService tenants,
      PeopleDoors people,
      MessageService messages,
      AuditTrail audit) {
    return new LinkDoors(
        new LinkService(sessions, tenants, people.users(), people.passwords(), messages, audit),
        new LinkUseService(
            sessions, tenants, people.users(), people.passwords(), people.sessions(), audit));
  }
}
