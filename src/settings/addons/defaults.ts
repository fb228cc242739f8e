import { databaseSecret } from "../databases/database";
import { registryOf } from "../organisation/container-registry";
import type { Organisation } from "../organisation/organisation";
import { mergeSettings } from "../checking/merge-settings";
import { PLATFORM_NAMESPACES } from "../namespaces/namespaces";
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
import { needs, signsIn } from "./organisation-defaults";
import { withDefaults } from "./with-defaults";

/** Settings of the cluster that the defaults follow. */
export interface ServicesSurroundings {
  readonly organisation: Organisation;
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
  const { organisation } = surroundings;
  const registry = registryOf(organisation);
  const plain = { values: {} };
  const replicas = settings.replicas ?? 3;

  return {
    replicas,
    registries: settings.registries ?? (registry ? registry.cachedRegistries : {}),
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
      {
        ...plain,
        signIn: "github",
        teams: organisation.signIn === false ? [] : organisation.signIn.teams,
        readWriteTeam: organisation.signIn === false ? "" : organisation.signIn.productionTeam,
      },
      settings.dex ?? needs(organisation.signIn !== false),
    ),
    ...metricsWithDefaults(settings, organisation),
    ...logsWithDefaults(settings, organisation),
    ...deliveryWithDefaults(settings, surroundings),
    ...policyWithDefaults(settings),
    ...supplyChainWithDefaults(settings, organisation),
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
      secrets: secrets(copiedSecrets(settings, surroundings.organisation), surroundings),
    },
    rest,
  );
}

/** The Kubernetes Secret with the credentials of the GitHub application that people sign in through. */
export const gitHubCredentials = ({ name }: Organisation): string => `${name}-dex-github`;

const signsInThroughGitHub = ({ dex }: AddonsSettings): boolean =>
  dex !== false && (dex?.signIn ?? "github") === "github";

/** Path of the secret that says where Logstash is, where logs go there. */
function logstashSecret(settings: AddonsSettings, organisation: Organisation): string | undefined {
  const { fluentBit } = logsWithDefaults(settings, organisation);
  return fluentBit && fluentBit.destination.type === "logstash" ? fluentBit.destination.secret : undefined;
}

/** The Kubernetes Secret that says where Grafana's database is and how to sign in to it. */
export const grafanaDatabaseCredentials = ({ name }: Organisation): string => `${name}-grafana-database`;

/** Add-ons' settings that decide which secrets are copied. */
interface CopiedSecrets {
  readonly throughGitHub: boolean;

  /** Path of the secret with Logstash's address; `undefined` where logs go elsewhere. */
  readonly logs: string | undefined;

  /** Tells whether Alertmanager has receivers of the organisation's or of the environment's. */
  readonly alerts: boolean;
}

const copiedSecrets = (settings: AddonsSettings, organisation: Organisation): CopiedSecrets => ({
  throughGitHub: signsIn(settings, organisation) && signsInThroughGitHub(settings),
  logs: logstashSecret(settings, organisation),
  alerts:
    organisation.alerting !== false ||
    (settings.kubePrometheusStack !== false && settings.kubePrometheusStack?.alerting !== undefined),
});

/** Secrets of what runs. `docs/first-apply.md` says what each must hold. */
function secrets(
  { throughGitHub, logs, alerts }: CopiedSecrets,
  { organisation, clusterName, hasGrafanaDatabase }: ServicesSurroundings,
): SecretConfig[] {
  const prefix = organisation.secretsPrefix;
  const { services, monitoring } = PLATFORM_NAMESPACES;

  return [
    ...(throughGitHub
      ? [{ path: `${prefix}/dex/github`, name: gitHubCredentials(organisation), namespace: services }]
      : []),
    ...(hasGrafanaDatabase
      ? [
          {
            path: databaseSecret("grafana", clusterName),
            name: grafanaDatabaseCredentials(organisation),
            namespace: monitoring,
          },
        ]
      : []),
    ...(logs ? [{ path: logs, name: LOGSTASH_ADDRESS, namespace: monitoring, keys: ["host", "port"] }] : []),
    ...(alerts ? [{ path: `${prefix}/alertmanager/receivers`, ...ALERT_RECEIVERS_SECRET }] : []),
  ];
}
