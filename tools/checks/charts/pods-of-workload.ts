import type { KubernetesObject } from "./objects";
import type { Rendered } from "./rendered";
import type { Workload } from "./workloads";

/** A workload whose pods policies can select. */
export interface PodsOfWorkload {
  readonly namespace: string;
  readonly workload: Workload;
}

/** Objects of a kind, each with its namespace. */
export const objectsOf = (rendered: readonly Rendered[], kind: string): KubernetesObject[] =>
  rendered.flatMap(({ release, objects }) =>
    objects
      .filter((object) => object.kind === kind)
      .map((object) => ({ ...object, metadata: { namespace: release.namespace, ...object.metadata } })),
  );
