import Ajv2020, { type ErrorObject, type ValidateFunction } from "ajv/dist/2020";
import type { CustomKind } from "./custom-kinds";
import { definitionsIn, schemaIn } from "./kubernetes-schemas";
import { type KubernetesObject, nameOf } from "./objects";
import { strictSchema } from "./strict-schema";

/** Returns the problems of an object in a cluster that has the kinds. */
export type SchemaCheck = (object: KubernetesObject, kinds: readonly CustomKind[]) => readonly string[];

/** API versions of Kubernetes' own: groups without a dot, and a few with one. Those of the Gateway API are a project's of its own. */
const BUILT_IN = /^(v1|[a-z]+\/v\w+|(?!gateway\.)[a-z.]+\.k8s\.io\/v\w+)$/;

/** True if an object is of Kubernetes' own kinds, or of the given ones. */
export const isKnown = ({ apiVersion, kind }: KubernetesObject, kinds: readonly CustomKind[]): boolean =>
  BUILT_IN.test(apiVersion) || kinds.some((one) => one.kind === kind && one.apiVersion === apiVersion);

/**
 * Checks objects with the schemas of one Kubernetes version, in `folder`, and with those of CRDs. Without a
 * folder Kubernetes' own kinds pass.
 */
export function schemaCheck(folder: string | undefined): SchemaCheck {
  const builtIn = builtInKinds(folder);

  return (object, kinds) => {
    const { apiVersion, kind } = object;
    const custom = kinds.find((one) => one.kind === kind && one.apiVersion === apiVersion);
    if (custom !== undefined) {
      return problemsOf(object, customKind(custom));
    }
    if (folder === undefined && BUILT_IN.test(apiVersion)) {
      return [];
    }
    const validate = builtIn(apiVersion, kind);
    return validate === undefined
      ? [`${apiVersion} ${kind}: the cluster has no such kind when this is installed`]
      : problemsOf(object, validate);
  };
}

/** Pattern of a CRD. It is Go's, which may begin with `(?i)`. */
const regExp = Object.assign(
  (pattern: string, flags: string) =>
    new RegExp(pattern.replace("(?i)", ""), pattern.includes("(?i)") ? `${flags}i` : flags),
  { code: "new RegExp" },
);

const ajv = () =>
  new Ajv2020({
    strict: false,
    validateFormats: false,
    allErrors: true,
    unicodeRegExp: false,
    code: { regExp },
  });

function builtInKinds(folder: string | undefined) {
  const validators = new Map<string, ValidateFunction | undefined>();
  const engine = ajv();
  if (folder !== undefined) {
    engine.addSchema(definitionsIn(folder));
  }
  return (apiVersion: string, kind: string): ValidateFunction | undefined => {
    const key = `${apiVersion} ${kind}`;
    if (!validators.has(key)) {
      const schema = folder === undefined ? undefined : schemaIn(folder, apiVersion, kind);
      validators.set(key, schema && engine.compile(schema));
    }
    return validators.get(key);
  };
}

/** Compiled schemas, so that each CRD is compiled once for all environments. */
const compiled = new WeakMap<KubernetesObject, Map<string, ValidateFunction>>();

function customKind({ broughtBy, apiVersion, schema }: CustomKind): ValidateFunction {
  const versions = compiled.get(broughtBy) ?? new Map<string, ValidateFunction>();
  const validate = versions.get(apiVersion) ?? ajv().compile(strictSchema(schema));
  compiled.set(broughtBy, versions.set(apiVersion, validate));
  return validate;
}

const problemsOf = (object: KubernetesObject, validate: ValidateFunction): string[] =>
  validate(object) ? [] : (validate.errors ?? []).map((error) => `${nameOf(object)}: ${sentenceOf(error)}`);

function sentenceOf({ instancePath, message, params }: ErrorObject): string {
  const detail = params as { additionalProperty?: string; allowedValues?: readonly unknown[] };
  const extra = detail.additionalProperty ?? detail.allowedValues?.join(", ");
  const path = instancePath.slice(1).replaceAll("/", ".");
  return [path, message, extra === undefined ? "" : `(${extra})`].filter((part) => part !== "").join(" ");
}
