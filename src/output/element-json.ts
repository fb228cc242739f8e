import { TerraformDataSource, type TerraformElement, TerraformResource } from "cdktf";

/** Fields of a resource or a data source that CDKTF keeps to itself. */
interface Internals {
  readonly terraformResourceType: string;
  readonly friendlyUniqueId: string;
  readonly terraformMetaArguments: object;
  readonly constructNodeMetadata: object;
  readonly rawOverrides: object;
  readonly synthesizeAttributes: () => Record<string, unknown>;
}

/**
 * JSON that an element adds to its stack, the same as its `toTerraform` makes. That one copies each attribute and
 * renames each argument three times over, which is a tenth of a synth, for what few resources have.
 */
export function elementJson(element: TerraformElement): unknown {
  const section = sectionOf(element);
  return (section && quickly(section, element as unknown as Internals)) ?? (element.toTerraform() as unknown);
}

/** Section of a resource or a data source that CDKTF itself describes. */
function sectionOf(element: TerraformElement): "resource" | "data" | undefined {
  if (element.toTerraform === TerraformResource.prototype.toTerraform) {
    return "resource";
  }
  return element.toTerraform === TerraformDataSource.prototype.toTerraform ? "data" : undefined;
}

/** Arguments of Terraform itself, by CDKTF's names. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  dependsOn: "depends_on",
  provider: "provider",
  lifecycle: "lifecycle",
};

const LIFECYCLE: Readonly<Record<string, string>> = {
  createBeforeDestroy: "create_before_destroy",
  ignoreChanges: "ignore_changes",
  preventDestroy: "prevent_destroy",
  replaceTriggeredBy: "replace_triggered_by",
};

/** Fields that are set where the JSON of a resource has more than its attributes. */
const UNUSUAL = ["provisioners", "_movedById", "_movedByTarget", "_imported"];

/** JSON of a resource or a data source; `undefined` for one with overrides, moves, repeated blocks and the like. */
function quickly(section: string, element: Internals): object | undefined {
  const meta = renamed(element.terraformMetaArguments, ARGUMENTS);
  const lifecycle = renamed(meta?.lifecycle ?? {}, LIFECYCLE);
  const attributes = element.synthesizeAttributes();
  if (!meta || !lifecycle || isUnusual(element) || hasDynamicBlock(attributes)) {
    return undefined;
  }
  const block = {
    ...attributes,
    ...meta,
    ...(meta.lifecycle !== undefined && { lifecycle }),
    "//": element.constructNodeMetadata,
  };
  return { [section]: { [element.terraformResourceType]: { [element.friendlyUniqueId]: block } } };
}

const isUnusual = (element: Internals): boolean =>
  Object.keys(element.rawOverrides).length > 0 ||
  UNUSUAL.some((field) => Boolean((element as unknown as Readonly<Record<string, unknown>>)[field]));

/** Arguments under other names; `undefined` if one has no other name here. */
function renamed(
  args: object,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> | undefined {
  const present = Object.entries(args).filter(([, value]) => value !== undefined);
  return present.every(([name]) => Object.hasOwn(names, name))
    ? Object.fromEntries(present.map(([name, value]) => [names[name]!, value as unknown]))
    : undefined;
}

/** Mark by which CDKTF knows a block that Terraform repeats. */
const DYNAMIC_BLOCK = Symbol.for("cdktf/TerraformDynamicBlock");

/** True of attributes one of which Terraform repeats. CDKTF looks for these in objects, not in lists. */
const hasDynamicBlock = (attributes: object): boolean =>
  Object.values(attributes).some(
    (value: unknown) =>
      typeof value === "object" &&
      value !== null &&
      (DYNAMIC_BLOCK in value || (value.constructor === Object && hasDynamicBlock(value))),
  );
