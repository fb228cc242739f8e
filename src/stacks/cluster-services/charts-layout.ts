import type { Cluster } from "../../constructs/cluster";
import type { HelmValues } from "../../constructs/helm-values";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { ChartsFact, ChartsLayoutConfig } from "../../settings/organisation/charts-layout-schema";

/** Values of the chart that makes every application. */
export function valuesOfLayout(
  { facts, values }: ChartsLayoutConfig,
  environment: ClusterEnvironment,
  cluster: Cluster,
): HelmValues {
  const told = factsOf(environment, cluster);

  return {
    ...values,
    ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, told[fact]])),
  };
}

const factsOf = (
  { name, organisation }: ClusterEnvironment,
  { dnsZone }: Cluster,
): Record<ChartsFact, string> => ({
  account: organisation.accounts[name]!,
  argoCdUrl: `https://argo.${dnsZone.name}`,
  argoWorkflowsUrl: `https://argo-workflows.${dnsZone.name}`,
  environment: name,
});
