import { Release } from "@cdktf/provider-helm/lib/release";
import { type HelmValue, type HelmValues, mergeValues } from "../../constructs/helm-values";
import { type Proxy, proxyVariables } from "../../constructs/proxy";
import { proxyOf } from "../proxy";
import type { Platform } from "./platform";

/** Place of environment variables in the values of a chart: below these keys, as a map or a list of names and values. */
interface Place {
  readonly keys: readonly string[];
  readonly as: "map" | "list";
}

const list = (...keys: readonly string[]): Place => ({ keys, as: "list" });
const map = (...keys: readonly string[]): Place => ({ keys, as: "map" });

/** Places of environment variables of the programs that call AWS or the internet, by chart. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  "argo-cd": [list("global", "env")],
  "aws-efs-csi-driver": [list("controller", "env"), list("node", "env")],
  "aws-load-balancer-controller": [map("env")],
  "cluster-autoscaler": [map("extraEnv")],
  dex: [map("env")],
  "external-dns": [list("env")],
  "external-secrets": [list("extraEnv")],
  "fluent-bit": [list("env")],
  flux2: [list("sourceController", "extraEnv")],
  grafana: [map("env")],
  karpenter: [list("controller", "env")],
  kyverno: [
    list("admissionController", "container", "extraEnvVars"),
    list("reportsController", "extraEnvVars"),
  ],
  "oauth2-proxy": [list("extraEnv")],
  "teleport-kube-agent": [list("extraEnv")],
  tempo: [list("tempo", "extraEnv")],
  velero: [list("configuration", "extraEnvVars")],
};

/** Values of charts with words of their own for a proxy. */
const OWN_WORDS: Readonly<Record<string, (proxy: Proxy) => HelmValues>> = {
  "aws-ebs-csi-driver": ({ url, except }) => ({ proxy: { http_proxy: url, no_proxy: except.join(",") } }),
  "cert-manager": ({ url, except }) => ({ http_proxy: url, https_proxy: url, no_proxy: except.join(",") }),
};

/** Charts whose programs go through the proxy. */
export const CHARTS_THROUGH_THE_PROXY: readonly string[] = [
  ...Object.keys(PLACES),
  ...Object.keys(OWN_WORDS),
];

/** Tells the charts of the stack of the cluster's proxy; nothing in a cluster without one. It comes after all of them. */
export function tellOfProxy({ stack, environment }: Platform): void {
  const proxy = proxyOf(environment);
  if (proxy === undefined) {
    return;
  }
  for (const release of stack.node.findAll().filter((one): one is Release => one instanceof Release)) {
    const [values, ...others] = release.valuesInput ?? [];
    const told =
      values === undefined
        ? undefined
        : valuesWith(release.chartInput, JSON.parse(values) as HelmValues, proxy);
    if (told) {
      release.values = [JSON.stringify(told, null, 2), ...others];
    }
  }
}

/** Values of a chart that knows the proxy; `undefined` for one that needs none. */
function valuesWith(chart: string | undefined, values: HelmValues, proxy: Proxy): HelmValues | undefined {
  const words = OWN_WORDS[chart ?? ""];
  const places = PLACES[chart ?? ""];
  return words
    ? mergeValues(values, words(proxy))
    : places?.reduce((all, place) => mergeValues(all, variablesAt(place, all, proxy)), values);
}

/** Variables of the proxy at a place, after those of a list that stand there already. */
function variablesAt({ keys, as }: Place, values: HelmValues, proxy: Proxy): HelmValues {
  const variables = proxyVariables(proxy);
  const there = keys.reduce<HelmValue | undefined>(
    (value, key) => (value as HelmValues | undefined)?.[key],
    values,
  );
  const value: HelmValue =
    as === "map"
      ? variables
      : [
          ...((there as readonly HelmValue[] | undefined) ?? []),
          ...Object.entries(variables).map(([name, text]) => ({ name, value: text })),
        ];
  return keys.reduceRight<HelmValue>((inner, key) => ({ [key]: inner }), value) as HelmValues;
}
