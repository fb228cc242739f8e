import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "../../../src/settings/define-platform";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { clusterLabel, stackId } from "../../../src/settings/environment/stack-names";
import { namespacesOf } from "../../../src/settings/namespaces/namespaces";
import { onAllCores } from "../../kit/on-all-cores";
import { synthesise } from "../../samples/synthesise";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { goTool } from "../../toolbox/go-tools";
import { chartFolders } from "../charts/chart-folders";
import type { KubernetesObject } from "../charts/objects";
import { renderWith } from "../charts/render";
import { renderStack } from "../charts/render-stack";
import { type InstalledObjects, podsIn } from "../policies/judged-objects";
import type { PlatformJudgement } from "../policies/platform";
import { judgePods } from "./judge";

/** Cluster that Kyverno judges pods of, and its stack of add-ons. */
interface JudgedCluster {
  readonly environment: ClusterEnvironment;
  readonly stack: SynthesisedStack;
}

/** Pods of platforms' own charts, as Helm renders them, that Kyverno would refuse where it judges pods. */
export async function judgePlatforms(
  platforms: readonly Pick<Platform, "environments" | "tenants">[],
  kyverno: string,
  scratch: string,
  signal: AbortSignal,
): Promise<PlatformJudgement> {
  const helm = await goTool("helm", signal);
  if ("missing" in helm) {
    return {
      objects: 0,
      findings: [],
      notChecked: [`the platform's own pods were not judged: ${helm.missing}`],
    };
  }
  const renderer = {
    folders: chartFolders(helm.program, signal),
    render: renderWith(helm.program, signal),
    scratch,
  };
  const results = await onAllCores(clustersOf(platforms, scratch), async ({ environment, stack }) => {
    const label = clusterLabel(environment);
    const outcomes = await renderStack(stack, environment, renderer);
    const rendered = outcomes.flatMap((one) => ("rendered" in one ? [one.rendered] : []));
    const judgement = await judgePods(
      {
        ...rulesIn(rendered),
        pods: podsIn(rendered),
        namespaces: Object.fromEntries(
          Object.entries(namespacesOf(environment)).map(([name, { labels }]) => [name, labels]),
        ),
      },
      kyverno,
      join(scratch, label),
      signal,
    );
    const missing = outcomes.flatMap((one) => ("rendered" in one ? [] : [one.release.name]));
    return {
      ...("problem" in judgement
        ? { objects: 0, findings: [`${label}: Kyverno judged nothing: ${judgement.problem}`] }
        : {
            objects: judgement.judged,
            findings: judgement.refusals.map(
              ({ namespace, pod, policy, message }) => `${label}: ${namespace}/${pod}: ${policy}: ${message}`,
            ),
          }),
      notChecked:
        missing.length === 0 ? [] : [`${label}: not rendered, so not judged: ${missing.join(", ")}`],
    };
  });
  return {
    objects: results.reduce((sum, { objects }) => sum + objects, 0),
    findings: results.flatMap(({ findings }) => findings),
    notChecked: results.flatMap(({ notChecked }) => notChecked),
  };
}

/** Clusters on which Kyverno judges pods, synthesised each platform in a folder of its own. */
const clustersOf = (
  platforms: readonly Pick<Platform, "environments" | "tenants">[],
  scratch: string,
): JudgedCluster[] =>
  platforms.flatMap(({ environments, tenants }, index) => {
    const judging = environments
      .flatMap(({ clusters }) => clusters)
      .filter(({ addons: { kyverno } }) => kyverno !== false && kyverno.podSecurity !== false);
    if (judging.length === 0) {
      return [];
    }
    const folder = join(scratch, `platform-${index}`);
    mkdirSync(folder, { recursive: true });
    const stacks = synthesise(environments, folder, tenants);
    return judging.map((environment) => ({
      environment,
      stack: stacks.find(({ id }) => id === stackId("cluster-services", environment))!,
    }));
  });

/** Policies and exceptions, as a release brings them. */
function rulesIn(rendered: readonly InstalledObjects[]) {
  const objects = rendered.flatMap((one) => one.objects);
  const ofKind = (wanted: string): KubernetesObject[] => objects.filter(({ kind }) => kind === wanted);
  return { policies: ofKind("ValidatingPolicy"), exceptions: ofKind("PolicyException") };
}
