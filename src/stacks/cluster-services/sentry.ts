import { SentryDsns } from "../../addons/sentry-dsns/sentry-dsns";
import { chartsCopySentry, storeFor } from "../../addons/external-secrets/readers";
import {
  commonSentrySecret,
  sentryDsnKey,
  sentryDsnSecret,
} from "../../settings/external-services/sentry-names";
import type { Tenants } from "../../settings/tenants/tenants";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

/** Gives applications the keys with which they report exceptions, if Sentry collects them. */
export function installSentry(
  { stack, environment, shared }: Platform,
  foundation: Foundation,
  tenants: Tenants,
) {
  const { organisation } = environment;
  const applications = tenants.applications
    .filter(({ sentry, namespace }) => sentry && !chartsCopySentry(environment, namespace))
    .map(({ name, namespace }) => {
      const common = commonSentrySecret(organisation, namespace);
      return {
        name,
        namespace,
        store: storeFor(organisation, namespace),
        secret: common ?? sentryDsnSecret(organisation.secretsPrefix, name),
        key: common === undefined ? "dsn" : sentryDsnKey(name),
      };
    });

  if (environment.externalServices.sentry && applications.length > 0) {
    new SentryDsns(stack, "sentry-dsns", {
      namespace: shared.namespace,
      applications,
      after: [foundation.secrets],
    });
  }
}
