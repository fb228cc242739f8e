import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { environmentSettings } from "../../../src/platform/environments";
import { hasCilium } from "../../../src/settings/cluster/pod-network";
import type { ClusterEnvironment, Environment } from "../../../src/settings/environment/environment";
import { clusterLabel, stackId } from "../../../src/settings/environment/stack-names";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import type { ApiClient } from "../../offline/api-client";
import { type ServerPrograms, withApiServer } from "../../offline/api-server";
import { exampleEnvironments, synthesiseExamples, tenantedClusters } from "../../samples/examples";
import { defineEnvironments } from "../../samples/platform";
import { asSample, sampleEnvironments } from "../../samples/sample-environments";
import { synthesise } from "../../samples/synthesise";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { allModuleKinds, type KindsOfReleases } from "../../toolbox/module-kinds";
import { chartFolders } from "../charts/chart-folders";
import { renderWith } from "../charts/render";
import { type Renderer, renderStack } from "../charts/render-stack";
import { type CustomKinds, customKinds } from "./custom-kinds";
import type { Rights } from "../rights/ask";
import { differencesFrom, pageOf } from "../rights/pinned";
import { eksObjects } from "./eks-objects";
import { manifestObjects } from "./manifest-objects";
import { releaseObjects } from "./release-objects";
import { rightsAsker } from "./rights-of-cluster";
import { stackObjects, unknownTypes } from "./stack-objects";
import type { TriedObject } from "./tried-object";
import { type Trial, tryObjects } from "./try-objects";
import { type PoolTrial, tryPools } from "./try-pools";

/** Result of one cluster. */
export interface ClusterTrial extends Trial {
  readonly stack: string;

  /** Names of releases whose charts could not be had. */
  readonly notRendered: readonly string[];
}

/** Result of all clusters, and of pools that no cluster has. */
export interface Trials {
  readonly clusters: readonly ClusterTrial[];
  readonly pools: PoolTrial;
}

/** Sets of random pools that are made up. */
const MADE_UP = 1_000;

/** Programs for the trial. */
export interface TrialPrograms extends ServerPrograms {
  readonly helm: string;
}

/** Has a real API server take the objects of every cluster: of environments, of samples and of examples. */
export const tryClusters = (
  programs: TrialPrograms,
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<Trials> =>
  inTemporaryFolder("api-server-stacks", async (folder) => {
    progress("synth");
    const samples = sampleEnvironments();
    const own = [...defineEnvironments(environmentSettings), ...samples];
    const environments = [...own, ...exampleEnvironments()];
    const stacks = [
      ...synthesise(own, join(folder, "stacks")),
      ...synthesiseExamples(join(folder, "examples")),
    ];
    const clusters = environments.flatMap((environment) => environment.clusters);
    const { helm } = programs;
    const modules = await allModuleKinds(signal);
    const shared = { folders: chartFolders(helm, signal), render: renderWith(helm, signal) };
    progress("start");
    return withApiServer(programs, signal, async (client) => {
      const trials: ClusterTrial[] = [];
      const [kinds, rightsIn] = [customKinds(client), rightsAsker(client)];
      // One after the other: clusters have objects of the same names.
      for (const cluster of clusters) {
        const label = clusterLabel(cluster);
        progress(`${trials.length} of ${clusters.length}: ${label}`);
        const scratch = join(folder, "values", label);
        mkdirSync(scratch, { recursive: true });
        const trial = await tryCluster(cluster, stacks, {
          renderer: { ...shared, scratch },
          client,
          kinds,
          modules,
        });
        const rights = await changedRights(cluster, stacks, rightsIn);
        trials.push({
          ...trial,
          findings: [...trial.findings, ...rights],
          stack: isSample(cluster, samples) ? asSample(label) : label,
        });
      }
      progress("random pools");
      return { clusters: trials, pools: await tryPools(modules["karpenter-crd"], client, kinds, MADE_UP) };
    });
  });

/** Changes of rights, of which those of the platform and of examples' tenants are written down. */
async function changedRights(
  cluster: ClusterEnvironment,
  stacks: readonly SynthesisedStack[],
  rightsIn: (stacks: readonly SynthesisedStack[]) => Promise<Rights>,
): Promise<readonly string[]> {
  const label = clusterLabel(cluster);
  const tenanted = tenantedClusters().find((each) => each.label === label);
  const page = tenanted?.page ?? (isReal(cluster) ? label : undefined);
  if (page === undefined) {
    return [];
  }
  const ids = tenanted?.stacks ?? new Set([stackId("cluster-access", cluster)]);
  const rights = await rightsIn(stacks.filter(({ id }) => ids.has(id)));
  return differencesFrom(page, pageOf(page, rights));
}

const isReal = ({ name }: ClusterEnvironment): boolean =>
  environmentSettings.some((settings) => settings.name === name);

const isSample = ({ name }: ClusterEnvironment, samples: readonly Environment[]): boolean =>
  samples.some((sample) => sample.name === name);

interface Instruments {
  readonly renderer: Renderer;
  readonly client: ApiClient;
  readonly kinds: CustomKinds;
  readonly modules: KindsOfReleases;
}

async function tryCluster(
  cluster: ClusterEnvironment,
  stacks: readonly SynthesisedStack[],
  { renderer, client, kinds, modules }: Instruments,
): Promise<Omit<ClusterTrial, "stack">> {
  const [access, services] = (["cluster-access", "cluster-services"] as const).map((name) =>
    stacks.find(({ id }) => id === stackId(name, cluster)),
  );
  const ids = tenantedClusters().find(({ label }) => label === clusterLabel(cluster))?.stacks;
  const tenants = stacks.filter(({ id }) => id !== access?.id && ids?.has(id));
  const outcomes = services === undefined ? [] : await renderStack(services, cluster, renderer);
  const trial = await tryObjects(
    [
      ...eksObjects(cluster.cluster),
      ...(hasCilium(cluster.cluster) ? kindsInPlaceOf("cilium", modules) : []),
      ...(access === undefined ? [] : [...stackObjects(access.json), ...manifestObjects(access.json)]),
      ...tenants.flatMap(({ json }) => manifestObjects(json)),
      ...outcomes.flatMap((one) =>
        "rendered" in one ? releaseObjects(one.rendered) : kindsInPlaceOf(one.release.name, modules),
      ),
    ],
    client,
    { kinds },
  );
  return {
    ...trial,
    findings: [...(access === undefined ? [] : unknownTypes(access.json).map(unknown)), ...trial.findings],
    notRendered: outcomes.flatMap((one) => ("rendered" in one ? [] : [one.release.name])),
  };
}

/** Kinds for a release whose chart could not be had, so that its objects are judged all the same. */
export const kindsInPlaceOf = (release: string, modules: KindsOfReleases): TriedObject[] => {
  const kinds = modules[release];
  return kinds !== undefined && "definitions" in kinds
    ? kinds.definitions.map((object) => ({ place: `helm_release.${release}`, object, isCompared: false }))
    : [];
};

const unknown = (type: string): string =>
  `${type}: expected a type whose objects are known, got another; add it to tools/terraform-json/kubernetes-objects.ts`;
