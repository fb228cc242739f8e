import { stringify } from "yaml";
import type { Platform } from "../../../src/settings/define-platform";
import { applicationsOf } from "./applications";
import { domainsOf, environmentsOf } from "./clusters";
import type { CatalogueEntity } from "./entity";
import { groupsOf } from "./groups";
import { productsOf } from "./products";

/** Entities of a platform: those that others refer to first. */
export const entitiesOf = (platform: Platform): CatalogueEntity[] => [
  ...groupsOf(platform),
  ...domainsOf(platform),
  ...environmentsOf(platform),
  ...applicationsOf(platform),
  ...productsOf(platform),
];

/** Catalogue as one file of YAML, an entity each document. */
export const catalogueOf = (platform: Platform): string =>
  entitiesOf(platform)
    .map((each) => stringify(each, { lineWidth: 0, aliasDuplicateObjects: false }))
    .join("---\n");
