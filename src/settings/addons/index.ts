import type { z } from "zod";
import { argoCd } from "../../addons/argo-cd/settings";
import { argoWorkflows } from "../../addons/argo-workflows/settings";
import { ebsCsiDriver } from "../../addons/aws-ebs-csi-driver/settings";
import { awsLoadBalancerController } from "../../addons/aws-load-balancer-controller/settings";
import { certManager } from "../../addons/cert-manager/settings";
import { clusterAutoscaler } from "../../addons/cluster-autoscaler/settings";
import { cilium } from "../../addons/cilium/settings";
import { dex } from "../../addons/dex/settings";
import { efsCsiDriver } from "../../addons/aws-efs-csi-driver/settings";
import { externalDns } from "../../addons/external-dns/settings";
import { externalSecrets } from "../../addons/external-secrets/settings";
import { fluentBit } from "../../addons/fluent-bit/settings";
import { flux } from "../../addons/flux2/settings";
import { gatekeeper } from "../../addons/gatekeeper/settings";
import { gatewayApiCrds } from "../../addons/gateway-api-crds/settings";
import { grafana } from "../../addons/grafana/settings";
import { imagePullSecrets } from "../../addons/image-pull-secrets/settings";
import { karpenter } from "../../addons/karpenter/settings";
import { karpenterCrd } from "../../addons/karpenter-crd/settings";
import { kubePrometheusStack } from "../../addons/kube-prometheus-stack/settings";
import { kyverno } from "../../addons/kyverno/settings";
import { metricsServer } from "../../addons/metrics-server/settings";
import { oauth2Proxy } from "../../addons/oauth2-proxy/settings";
import { prometheusAdapter } from "../../addons/prometheus-adapter/settings";
import { prometheusBlackboxExporter } from "../../addons/prometheus-blackbox-exporter/settings";
import { prometheusOperatorCrds } from "../../addons/prometheus-operator-crds/settings";
import { prometheusPushgateway } from "../../addons/prometheus-pushgateway/settings";
import { reloader } from "../../addons/reloader/settings";
import { renovate } from "../../addons/renovate/settings";
import { seal } from "../../addons/seal/settings";
import { teleportKubeAgent } from "../../addons/teleport-kube-agent/settings";
import { tempo } from "../../addons/tempo/settings";
import { velero } from "../../addons/velero/settings";
import type { AddonDefinition } from "../addon-definition/definition";

/** Every add-on by the name of its switch. */
export const ADDONS = {
  prometheusOperatorCrds,
  externalSecrets,
  externalDns,
  gatewayApiCrds,
  awsLoadBalancerController,
  clusterAutoscaler,
  karpenterCrd,
  karpenter,
  ebsCsiDriver,
  efsCsiDriver,
  certManager,
  cilium,
  dex,
  grafana,
  argoCd,
  flux,
  argoWorkflows,
  reloader,
  metricsServer,
  kyverno,
  seal,
  gatekeeper,
  kubePrometheusStack,
  prometheusBlackboxExporter,
  prometheusPushgateway,
  prometheusAdapter,
  oauth2Proxy,
  tempo,
  teleportKubeAgent,
  velero,
  fluentBit,
  imagePullSecrets,
  renovate,
} satisfies Record<string, AddonDefinition>;

type Definitions = typeof ADDONS;

/** Name of an add-on's switch. */
export type AddonName = keyof Definitions;

/** Add-ons that install a chart. */
export type ChartAddonName = {
  [Name in AddonName]: Definitions[Name] extends { readonly chart: unknown } ? Name : never;
}[AddonName];

/** Settings that all add-ons share. */
export interface SharedConfig {
  /** Copies of each add-on that supports more than one. */
  readonly replicas: number;

  /** Mirrors that charts and images come from, by upstream host. */
  readonly registries: Readonly<Record<string, string>>;
}

/** Add-ons of an environment, with every setting. `false` is an add-on that is switched off. */
export type AddonsConfig = SharedConfig & {
  readonly [Name in AddonName]: ReturnType<Definitions[Name]["configure"]>;
};

/** Differences from production's add-ons; `false` switches an add-on off. */
export type AddonsSettings = Partial<SharedConfig> & {
  readonly [Name in AddonName]?: z.output<Definitions[Name]["settings"]>;
};

/** Definitions of all add-ons, each with the name of its switch. */
export const definitions = (): [AddonName, AddonDefinition][] =>
  Object.entries(ADDONS) as [AddonName, AddonDefinition][];
