import { prometheusAddress } from "../../addons/kube-prometheus-stack/addresses";
import { KubePrometheusStack } from "../../addons/kube-prometheus-stack/kube-prometheus-stack";
import { fleetRecords } from "../../addons/platform-alerts/fleet-records";
import { alertGroupsWith } from "../../addons/platform-alerts/groups";
import { PlatformAlerts } from "../../addons/platform-alerts/platform-alerts";
import { PrometheusAdapter } from "../../addons/prometheus-adapter/prometheus-adapter";
import { PrometheusBlackboxExporter } from "../../addons/prometheus-blackbox-exporter/prometheus-blackbox-exporter";
import { PrometheusPushgateway } from "../../addons/prometheus-pushgateway/prometheus-pushgateway";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { reports } from "../../settings/environment/fleet-metrics";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { withProducts } from "../../settings/products/alert-routes";
import type { Tenant } from "../../settings/products/products";
import { hasWatchdog } from "../../addons/kube-prometheus-stack/owned-roles";
import { Manifests } from "../../constructs/manifests";
import { WatchdogTopic } from "../../infrastructure/watchdog-topic";
import { runbooksOf } from "../runbooks";
import { fleetMember } from "./fleet-member";
import type { Foundation } from "./foundation";
import { installProxies } from "./oauth2-proxies";
import type { Platform } from "./platform";
import { probedAddresses } from "./probed-addresses";

/** Products and clusters whose alerts and metrics are told apart. */
interface Around {
  /** Namespaces of products on the cluster. */
  readonly tenants: readonly Tenant[];

  /** Every cluster, the hub of this one among them. */
  readonly all: readonly ClusterEnvironment[];
}

/**
 * Installs the add-ons that measure the platform and its applications. Each is `false` if it is switched off.
 */
export function installMetrics(platform: Platform, foundation: Foundation, { tenants, all }: Around) {
  const { stack, environment, shared } = platform;
  const { monitors, secrets, volumes } = foundation;
  const { addons } = environment;
  const { alerting } = environment.organisation;
  const zone = shared.cluster.dnsZone.name;
  const monitored = { ...shared, namespace: PLATFORM_NAMESPACES.monitoring, after: [monitors] };

  const watchdog =
    addons.kubePrometheusStack &&
    hasWatchdog(addons.kubePrometheusStack) &&
    new WatchdogTopic(stack, "watchdog", {
      clusterName: shared.cluster.name,
      alarmTopicArn: shared.cluster.alarmTopicArn,
    });
  const prometheus =
    addons.kubePrometheusStack &&
    new KubePrometheusStack(stack, "kube-prometheus-stack", {
      ...monitored,
      ...addons.kubePrometheusStack,
      alerting: withProducts(addons.kubePrometheusStack.alerting, tenants),
      environment: environment.name,
      fleet: fleetMember(platform, all),
      timeZone: environment.organisation.timeZone,
      eksAddons: Object.keys(environment.cluster.eksAddons),
      prometheusUrl: `https://prometheus.${zone}`,
      alertmanagerUrl: `https://alertmanager.${zone}`,
      watchdogTopic: watchdog ? watchdog.arn : undefined,
      after: [monitors, secrets, volumes],
    });
  if (prometheus) {
    new PlatformAlerts(stack, "platform-alerts", {
      namespace: PLATFORM_NAMESPACES.monitoring,
      labels: alerting === false ? {} : { destination: alerting.platformDestination },
      runbooks: runbooksOf(environment.organisation),
      groups: alertGroupsWith(addons),
      after: [prometheus],
    });
    if (reports(environment)) {
      new Manifests(stack, "fleet-records", {
        namespace: PLATFORM_NAMESPACES.monitoring,
        releaseName: "fleet-records",
        objects: [fleetRecords(PLATFORM_NAMESPACES.monitoring)],
        after: [prometheus],
      });
    }
  }
  const blackbox =
    addons.prometheusBlackboxExporter &&
    new PrometheusBlackboxExporter(stack, "prometheus-blackbox-exporter", {
      ...monitored,
      ...addons.prometheusBlackboxExporter,
      targets: probedAddresses(addons, zone),
    });
  installExchanges(platform, foundation);

  installProxies(platform, foundation);

  return { prometheus, blackbox };
}

/** Installs the add-ons through which applications bring samples to Prometheus, and autoscalers take them from it. */
function installExchanges({ stack, environment, shared }: Platform, { monitors }: Foundation) {
  const { addons } = environment;
  const inMonitoring = { ...shared, namespace: PLATFORM_NAMESPACES.monitoring, after: [monitors] };

  if (addons.prometheusPushgateway) {
    new PrometheusPushgateway(stack, "prometheus-pushgateway", {
      ...inMonitoring,
      ...addons.prometheusPushgateway,
    });
  }
  if (addons.prometheusAdapter) {
    new PrometheusAdapter(stack, "prometheus-adapter", {
      ...inMonitoring,
      ...addons.prometheusAdapter,
      prometheus: prometheusAddress(PLATFORM_NAMESPACES.monitoring),
    });
  }
}
