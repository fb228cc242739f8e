import type { Platform } from "../../../src/settings/define-platform";
import type { Application } from "../../../src/settings/products/applications";
import { type CatalogueEntity, entity, refTo } from "./entity";
import { ownerOf } from "./groups";

/** Applications that run in namespaces of the platform, as components. */
export const applicationsOf = ({ tenants }: Platform): CatalogueEntity[] =>
  tenants.applications.map(applicationOf);

const applicationOf = ({ name, product, team, repository, namespace }: Application): CatalogueEntity =>
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
    { type: "service", lifecycle: "production", owner: ownerOf(team), system: refTo("System", product) },
  );
