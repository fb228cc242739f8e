import type { KubernetesObject } from "../charts/objects";

/** An Application of a charts repository with the objects that Argo CD would apply. */
export interface RenderedApplication {
  readonly name: string;
  readonly application: KubernetesObject;
  readonly objects: readonly KubernetesObject[];

  /** Reasons for which objects are missing: Helm's message, or a chart that this machine does not have. */
  readonly problems: readonly string[];
  readonly notRendered: readonly string[];
}
