import { textOf } from "../../terraform-json/json-map";
import type { KubernetesObject } from "../charts/objects";
import { type Workload, workloadsIn } from "../charts/workloads";
import { destinationOf, isNamespaced } from "./application";
import type { RenderedApplication } from "./rendered-application";

/** Object with the namespace that it is applied to, unless its kind has none. */
export const placed =
  (namespace: string) =>
  (object: KubernetesObject): KubernetesObject =>
    isNamespaced(object) ? { ...object, metadata: { namespace, ...object.metadata } } : object;

/** Objects of an application, each with its namespace. */
export const placedObjects = ({ application, objects }: RenderedApplication): KubernetesObject[] =>
  objects.map(placed(destinationOf(application)));

/** Workload of an application, with its namespace. */
export interface PlacedWorkload {
  readonly namespace: string;
  readonly workload: Workload;
}

/** Workloads among objects that have their namespace. */
export const placedWorkloads = (objects: readonly KubernetesObject[]): PlacedWorkload[] =>
  workloadsIn(objects).map((workload) => ({ namespace: textOf(workload.namespace ?? ""), workload }));
