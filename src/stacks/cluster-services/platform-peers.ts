import { argoCdNetwork } from "../../addons/argo-cd/network";
import { argoWorkflowsNetwork, workflowPodsNetwork } from "../../addons/argo-workflows/network";
import { awsLoadBalancerControllerNetwork } from "../../addons/aws-load-balancer-controller/network";
import { dexNetwork } from "../../addons/dex/network";
import { externalDnsNetwork } from "../../addons/external-dns/network";
import { externalSecretsNetwork } from "../../addons/external-secrets/network";
import { fluentBitNetwork } from "../../addons/fluent-bit/network";
import { gatekeeperNetwork } from "../../addons/gatekeeper/network";
import { grafanaNetwork } from "../../addons/grafana/network";
import { kyvernoNetwork } from "../../addons/kyverno/network";
import { kubePrometheusStackNetwork } from "../../addons/kube-prometheus-stack/network";
import { oauth2ProxyNetwork } from "../../addons/oauth2-proxy/network";
import { prometheusBlackboxExporterNetwork } from "../../addons/prometheus-blackbox-exporter/network";
import { metricsServerNetwork } from "../../addons/metrics-server/network";
import { reloaderNetwork } from "../../addons/reloader/network";
import { sealNetwork } from "../../addons/seal/network";
import { tempoNetwork } from "../../addons/tempo/network";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { NetworkPeer, PlacedPeer } from "../../constructs/network-peers";
import { promotes } from "./argo-workflows";

type Peers = NetworkPeer | readonly NetworkPeer[] | false;

/** Peers of all add-ons that an environment has in the platform's own namespaces. */
export function platformPeers(environment: ClusterEnvironment): PlacedPeer[] {
  const { addons } = environment;

  return [
    ...place(PLATFORM_NAMESPACES.services, [
      addons.externalSecrets && externalSecretsNetwork,
      addons.externalDns && externalDnsNetwork,
      addons.awsLoadBalancerController && awsLoadBalancerControllerNetwork,
      addons.dex && dexNetwork({ gitHub: addons.dex.signIn === "github" }),
      addons.argoCd &&
        argoCdNetwork({
          replicas: addons.replicas,
          notifies: addons.argoCd.slack !== false || promotes(environment),
        }),
      addons.argoWorkflows && [
        ...argoWorkflowsNetwork({
          archive: addons.argoWorkflows.archive !== false,
        }),
        workflowPodsNetwork,
      ],
      addons.reloader && reloaderNetwork,
      addons.metricsServer && metricsServerNetwork,
      addons.kyverno && kyvernoNetwork,
      addons.seal && addons.externalSecrets && sealNetwork,
    ]),
    ...place(PLATFORM_NAMESPACES.policies, [addons.gatekeeper && gatekeeperNetwork]),
    ...place(PLATFORM_NAMESPACES.monitoring, [
      addons.kubePrometheusStack &&
        kubePrometheusStackNetwork({
          prometheusPorts:
            addons.kubePrometheusStack.egress === false ? [] : addons.kubePrometheusStack.egress.ports,
          smtpPort: smtpPort(addons.kubePrometheusStack.alerting.smtp),
        }),
      addons.prometheusBlackboxExporter && prometheusBlackboxExporterNetwork,
      addons.oauth2Proxy && oauth2ProxyNetwork,
      addons.tempo && tempoNetwork,
      addons.grafana && grafanaNetwork({ database: environment.grafanaDatabase !== false }),
      addons.fluentBit &&
        fluentBitNetwork({
          destination: addons.fluentBit.destination.type === "logstash" ? "elsewhere" : "aws",
        }),
    ]),
  ];
}

const place = (namespace: string, peers: readonly Peers[]): PlacedPeer[] =>
  peers.flatMap((some) => some || []).map((peer) => ({ ...peer, namespace }));

/** Port of an address such as `smtp.example:587`. */
const smtpPort = (server: { readonly smarthost: string } | undefined): number | undefined =>
  server && Number(server.smarthost.split(":").at(-1));
