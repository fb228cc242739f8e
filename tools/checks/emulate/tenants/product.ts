import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { platform as river } from "../../../../examples/river-authority";
import { definePlatform } from "../../../../src/settings/define-platform";
import { parseProduct } from "../../../../src/settings/products/product-file";
import type { ResourceKind } from "../../../../src/settings/products/resources/schema";
import { tenantStacks } from "../../../samples/tenant-stacks";
import { asMap, type JsonMap, textOf } from "../../../terraform-json/json-map";
import type { SynthesisedStack } from "../../../terraform-json/stack";
import { DOMAIN, HOST, type Trial } from "./kinds";

export interface TriedProduct extends Pick<Trial, "kind" | "beside"> {
  readonly name: string;
  readonly settings: JsonMap;

  /** True on a cluster that the public depends on. */
  readonly live: boolean;
}

/** Stack of a namespace with one resource of a kind, and with what that needs, in a folder. */
export function stackOf(
  { kind, beside = {}, name, settings, live }: TriedProduct,
  folder: string,
): SynthesisedStack {
  const own = { ...beside, [kind]: { ...asMap(beside[kind]), [name]: settings } };
  const text = JSON.stringify(productWith(own, kind, name, settings));
  const platform = definePlatform({
    ...river,
    products: {
      teams: { maps: { group: "river-authority:maps", domains: [DOMAIN] } },
      live: live ? ["live"] : [],
      files: [parseProduct("tenants/maps/tide.yaml", "maps", text)],
    },
  });
  const { json } = tenantStacks(platform).find(({ tenant }) => tenant.ref === "tide/main")!;
  for (const module of Object.values(asMap(json.module))) {
    const place = join(folder, textOf(asMap(module).source));
    mkdirSync(place, { recursive: true });
    cpSync("modules/secure-bucket", place, { recursive: true });
  }
  return { id: "tenant-live-tide-main", folder, json };
}

/** Pipeline, without which there is no registry. */
const DEPLOY: JsonMap = {
  mode: "push",
  repository: "river-authority/tide",
  gitHubEnvironment: "main",
  branches: ["main"],
  reviewers: ["maps"],
};

/** Product with the resources and, if one is shared, the namespace that imports it. */
function productWith(own: JsonMap, kind: ResourceKind, name: string, { shares }: JsonMap): JsonMap {
  const environment = { cluster: "live", access: [], serviceAccounts: ["web", "worker"] };
  return {
    product: "tide",
    owner: { team: "maps", email: "maps@example.org", channel: "#maps", source: "river-authority/tide" },
    environments: {
      main: {
        ...environment,
        ingress: [{ host: HOST, visibility: "public" }],
        ...(kind === "registry" ? { deploy: DEPLOY } : {}),
        resources: own,
      },
      ...(shares === undefined
        ? {}
        : { other: { ...environment, imports: { [kind]: { theirs: { tenant: "tide/main", name } } } } }),
    },
  };
}
