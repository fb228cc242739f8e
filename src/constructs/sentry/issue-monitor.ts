import type { Construct } from "constructs";
import { RegistryData } from "../registry-provider";
import { SENTRY } from "./provider";

export interface SentryIssueMonitorProps {
  /** Slug of the Sentry organisation. */
  readonly organisation: string;

  /** Slug of the project. */
  readonly project: string;
}

/** Sentry's built-in monitor that watches the issues of every project. */
export class SentryIssueMonitor extends RegistryData {
  readonly monitorId: string;

  constructor(scope: Construct, id: string, { organisation, project }: SentryIssueMonitorProps) {
    super(scope, id, SENTRY, "sentry_project_issue_stream_monitor", { organization: organisation, project });
    this.monitorId = this.getStringAttribute("id");
  }
}
