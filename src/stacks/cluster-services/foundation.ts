import { AwsLoadBalancerController } from "../../addons/aws-load-balancer-controller/aws-load-balancer-controller";
import { CertManager } from "../../addons/cert-manager/cert-manager";
import { CiliumMonitors } from "../../addons/cilium/monitors";
import { ClusterAutoscaler } from "../../addons/cluster-autoscaler/cluster-autoscaler";
import { Dex } from "../../addons/dex/dex";
import { ExternalDns } from "../../addons/external-dns/external-dns";
import { secretReaders } from "../../addons/external-secrets/readers";
import { ExternalSecrets } from "../../addons/external-secrets/external-secrets";
import { GatewayApiCrds } from "../../addons/gateway-api-crds/gateway-api-crds";
import { MetricsServer } from "../../addons/metrics-server/metrics-server";
import { PrometheusOperatorCrds } from "../../addons/prometheus-operator-crds/prometheus-operator-crds";
import { CLUSTER_AUTOSCALER_TAGS } from "../../addons/cluster-autoscaler/image-tags";
import { namespaceStore } from "../../names/store-names";
import type { Application } from "../../settings/products/applications";
import { defaultTags } from "../default-tags";
import { gatewayOf, installGateway } from "./gateway";
import { installIngressGroups } from "./ingress-groups";
import { installNetworkLoadBalancers } from "./network-load-balancers";
import { installNodes } from "./nodes";
import type { Platform } from "./platform";
import { signIn } from "./sign-in";
import { signTenantsIn } from "./tenant-sign-in";
import { installVolumes } from "./volumes";

/** Add-ons that all others depend on. Each is `false` if it is switched off. */
export type Foundation = ReturnType<typeof installFoundation>;

/** Installs the add-ons that the platform needs before it observes or delivers anything. */
export function installFoundation(
  platform: Platform,
  tenantsSignIn: boolean,
  applications: readonly Application[],
) {
  const { stack, environment, accountId, shared } = platform;
  const { addons } = environment;
  const { cluster } = shared;
  const tags = defaultTags(environment, "cluster-services");

  const monitors =
    addons.prometheusOperatorCrds &&
    new PrometheusOperatorCrds(stack, "prometheus-operator-crds", {
      ...shared,
      ...addons.prometheusOperatorCrds,
    });
  const first = installNodes(platform, monitors) ?? monitors;
  const monitored = { ...shared, after: [first] };
  const ofTheNodes = { ...monitored, namespace: "kube-system" };

  if (addons.cilium) {
    const { hubble, egress } = addons.cilium;
    new CiliumMonitors(stack, "cilium", { ...ofTheNodes, hubble, egress });
  }

  const secrets =
    addons.externalSecrets &&
    new ExternalSecrets(stack, "external-secrets", {
      ...monitored,
      ...addons.externalSecrets,
      accountId,
      readers: secretReaders(environment),
      forApplications: addons.externalSecrets.forApplications.map(({ path, name, namespace }) => ({
        path,
        name,
        namespace,
        store: namespaceStore(namespace),
      })),
    });
  const gatewayKinds =
    addons.gatewayApiCrds &&
    new GatewayApiCrds(stack, "gateway-api-crds", { ...shared, ...addons.gatewayApiCrds });
  const dns =
    addons.externalDns &&
    new ExternalDns(stack, "external-dns", {
      ...monitored,
      ...addons.externalDns,
      zone: cluster.dnsZone,
      routes: gatewayOf(environment) !== false,
      after: [first, gatewayKinds],
    });
  const loadBalancers =
    addons.awsLoadBalancerController &&
    new AwsLoadBalancerController(stack, "aws-load-balancer-controller", {
      ...monitored,
      ...addons.awsLoadBalancerController,
      tags,
      after: [first, gatewayKinds],
    });
  installIngressGroups(platform, loadBalancers);
  installGateway(platform, applications, loadBalancers);
  installNetworkLoadBalancers(platform, loadBalancers);
  const autoscaler =
    addons.clusterAutoscaler &&
    new ClusterAutoscaler(stack, "cluster-autoscaler", {
      ...ofTheNodes,
      ...addons.clusterAutoscaler,
      imageTag: CLUSTER_AUTOSCALER_TAGS[environment.cluster.version]!,
    });
  const volumes = installVolumes(platform, first);
  if (addons.certManager) {
    new CertManager(stack, "cert-manager", { ...monitored, ...addons.certManager });
  }
  if (addons.metricsServer) {
    new MetricsServer(stack, "metrics-server", { ...monitored, ...addons.metricsServer });
  }
  const dex =
    addons.dex &&
    new Dex(stack, "dex", {
      ...monitored,
      ...signIn(environment, addons.dex),
      kubernetes: tenantsSignIn,
      after: [first, secrets, loadBalancers],
    });

  if (dex && tenantsSignIn) {
    signTenantsIn(platform, dex);
  }

  // Applications look for Dex when a user signs in. To wait for its release as well would be a chain longer than a token lives.
  const clients = dex && dex.clients;

  return { monitors: first, secrets, dns, loadBalancers, autoscaler, volumes, clients };
}
