import type { Construct } from "constructs";
import { RegistryData } from "../registry-provider";
import { SENTRY } from "./provider";

export interface SentrySlackWorkspaceProps {
  /** Slug of the Sentry organisation. */
  readonly organisation: string;

  /** The workspace's name. */
  readonly name: string;
}

/** A Slack workspace that an engineer has connected with Sentry. */
export class SentrySlackWorkspace extends RegistryData {
  readonly integrationId: string;

  constructor(scope: Construct, id: string, { organisation, name }: SentrySlackWorkspaceProps) {
    super(scope, id, SENTRY, "sentry_organization_integration", {
      organization: organisation,
      provider_key: "slack",
      name,
    });
    this.integrationId = this.getStringAttribute("id");
  }
}
