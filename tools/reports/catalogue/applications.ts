import type { Platform } from "../../../src/settings/define-platform";
import type { ApplicationConfig } from "../../../src/settings/tenants/tenants";
import { type CatalogueEntity, entity } from "./entity";
import { ownerOf } from "./groups";

/** Applications that run in namespaces of the platform, as components. */
export const applicationsOf = ({ tenants }: Platform): CatalogueEntity[] =>
  tenants.applications.map(applicationOf);

const applicationOf = ({ name, team, repository, namespace }: ApplicationConfig): CatalogueEntity =>
  entity(
    "Component",
    {
      name,
      description: `Application ${name}, in the namespace ${namespace} of every cluster`,
      annotations: {
        "github.com/project-slug": repository,
        "backstage.io/kubernetes-namespace": namespace,
      },
    },
    { type: "service", lifecycle: "production", owner: ownerOf(team) },
  );
