import type { z } from "zod";
import type { DefaultsContext } from "../../settings/addon-definition/definition";
import { ALERT_RECEIVERS_SECRET } from "../../settings/alerting/receivers-secret";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { type dex, gitHubCredentials, oidcCredentials } from "../dex/settings";
import { fluentBit, LOGSTASH_ADDRESS } from "../fluent-bit/settings";
import type { SecretConfig } from "./settings";

/** Settings of the add-ons whose secrets are copied. */
interface CopiedAddons {
  readonly dex?: z.output<typeof dex.settings>;
  readonly fluentBit?: z.output<typeof fluentBit.settings>;
  readonly kubePrometheusStack?: false | { readonly alerting?: unknown };
}

/** Facts that decide which secrets are copied. */
export type CopiesContext = DefaultsContext<CopiedAddons>;

/** Secrets of what runs. `docs/first-apply.md` says what each must hold. */
export function usualCopies(context: CopiesContext): SecretConfig[] {
  const { services, monitoring } = PLATFORM_NAMESPACES;
  const { organisation } = context;
  const prefix = organisation.secretsPrefix;
  const logs = logstashSecret(context);

  return [
    ...providerCredentials(context).map(({ path, name }) => ({
      path: `${prefix}/${path}`,
      name,
      namespace: services,
    })),
    ...(logs ? [{ path: logs, name: LOGSTASH_ADDRESS, namespace: monitoring, keys: ["host", "port"] }] : []),
    ...(tellsOfAlerts(context)
      ? [{ path: `${prefix}/alertmanager/receivers`, ...ALERT_RECEIVERS_SECRET }]
      : []),
  ];
}

/** Credentials of the application at the provider that users sign in through. SAML has none. */
function providerCredentials({ organisation, signsIn, addons: { dex } }: CopiesContext) {
  const { signIn = organisation.signIn ? organisation.signIn.provider : "github" } = dex || {};
  if (!signsIn || dex === false) {
    return [];
  }
  if (signIn === "github") {
    return [{ path: "dex/github", name: gitHubCredentials(organisation) }];
  }
  return "oidc" in signIn ? [{ path: "dex/oidc", name: oidcCredentials(organisation) }] : [];
}

/** Tells whether Alertmanager has receivers of the organisation's or of the environment's. */
const tellsOfAlerts = ({ organisation, addons: { kubePrometheusStack } }: CopiesContext): boolean =>
  organisation.alerting !== false ||
  (kubePrometheusStack !== false && kubePrometheusStack?.alerting !== undefined);

/** Path of the secret that says where Logstash is; `undefined` where logs go elsewhere. */
function logstashSecret(context: CopiesContext): string | undefined {
  const logs = fluentBit.configure(context.addons.fluentBit, context);
  return logs && logs.destination.type === "logstash" ? logs.destination.secret : undefined;
}
