import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import { Manifests } from "../../constructs/manifests";
import { externalSecret } from "../../constructs/external-secret";

/** An application that reports its exceptions. */
export interface ReportingApplication {
  readonly name: string;
  readonly namespace: string;

  /** Name of the store of secrets that serves the namespace. */
  readonly store: string;

  /** Path in Secrets Manager of the address that it reports to. */
  readonly secret: string;

  /** Key of the address in that secret. */
  readonly key: string;
}

export interface SentryDsnsProps {
  /** Namespace of Helm's record of the release. */
  readonly namespace: string;
  readonly applications: readonly ReportingApplication[];

  /** Things that must be ready first. */
  readonly after: After;
}

/**
 * Gives each application the address at Sentry that it reports exceptions to: key `dsn` of Secret
 * `<application>-sentry` in the application's namespace.
 *
 * @see https://docs.sentry.io/concepts/key-terms/dsn-explainer/
 */
export class SentryDsns extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, { namespace, applications, after }: SentryDsnsProps) {
    super(scope, id);

    this.ready = new Manifests(this, "secrets", {
      namespace,
      releaseName: "sentry-dsns",
      objects: applications.map((application) =>
        externalSecret({
          path: application.secret,
          name: `${application.name}-sentry`,
          namespace: application.namespace,
          store: application.store,
          keys: [application.key],
          template: { data: { dsn: `{{ index . "${application.key}" }}` } },
        }),
      ),
      after,
    }).ready;
  }
}
