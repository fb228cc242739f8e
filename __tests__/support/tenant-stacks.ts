import { Release } from "@cdktf/provider-helm/lib/release";
import { platform as settings } from "../../examples/river-authority";
import { definePlatform } from "../../src/settings/define-platform";
import { parseProduct } from "../../src/settings/products/product-file";
import { synthesisePlatform } from "./synthesise";
import type { Block, Terraform } from "./terraform";

/** File of a product of the river authority's team for maps, with these lines for each environment. */
export const productFile = (product: string, environments: Readonly<Record<string, string>>) =>
  parseProduct(
    `tenants/maps/${product}.yaml`,
    "maps",
    `product: ${product}
owner: { team: maps, email: maps@example.org, channel: "#maps", source: river-authority/${product} }
environments:
${Object.entries(environments)
  .map(([name, lines]) => `  ${name}: { access: [], ${lines} }`)
  .join("\n")}
`,
  );

/** Stacks of a river authority whose products are these. */
export const stacksOf = (...files: readonly ReturnType<typeof productFile>[]) =>
  synthesisePlatform(
    definePlatform({
      ...settings,
      products: { teams: settings.products!.teams, live: ["live"], files },
    }),
  );

/** Objects of the release of a tenant's own resources. */
export const objectsOf = (terraform: Terraform): Block[] =>
  (JSON.parse((terraform.named(Release)["own_objects"]!.values as string[])[0]!) as { objects: Block[] })
    .objects;

/** Statements of a policy. */
export const statementsOf = (policy: unknown): Block[] =>
  (JSON.parse(policy as string) as { Statement: Block[] }).Statement;
