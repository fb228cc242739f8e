/** Something in a cluster that a subject can come to control. */
export type Target =
  | { readonly kind: "cluster-admin" }
  | { readonly kind: "nodes" }
  | { readonly kind: "account"; readonly namespace: string; readonly name: string }
  | { readonly kind: "secret"; readonly namespace: string; readonly name: string }
  | { readonly kind: "store"; readonly name: string }
  | {
      /**
       * - `everything`: all rights in the namespace
       * - `pods`: code in its pods
       * - `secrets`: its Secrets, read
       * - `new-secrets`: Secrets made in it
       * - `labels`: labels of the Namespace, by which Pod Security and image verification find it
       * - `bounds`: quota, limits, network policies and rights in it
       * - `connections`: ports of its pods, whatever network policies say
       */
      readonly kind: "everything" | "pods" | "secrets" | "new-secrets" | "labels" | "bounds" | "connections";
      readonly namespace: string;
    };

/** Something gained, and how in words that follow a subject: `makes Jobs in apps`. */
export interface Gain {
  readonly target: Target;
  readonly how: string;

  /**
   * Rights that it takes; the path names the first.
   *
   * @default - a permission of the one that gains
   */
  readonly by?: readonly Target[];
}

export const keyOf = (target: Target): string => Object.values(target).join(" ");
