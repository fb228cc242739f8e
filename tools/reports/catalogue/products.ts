import type { Platform } from "../../../src/settings/define-platform";
import { type OwnResource, resourcesOf } from "../../../src/settings/products/resources/own-resources";
import { namespaceOwner } from "../../../src/settings/products/namespace-owner";
import type { ProductConfig } from "../../../src/settings/products/schema";
import { NO_PRODUCTS, type Tenant } from "../../../src/settings/products/products";
import { type CatalogueEntity, entity, entityName, refTo } from "./entity";
import { ownerOf } from "./groups";

/** Products as systems, their environments as components, and AWS resources of these. */
export function productsOf({ organisation, tenants }: Platform): CatalogueEntity[] {
  const { tenants: all, settings } = tenants.products ?? NO_PRODUCTS;
  return [
    ...settings.files.flatMap(({ product }) => (product ? [systemOf(product, organisation.name)] : [])),
    ...all.flatMap((tenant) => [
      componentOf(tenant),
      ...resourcesOf(tenant).map((resource) => resourceOf(tenant, resource)),
    ]),
  ];
}

function systemOf({ product, owner }: ProductConfig, domain: string): CatalogueEntity {
  const links = owner.runbook === undefined ? [] : [{ url: owner.runbook, title: "Runbook" }];
  return entity(
    "System",
    {
      name: product,
      description: `Product ${product}`,
      ...(owner.source !== undefined && { annotations: { "github.com/project-slug": owner.source } }),
      links,
    },
    { owner: ownerOf(owner.team), domain: refTo("Domain", domain) },
  );
}

function componentOf(tenant: Tenant): CatalogueEntity {
  const { product, environmentName, namespace, cluster, settings } = tenant;
  const others = (settings.network?.allowTo ?? []).map((callee) =>
    refTo("Component", ...callee.tenant.split("/")),
  );
  return entity(
    "Component",
    {
      name: entityName(product.product, environmentName),
      title: tenant.ref,
      description: `Namespace ${namespace} of ${product.product} on ${cluster}`,
      annotations: {
        "github.com/project-slug": namespaceOwner(product).source,
        "backstage.io/kubernetes-namespace": namespace,
        "backstage.io/kubernetes-cluster": entityName("cluster", cluster),
      },
      links: (settings.ingress ?? [])
        .filter(({ host }) => !host.startsWith("*"))
        .map(({ host }) => ({ url: `https://${host}`, title: host })),
    },
    {
      type: "service",
      lifecycle: lifecycleOf(tenant),
      owner: ownerOf(product.owner.team),
      system: refTo("System", product.product),
      dependsOn: [
        refTo("Resource", "cluster", cluster),
        ...resourcesOf(tenant).map(({ kind, name }) =>
          refTo("Resource", product.product, environmentName, kind, name),
        ),
        ...importsOf(tenant),
        ...others,
      ],
    },
  );
}

const lifecycleOf = ({ live, settings: { sandbox, leaving } }: Tenant): string =>
  leaving ? "deprecated" : sandbox ? "experimental" : live ? "production" : "development";

/** Resources of other tenants that a namespace uses. */
const importsOf = ({ settings: { imports = {} } }: Tenant): string[] =>
  Object.entries(imports).flatMap(([kind, byName]) =>
    Object.entries(byName).map(([name, owner]) =>
      refTo("Resource", ...owner.tenant.split("/"), kind, owner.name ?? name),
    ),
  );

const resourceOf = (
  { product, environmentName, namespace, cluster }: Tenant,
  { kind, name }: OwnResource,
): CatalogueEntity =>
  entity(
    "Resource",
    {
      name: entityName(product.product, environmentName, kind, name),
      title: name,
      description: `AWS resource of the namespace ${namespace} on ${cluster}: ${kind} ${name}`,
    },
    { type: kind, owner: ownerOf(product.owner.team), system: refTo("System", product.product) },
  );
