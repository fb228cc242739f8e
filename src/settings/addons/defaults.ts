import { databaseSecret } from "../databases/database";
import { CACHED_REGISTRIES } from "../organisation/container-registry";
import { mergeSettings } from "../checking/merge-settings";
import { PLATFORM_NAMESPACES } from "../namespaces/namespaces";
import { ORGANISATION } from "../../platform/organisation";
import type {
  DexConfig,
  EbsCsiDriverConfig,
  ExternalDnsConfig,
  ExternalSecretsConfig,
  SecretConfig,
  AddonsConfig,
  AddonsSettings,
} from "./addons";
import { dashboardsWithDefaults } from "./dashboards-defaults";
import { ALERT_RECEIVERS_SECRET } from "../alerting/receivers-secret";
import { deliveryWithDefaults } from "./delivery-defaults";
import { LOGSTASH_ADDRESS, logsWithDefaults } from "./logs-defaults";
import { metricsWithDefaults } from "./metrics-defaults";
import { policyWithDefaults } from "./policy-defaults";
import { supplyChainWithDefaults } from "./supply-chain-defaults";
import { withDefaults } from "./with-defaults";
import { PRODUCTION_TEAM, SIGN_IN_TEAMS } from "../access/sign-in-roles";

/** What the defaults depend on. */
export interface ServicesSurroundings {
  readonly clusterName: string;

  /** The zone whose records external-dns keeps. */
  readonly clusterZone: string;
  readonly hasGrafanaDatabase: boolean;
  readonly hasWorkflowsDatabase: boolean;
}

/** Settings over production's: everything on, in three copies. */
export function servicesWithDefaults(
  settings: AddonsSettings = {},
  surroundings: ServicesSurroundings,
): AddonsConfig {
  const plain = { values: {} };
  const replicas = settings.replicas ?? 3;

  return {
    replicas,
    registries: settings.registries ?? CACHED_REGISTRIES,
    prometheusOperatorCrds: withDefaults(plain, settings.prometheusOperatorCrds),
    externalSecrets: externalSecrets(settings, surroundings),
    externalDns: withDefaults<ExternalDnsConfig>(
      { ...plain, domains: [surroundings.clusterZone] },
      settings.externalDns,
    ),
    awsLoadBalancerController: withDefaults(plain, settings.awsLoadBalancerController),
    clusterAutoscaler: withDefaults(plain, settings.clusterAutoscaler),
    ebsCsiDriver: withDefaults<EbsCsiDriverConfig>(
      { ...plain, reclaimPolicy: "Retain" },
      settings.ebsCsiDriver,
    ),
    dex: withDefaults<DexConfig>(
      { ...plain, signIn: "github", teams: SIGN_IN_TEAMS, readWriteTeam: PRODUCTION_TEAM },
      settings.dex,
    ),
    ...metricsWithDefaults(settings),
    ...logsWithDefaults(settings),
    ...deliveryWithDefaults(settings, surroundings),
    ...policyWithDefaults(settings),
    ...supplyChainWithDefaults(settings),
    ...dashboardsWithDefaults(settings, { ...surroundings, replicas }),
  };
}

function externalSecrets(
  settings: AddonsSettings,
  surroundings: ServicesSurroundings,
): ExternalSecretsConfig | false {
  if (settings.externalSecrets === false) {
    return false;
  }
  const { stores, ...rest } = settings.externalSecrets ?? {};

  return mergeSettings<ExternalSecretsConfig>(
    {
      values: {},
      stores: mergeSettings({ secretsManager: true, parameterStore: false }, stores),
      secrets: secrets(signsInThroughGitHub(settings), logstashSecret(settings), surroundings),
    },
    rest,
  );
}

/** The Kubernetes Secret with the credentials of the GitHub application that people sign in through. */
export const GITHUB_CREDENTIALS = "govuk-dex-github";

const signsInThroughGitHub = ({ dex }: AddonsSettings): boolean =>
  dex !== false && (dex?.signIn ?? "github") === "github";

/** Path of the secret that says where Logstash is, where logs go there. */
function logstashSecret(settings: AddonsSettings): string | undefined {
  const { fluentBit } = logsWithDefaults(settings);
  return fluentBit && fluentBit.destination.type === "logstash" ? fluentBit.destination.secret : undefined;
}

/** The Kubernetes Secret that says where Grafana's database is and how to sign in to it. */
export const GRAFANA_DATABASE = "govuk-grafana-database";

/** Secrets of what runs. `docs/first-apply.md` says what each must hold. */
function secrets(
  throughGitHub: boolean,
  logs: string | undefined,
  { clusterName, hasGrafanaDatabase }: ServicesSurroundings,
): SecretConfig[] {
  const prefix = ORGANISATION.secretsPrefix;
  const { services, monitoring } = PLATFORM_NAMESPACES;

  return [
    ...(throughGitHub
      ? [{ path: `${prefix}/dex/github`, name: GITHUB_CREDENTIALS, namespace: services }]
      : []),
    ...(hasGrafanaDatabase
      ? [{ path: databaseSecret("grafana", clusterName), name: GRAFANA_DATABASE, namespace: monitoring }]
      : []),
    ...(logs ? [{ path: logs, name: LOGSTASH_ADDRESS, namespace: monitoring, keys: ["host", "port"] }] : []),
    { path: `${prefix}/alertmanager/receivers`, ...ALERT_RECEIVERS_SECRET },
  ];
}
