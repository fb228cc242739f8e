import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { SecretConfig } from "./settings";
import { gitHubCredentials, oidcCredentials } from "../dex/settings";
import { ALERT_RECEIVERS_SECRET, isOutside } from "../../settings/alerting/receivers-secret";
import { LOGSTASH_ADDRESS } from "../fluent-bit/settings";
import { problem } from "../../settings/checking/problem";

/** A copy of a secret that an add-on looks for by its name. */
interface NeededCopy {
  readonly name: string;
  readonly namespace: string;

  /** Those that the copy must have, where it is of some keys alone. */
  readonly keys?: readonly string[];

  /** Purpose of the secret for the add-on. */
  readonly use: string;
  readonly fix: string;
}

/** Refuses secrets that an add-on reads in the cluster and that are not copied there. */
export const neededSecretsAreCopied = (config: ClusterEnvironmentConfig): string[] => {
  const { externalSecrets } = config.addons;
  return externalSecrets === false
    ? []
    : neededCopies(config)
        .filter((needed) => !externalSecrets.secrets.some((copy) => serves(copy, needed)))
        .map(({ name, namespace, keys, use, fix }) =>
          problem(
            ["addons", "externalSecrets", "secrets"],
            `a copy named ${name} in ${namespace}${keys ? ` with ${keys.join(" and ")}` : ""}, ${use}`,
            "none",
            fix,
          ),
        );
};

const serves = (copy: SecretConfig, { name, namespace, keys = [] }: NeededCopy): boolean =>
  copy.name === name &&
  copy.namespace === namespace &&
  keys.every((key) => copy.keys === undefined || copy.keys.includes(key));

function neededCopies({ organisation, addons }: ClusterEnvironmentConfig): NeededCopy[] {
  const { dex, fluentBit, kubePrometheusStack } = addons;
  const destination = fluentBit && fluentBit.destination;
  const receivers = kubePrometheusStack ? Object.values(kubePrometheusStack.alerting.receivers) : [];

  return [
    dex && dex.signIn === "github"
      ? {
          name: gitHubCredentials(organisation),
          namespace: PLATFORM_NAMESPACES.services,
          use: "with which Dex signs people in through GitHub",
          fix: `copy ${organisation.secretsPrefix}/dex/github, as environments do that list no secrets`,
        }
      : [],
    dex && typeof dex.signIn === "object" && "oidc" in dex.signIn
      ? {
          name: oidcCredentials(organisation),
          namespace: PLATFORM_NAMESPACES.services,
          use: `with which Dex signs people in through ${dex.signIn.oidc.name}`,
          fix: `copy ${organisation.secretsPrefix}/dex/oidc, as environments do that list no secrets`,
        }
      : [],
    destination && destination.type === "logstash"
      ? {
          name: LOGSTASH_ADDRESS,
          namespace: PLATFORM_NAMESPACES.monitoring,
          keys: ["host", "port"],
          use: "from which Fluent Bit knows Logstash",
          fix: `copy ${destination.secret}, or send logs elsewhere`,
        }
      : [],
    receivers.some(isOutside)
      ? {
          ...ALERT_RECEIVERS_SECRET,
          use: "which Alertmanager mounts",
          fix:
            `copy ${organisation.secretsPrefix}/alertmanager/receivers, or leave every receiver out of ` +
            "addons.kubePrometheusStack.alerting",
        }
      : [],
  ].flat();
}
