import type { ApplicationTeam } from "../products/application-teams";
import type { Application } from "../products/applications";
import type { Products } from "../products/products";

/** Everything that teams run on the platform, out of the files of their products. */
export interface Tenants {
  /** Teams that may deploy applications to namespaces of the platform. */
  readonly teams: readonly ApplicationTeam[];

  /** Applications in these namespaces, the same in every cluster. */
  readonly applications: readonly Application[];

  /**
   * Products with namespaces of their own.
   *
   * @default - none
   */
  readonly products?: Products;
}
