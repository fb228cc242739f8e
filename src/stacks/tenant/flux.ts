import { deliveredTo } from "../../addons/flux2/delivery";
import type { Manifest } from "../../constructs/manifests";
import { CUSTOMERS_NAMESPACE } from "../../settings/namespaces/namespaces";
import type { Tenant } from "../../settings/products/products";
import { FOLDER } from "./argo-cd";

/** Source of a namespace that Flux delivers to, and the service account with the rights of a deployer that it impersonates. */
export const fluxOf = ({ namespace, settings: { deploy } }: Tenant): Manifest[] =>
  deploy?.mode === "gitops"
    ? deliveredTo(namespace, CUSTOMERS_NAMESPACE, {
        url: `https://github.com/${deploy.repository}`,
        // A rule has checked that there is one.
        branch: deploy.branches![0]!,
        path: deploy.path ?? FOLDER,
      })
    : [];
