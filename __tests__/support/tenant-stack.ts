import { platform as settings } from "../../examples/river-authority";
import { definePlatform } from "../../src/settings/define-platform";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import { parseProduct } from "../../src/settings/products/product-file";
import { synthesisePlatform } from "./synthesise";
import type { Terraform } from "./terraform";

interface Place {
  /** @default true */
  readonly live?: boolean;
  readonly identity?: "irsa" | "pod-identity";

  /** Variables of the VPC CNI. */
  readonly cni?: Readonly<Record<string, string>>;
}

/** Stack of a namespace with more lines in its file, on a cluster that the public depends on or not. */
export function tenantStack(lines: string, { live = true, identity, cni }: Place = {}): Terraform {
  const changed = (environment: EnvironmentSettings): EnvironmentSettings => ({
    ...environment,
    clusters: {
      river: {
        ...environment.clusters.river!,
        ...(identity && { identity }),
        ...(cni && { eksAddons: { "vpc-cni": { configuration: { env: cni } } } }),
      },
    },
  });
  const platform = definePlatform({
    ...settings,
    environments: settings.environments.map(changed),
    products: {
      teams: {
        ...settings.products!.teams,
        maps: { ...settings.products!.teams.maps!, domains: ["maps.example"] },
      },
      live: live ? ["live"] : [],
      files: [
        parseProduct(
          "tenants/maps/tide.yaml",
          "maps",
          `product: tide
owner: { team: maps, email: maps@example.org, channel: "#maps", source: river-authority/tide }
environments:
  main: { cluster: live, access: [], ${lines} }
`,
        ),
      ],
    },
  });
  return synthesisePlatform(platform)["tenant-live-tide-main"]!;
}
