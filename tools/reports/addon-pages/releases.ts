import { Release } from "@cdktf/provider-helm/lib/release";
import { HelmRelease } from "../../../src/constructs/helm-release";
import type { Manifest } from "../../../src/constructs/manifests";
import type { InstalledAddon } from "./installed-addons";
import { resolved } from "./resolved";

/** A Helm release of an add-on, in words. */
export interface ReleaseFacts {
  readonly name: string;
  readonly namespace: string;

  /** @default - our own chart, which holds custom resources */
  readonly chart?: { readonly name: string; readonly version: string; readonly repository: string };

  /** Custom resources in the release, such as `ClusterSecretStore aws-secretsmanager`. */
  readonly objects: readonly string[];
}

/** The releases of an add-on in the order in which it makes them. */
export const releasesOf = ({ construct }: InstalledAddon): ReleaseFacts[] =>
  construct.node
    .findAll()
    .filter((child) => child instanceof Release)
    .map((release) => ({
      name: release.nameInput ?? "",
      namespace: release.namespaceInput ?? "",
      ...(release instanceof HelmRelease
        ? { chart: chartOf(release), objects: [] }
        : { objects: objectsIn(resolved(release, release.valuesInput)) }),
    }));

const chartOf = ({ chartInput = "", versionInput = "", repositoryInput = "" }: HelmRelease) => ({
  name: chartInput,
  version: versionInput,
  repository: repositoryInput,
});

function objectsIn([values = "{}"]: readonly string[] = []): string[] {
  const { objects = [] } = JSON.parse(values) as { readonly objects?: readonly Manifest[] };
  return objects.map(({ kind, metadata: { name, namespace } }) =>
    [kind, namespace === undefined ? name : `${namespace}/${name}`].join(" "),
  );
}
