import { type z } from "zod";
import { exactObject } from "../../checking/exact-object";
import { countTo } from "../fields";
import { COMMON } from "./common";

/** Images that a rule of a lifecycle counts at most here. */
const MOST_IMAGES = 1_000;

/** Repository of ECR: the versions of one image, to which the product's own workflows alone push. */
export const registry = exactObject({
  protection: COMMON.protection,
  renamedFrom: COMMON.renamedFrom,

  /**
   * Images that stay. ECR removes older ones, whether a pod runs them or not.
   *
   * @default 200
   */
  keepImages: countTo(MOST_IMAGES).optional(),
});

/** Settings of a registry. */
export type RegistryConfig = z.infer<typeof registry>;
