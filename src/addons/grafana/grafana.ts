import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import type { Cluster } from "../../constructs/cluster";
import { type DatabaseAuthorities, databaseAuthorities } from "../../constructs/database-authorities";
import { DatabaseUser, databaseUserSecret } from "../../constructs/database-user/database-user";
import type { AddonDatabase } from "../../constructs/database-user/props";
import { HelmRelease } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { WorkloadRole } from "../../constructs/workload-role";
import { DASHBOARDS, DASHBOARDS_OF_FLEETS } from "./dashboards";
import { clientSecretName } from "../dex/clients";
import { GrafanaDashboards } from "./dashboard-files";
import { dataSources, type GrafanaDataSources } from "./data-sources";
import { deployment, ingress, storage } from "./deployment";
import { ENCRYPTION_SECRET, GrafanaEncryption } from "./encryption";
import { fleetPlugin, fleetReads } from "./fleet";
import { HARDENING } from "./hardening";
import { grafanaPermissions } from "./permissions";
import { grafanaEnvironment, grafanaSettings, postgresql } from "./configuration";
import { type GrafanaTeams, signInSettings } from "./sign-in";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { grafanaNetwork } from "./network";

export interface GrafanaProps extends AddonProps {
  readonly cluster: Cluster;
  readonly accountId: string;

  /** Teams that may change dashboards, and teams that may look; `false` if every user may do everything. */
  readonly teams: GrafanaTeams | false;

  /** Its PostgreSQL database. `false` for a file on a volume, which only one replica can use. */
  readonly database: AddonDatabase | false;
  readonly sources: GrafanaDataSources;

  /** Time zone of dashboards, as the tz database calls it. */
  readonly timeZone: string;

  /** Names of CloudWatch's log groups that people may query in it. */
  readonly logGroups: readonly string[];

  /**
   * ARNs of log groups of other accounts that people may query in it.
   *
   * @default - none
   */
  readonly sharedLogGroups?: readonly string[];

  /** Name of its public load balancer: at most 32 characters, once per account and region. */
  readonly loadBalancerName: string;

  /** Path in Secrets Manager below which the key is kept that encrypts what it stores. */
  readonly secretsPrefix: string;

  /** Days in which a deleted secret can be restored: 0 for not at all, or 7 to 30. */
  readonly secretRecoveryDays: number;
}

/** The account that the platform's CloudWatch role has always trusted. */
const SERVICE_ACCOUNT = "kube-prometheus-stack-grafana";

/**
 * Shows what is measured, logged and traced, to those who sign in through Dex.
 *
 * @see https://grafana.com/docs/grafana/latest
 */
export class Grafana extends Construct implements Addon {
  readonly role: WorkloadRole;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: GrafanaProps) {
    super(scope, id);
    const { cluster, accountId, namespace, database, registries, values, after = [] } = props;
    const host = `grafana.${cluster.dnsZone.name}`;

    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: SERVICE_ACCOUNT,
      permissions: [
        ...grafanaPermissions(cluster, accountId, props.logGroups),
        ...fleetReads(props.sources.fleet, props.sharedLogGroups ?? []),
      ],
    });
    const encryption = new GrafanaEncryption(this, "encryption", {
      namespace,
      path: `${props.secretsPrefix}/grafana/encryption/${cluster.name}`,
      recoveryDays: props.secretRecoveryDays,
      after,
    });
    const dashboards = new GrafanaDashboards(this, "dashboards", {
      namespace,
      dashboards: [...DASHBOARDS, ...(props.sources.fleet ? DASHBOARDS_OF_FLEETS : [])],
      timeZone: props.timeZone,
    });

    const user =
      database &&
      new DatabaseUser(this, "database-user", {
        ...{ namespace, registries, database },
        addon: CHART.name,
        chartVersion: pinned(CHART, props.chartVersions).version,
      });
    const authorities = database && databaseAuthorities("grafana", database.authorities);

    this.peers = inNamespace(namespace, grafanaNetwork(props), props.egress);
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        ...deployment(props),
        ...HARDENING,
        serviceAccount: { ...this.role.helmValues, automountServiceAccountToken: false },
        ...storage(database !== false),
        ...(authorities && mountOf(authorities)),
        envValueFrom: grafanaEnvironment({
          client: clientSecretName({ name: "grafana" }),
          encryption: ENCRYPTION_SECRET,
          database: database && databaseUserSecret(CHART.name, database),
        }),
        "grafana.ini": {
          ...grafanaSettings(
            host,
            database && authorities && postgresql(database, authorities),
            props.timeZone,
          ),
          ...fleetPlugin(props.sources.fleet),
          ...signInSettings(`https://dex.${cluster.dnsZone.name}`, props.teams),
        },
        datasources: { "datasources.yaml": dataSources(props.sources) },
        ingress: ingress(host, props),
      },
      overrides: values,
      registries,
      after: [this.role, encryption, dashboards, user, ...after],
    }).ready;
  }
}

/** Authorities of the database's certificate, as a file in Grafana's container. */
const mountOf = ({ configMap, folder, name }: DatabaseAuthorities): HelmValues => ({
  extraObjects: [configMap],
  extraConfigmapMounts: [{ name, configMap: name, mountPath: folder, readOnly: true }],
});
