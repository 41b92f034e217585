package com.dotmac.platform.app.partners.exports;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/**
 * An export that is to be made, and later to be dropped.
 *
 * @param tenantId its tenant
 * @param exportId the export
 */
record ExportJob(UUID tenantId, UUID exportId) {

  /** The kind of work. */
  static final TaskDescriptor<ExportJob> KIND =
      TaskDescriptor.of("export-of-partners", ExportJob.class);
}
