import type { JsonMap } from "../../terraform-json/json-map";

/** An object that an API server is asked to take. */
export interface TriedObject {
  /** Path of the construct, or release, that it comes from. */
  readonly place: string;
  readonly object: JsonMap;

  /** True if Terraform compares what the API server keeps, as it does not with Helm's objects. */
  readonly isCompared: boolean;
}
