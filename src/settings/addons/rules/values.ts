import argoCd from "../chart-values/argo-cd.json";
import argoWorkflows from "../chart-values/argo-workflows.json";
import awsEbsCsiDriver from "../chart-values/aws-ebs-csi-driver.json";
import awsLoadBalancerController from "../chart-values/aws-load-balancer-controller.json";
import clusterAutoscaler from "../chart-values/cluster-autoscaler.json";
import dex from "../chart-values/dex.json";
import externalDns from "../chart-values/external-dns.json";
import externalSecrets from "../chart-values/external-secrets.json";
import fluentBit from "../chart-values/fluent-bit.json";
import gatekeeper from "../chart-values/gatekeeper.json";
import grafana from "../chart-values/grafana.json";
import kubePrometheusStack from "../chart-values/kube-prometheus-stack.json";
import kyverno from "../chart-values/kyverno.json";
import oauth2Proxy from "../chart-values/oauth2-proxy.json";
import prometheusBlackboxExporter from "../chart-values/prometheus-blackbox-exporter.json";
import prometheusOperatorCrds from "../chart-values/prometheus-operator-crds.json";
import reloader from "../chart-values/reloader.json";
import tempo from "../chart-values/tempo.json";
import type { ClusterEnvironmentConfig } from "../../environment/environment";
import type { ChartValue, ChartValues, ServiceName } from "../addons";
import { nearest } from "../../checking/nearest";
import { type Path, problem, show } from "../../checking/problem";

/** The values that a chart has: top-level keys, each with those below it or `null` where any may stand there. */
interface KnownValues {
  readonly version: string;
  readonly keys: Readonly<Record<string, readonly string[] | null>>;
}

/** Written by `npm run chart-values`. */
const CHARTS: Readonly<Record<ServiceName, KnownValues>> = {
  prometheusOperatorCrds,
  externalSecrets,
  externalDns,
  awsLoadBalancerController,
  clusterAutoscaler,
  ebsCsiDriver: awsEbsCsiDriver,
  dex,
  argoCd,
  argoWorkflows,
  reloader,
  gatekeeper,
  kyverno,
  kubePrometheusStack,
  prometheusBlackboxExporter,
  fluentBit,
  grafana,
  tempo,
  oauth2Proxy,
};

/** Helm ignores a value that its chart does not have; nobody would notice. */
export const overriddenValuesExist = ({ addons }: ClusterEnvironmentConfig): string[] =>
  (Object.keys(CHARTS) as ServiceName[]).flatMap((name) => {
    const service = addons[name];
    return service === false ? [] : unknownValues(service.values, CHARTS[name], ["addons", name, "values"]);
  });

function unknownValues(values: ChartValues, { version, keys }: KnownValues, path: Path): string[] {
  const chart = `a value that chart version ${version} has`;

  return Object.entries(values).flatMap(([key, value]) => {
    const below = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (below === undefined) {
      return [unknownValue([...path, key], chart, Object.keys(keys))];
    }
    return Object.keys(below === null || !isMap(value) ? {} : value)
      .filter((inner) => !below?.includes(inner))
      .map((inner) => unknownValue([...path, key, inner], chart, below ?? []));
  });
}

function unknownValue(path: Path, expected: string, known: readonly string[]): string {
  const key = String(path.at(-1));
  const meant = nearest(key, known);
  return problem(path, expected, show(key), meant ? `did you mean ${meant}?` : "look it up in the chart");
}

const isMap = (value: ChartValue): value is ChartValues =>
  typeof value === "object" && value !== null && !Array.isArray(value);
