import { StringMap } from "cdktf";
import type { Construct } from "constructs";
import { RegistryResource } from "../registry-provider";
import { SENTRY } from "./provider";

export interface SentryKeyProps {
  /** Slug of the Sentry organisation. */
  readonly organisation: string;

  /** Slug of the project. */
  readonly project: string;
  readonly name: string;
}

/** A key with which an application reports exceptions. Revoking it affects no other application. */
export class SentryKey extends RegistryResource {
  /** Address that the application sends exceptions to, key included. Sensitive. */
  readonly dsn: string;

  constructor(scope: Construct, id: string, { organisation, project, name }: SentryKeyProps) {
    super(scope, id, SENTRY, "sentry_key", { organization: organisation, project, name });
    this.dsn = new StringMap(this, "dsn").lookup("public");
  }
}
