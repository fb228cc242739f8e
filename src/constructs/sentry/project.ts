import type { Construct } from "constructs";
import { RegistryResource } from "../registry-provider";
import { SENTRY } from "./provider";

export interface SentryProjectProps {
  /** Slug of the Sentry organisation. */
  readonly organisation: string;
  readonly name: string;
  readonly slug: string;

  /** Slugs of the teams that look after it. */
  readonly teams: readonly string[];
}

/**
 * A project that collects an application's exceptions. It has no keys and no alerts but those made for it.
 */
export class SentryProject extends RegistryResource {
  readonly slug: string;

  constructor(scope: Construct, id: string, { organisation, name, slug, teams }: SentryProjectProps) {
    super(scope, id, SENTRY, "sentry_project", {
      organization: organisation,
      name,
      slug,
      teams,
      default_key: false,
      default_rules: false,
    });
    this.slug = this.getStringAttribute("slug");
  }
}
