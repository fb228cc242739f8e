import type { Tenant } from "../../settings/products/products";
import { importsOf, resourceNamed } from "../../settings/products/resources/imported";
import { importOffer, type MadeImport } from "../../tenants/resources/imports";
import type { SubscribedTopic } from "../../tenants/resources/topic";
import type { AwsPlace } from "./images";

/** Resources of other tenants that a tenant uses. Rules have checked that their owners share them, in the same account. */
export const madeImports = (
  tenant: Tenant,
  byRef: ReadonlyMap<string, Tenant>,
  place: AwsPlace,
): MadeImport[] =>
  importsOf(tenant).map((entry) => {
    const owner = byRef.get(entry.owner)!;
    const resource = resourceNamed(owner, entry.kind, entry.name)!;
    return { entry, offer: importOffer({ ...place, resource, place: owner }) };
  });

/** Topics among them, by the names that they have here. */
export const importedTopics = (imports: readonly MadeImport[]): ReadonlyMap<string, SubscribedTopic> =>
  new Map(
    imports.flatMap(({ entry: { kind, as }, offer: { config } }) =>
      kind === "topic" ? [[as, { arn: config.ARN!, reference: config.ARN!, inAws: as }] as const] : [],
    ),
  );
