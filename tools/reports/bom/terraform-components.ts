import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { blocksOf } from "../../terraform-json/blocks";
import { releasesOf } from "../../checks/charts/releases";
import type { SynthesisedStack } from "../../terraform-json/stack";
import type { Component } from "./component";

type Found = Omit<Component, "environments">;

/** Components in a stack itself: charts, add-ons of EKS, Terraform's providers and modules. */
export const componentsOf = (stack: SynthesisedStack): Found[] => [
  ...charts(stack),
  ...addons(stack.json),
  ...providers(stack.json),
  ...modules(stack),
];

const charts = (stack: SynthesisedStack): Found[] =>
  releasesOf(stack).map(({ chart: { name, version, repository } }) =>
    repository === undefined
      ? { kind: "chart", name, version: undefined, own: true }
      : { kind: "chart", name, version, repository, own: false },
  );

const addons = (json: JsonMap): Found[] =>
  Object.values(blocksOf(json, "aws_eks_addon")).map(({ addon_name, addon_version }) => ({
    kind: "eks-addon",
    name: textOf(addon_name),
    version: textOf(addon_version),
    own: false,
  }));

/** Providers. A source without an organisation is HashiCorp's. */
const providers = (json: JsonMap): Found[] =>
  Object.values(asMap(asMap(json.terraform).required_providers))
    .filter(isMap)
    .map(({ source, version }) => {
      const name = textOf(source);
      return {
        kind: "provider",
        name: name.includes("/") ? name : `hashicorp/${name}`,
        version: textOf(version),
        own: false,
      };
    });

const modules = ({ json, folder }: SynthesisedStack): Found[] =>
  Object.values(asMap(json.module))
    .filter(isMap)
    .map(({ source, version }) =>
      textOf(source).startsWith(".")
        ? { kind: "module", name: ownModule(join(folder, textOf(source))), version: undefined, own: true }
        : {
            kind: "module",
            name: textOf(source),
            version: version === undefined ? undefined : textOf(version),
            own: false,
          },
    );

const MODULES = "modules";

/** The module of this repository that a stack carries a copy of. */
function ownModule(copy: string): string {
  const main = (folder: string) => readFileSync(join(folder, "main.tf"), "utf8");
  const name = readdirSync(MODULES).find((module) => main(join(MODULES, module)) === main(copy));
  return `${MODULES}/${name ?? basename(copy)}`;
}
