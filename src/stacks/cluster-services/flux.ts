import type { Source } from "../../addons/flux2/delivery";
import { Flux } from "../../addons/flux2/flux";
import type { FluxConfig } from "../../addons/flux2/settings";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { applicationNamespaces, CUSTOMERS_NAMESPACE } from "../../settings/namespaces/namespaces";
import { tenantRolesOn } from "../../settings/products/roles";
import { tenantRole } from "../../names/tenant-names";
import type { Delivered } from "./delivery";
import type { Foundation } from "./foundation";
import { gitHub } from "./git-hub";
import type { Platform } from "./platform";

/** Installs Flux in place of Argo CD, after the policies, so that they judge everything it delivers. */
export function installFlux(
  { stack, environment, shared }: Platform,
  { monitors, secrets }: Foundation,
  { guards }: Delivered,
): void {
  const { flux } = environment.addons;
  if (!flux) {
    return;
  }
  new Flux(stack, "flux2", {
    ...shared,
    values: flux.values,
    egress: flux.egress,
    customersNamespace: CUSTOMERS_NAMESPACE,
    platform: flux.platform && { ...sourceOf(flux.platform), credentialsPath: flux.platform.credentialsPath },
    customers: flux.customers ? foldersOf(flux.customers, environment) : {},
    deploys: tenantRolesOn(environment)[tenantRole("deployer")]!,
    after: [monitors, secrets, ...guards],
  });
}

const sourceOf = ({
  repository,
  branch,
  path,
}: {
  readonly repository: string;
  readonly branch: string;
  readonly path: string;
}) => ({
  url: gitHub(repository),
  branch,
  path,
});

/** Folder of each namespace of applications in the customers' repository. */
const foldersOf = (
  customers: Exclude<FluxConfig["customers"], false>,
  { organisation }: ClusterEnvironment,
): Readonly<Record<string, Source>> =>
  Object.fromEntries(
    applicationNamespaces(organisation).map((namespace) => [
      namespace,
      {
        ...sourceOf({ ...customers, path: `${customers.path}/${namespace}` }),
        secretName: customers.secretName,
      },
    ]),
  );
