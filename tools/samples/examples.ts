import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { platform as cloudPosse } from "../../examples/cloud-posse";
import { platform as giantSwarm } from "../../examples/giant-swarm";
import { platform as harbourTrust } from "../../examples/harbour-trust";
import { platform as riverAuthority } from "../../examples/river-authority";
import { definePlatform, type Platform } from "../../src/settings/define-platform";
import type { Environment } from "../../src/settings/environment/environment";
import { clusterLabel, stackId } from "../../src/settings/environment/stack-names";
import { tenantStackId } from "../../src/names/tenant-names";
import type { SynthesisedStack } from "../terraform-json/stack";
import { askedPlatform } from "./asked-platform";
import { defineEnvironments, environmentSettings } from "./platform";
import { sampleEnvironments } from "./sample-environments";
import { synthesise } from "./synthesise";

const PUBLISHED = {
  "river-authority": definePlatform(riverAuthority),
  "harbour-trust": definePlatform(harbourTrust),
  "cloud-posse": definePlatform(cloudPosse),
  "giant-swarm": definePlatform(giantSwarm),
};

/** Platforms by the name of their folder. One that a person asks for is looked at as those of `examples` are. */
const EXAMPLES: Readonly<Record<string, Platform>> = {
  ...PUBLISHED,
  ...askedPlatform(
    Object.keys(PUBLISHED).map((name) => join("examples", name)),
    () => [
      ...defineEnvironments(environmentSettings),
      ...sampleEnvironments(),
      ...Object.values(PUBLISHED).flatMap(({ environments }) => environments),
    ],
  ),
};

/** Platforms in `examples`. */
export const examplePlatforms = (): Platform[] => Object.values(EXAMPLES);

/** Environments of the platforms in `examples`. */
export const exampleEnvironments = (): Environment[] =>
  Object.values(EXAMPLES).flatMap(({ environments }) => environments);

/** Cluster of an example that has tenants. */
export interface TenantedCluster {
  /** Name that the cluster's stacks end in. */
  readonly label: string;

  /** Page of its rights: the example and the cluster, such as `river-authority-live`. None for a platform that a person asks for. */
  readonly page: string | undefined;

  /** Ids of the stack of its access and of those of its tenants. */
  readonly stacks: ReadonlySet<string>;
}

/** Clusters of examples that have tenants. */
export const tenantedClusters = (): TenantedCluster[] =>
  Object.entries(EXAMPLES).flatMap(([name, { environments, tenants }]) =>
    environments
      .flatMap(({ clusters }) => clusters)
      .map((cluster) => ({ cluster, label: clusterLabel(cluster) }))
      .map(({ cluster, label }) => ({
        label,
        page: Object.hasOwn(PUBLISHED, name) ? `${name}-${label}` : undefined,
        own: (tenants.products?.tenants ?? []).filter((tenant) => tenant.cluster === label),
        access: stackId("cluster-access", cluster),
      }))
      .filter(({ own }) => own.length > 0)
      .map(({ label, page, own, access }) => ({
        label,
        page,
        stacks: new Set([access, ...own.map((tenant) => tenantStackId(label, tenant.namespace))]),
      })),
  );

/** Synthesises each platform of `examples` into a folder of its own. */
export const synthesiseExamples = (folder: string): SynthesisedStack[] =>
  Object.entries(EXAMPLES).flatMap(([name, { environments, tenants }]) => {
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    return synthesise(environments, own, tenants);
  });
