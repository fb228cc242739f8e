import { z } from "zod";
import { exactObject, namedValues } from "../checking/exact-object";

const text = z.string();

/** Bill of materials of a cluster: an exact version of everything that its stacks install. */
export const RELEASE = exactObject({
  /** Kubernetes minor, such as `1.36`. */
  kubernetes: text,

  /** Release of EKS's Amazon Linux image that nodes run, such as `1.36.2-20260714`. */
  nodes: text,

  /** Versions of add-ons of EKS, by their names. */
  eksAddons: namedValues(text),

  /** Versions of charts, by their names. */
  charts: namedValues(text),
});

/** Releases by number, oldest first. */
export const RELEASES = namedValues(RELEASE);

/** Bill of materials of a cluster. */
export type Release = z.output<typeof RELEASE>;
export type Releases = z.output<typeof RELEASES>;
