import { PackageURL } from "packageurl-js";
import type { Component } from "./component";

/**
 * Names a component as other tools do. Add-ons of EKS have no type of their own.
 *
 * @see https://github.com/package-url/purl-spec
 */
export function packageUrl(component: Component): string {
  const { kind, name, version, digest, repository } = component;
  const path = name.split("/");
  switch (kind) {
    case "chart":
      return purl("helm", [name], version, { repository_url: repository });
    case "image": {
      const [registry, ...image] = path;
      return purl("docker", image, digest ?? version, {
        repository_url: registry,
        tag: digest === undefined ? undefined : version,
      });
    }
    case "eks-addon":
      return purl("generic", ["eks-addon", name], version);
    case "provider":
    case "module":
      return purl("terraform", path, version);
  }
}

function purl(
  type: string,
  path: readonly string[],
  version: string | undefined,
  qualifiers: Readonly<Record<string, string | undefined>> = {},
): string {
  const known = Object.fromEntries(
    Object.entries(qualifiers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const namespace = path.slice(0, -1).join("/");
  return new PackageURL(type, namespace || undefined, path.at(-1)!, version, known, undefined).toString();
}
