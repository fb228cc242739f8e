import { existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { keepCopy } from "../kit/keep-folder";
import { toolCache } from "./tools";

/** Folder of fetched providers, laid out for `terraform init -plugin-dir`. */
export function keptProviders(): string {
  const folder = toolCache("terraform-plugins");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Keeps fetched providers for later runs, each package whole or not at all. Those that Terraform only links
 * to are kept elsewhere: in a mirror, or in a plugin cache of its own.
 */
export function keepProviders(fetched: string): void {
  for (const name of packagesIn(fetched)) {
    const place = join(keptProviders(), name);
    if (!existsSync(place)) {
      // Beside the providers Terraform would take it for one.
      keepCopy(join(fetched, name), place, toolCache(".provider-"));
    }
  }
}

/** Folders such as `registry.terraform.io/hashicorp/aws/6.25.0/linux_amd64`. */
const packagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.split(sep).length === 5 && lstatSync(join(folder, name)).isDirectory(),
  );
