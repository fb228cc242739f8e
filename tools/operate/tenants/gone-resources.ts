import type { Tenant } from "../../../src/settings/products/products";
import {
  isKept,
  type OwnResource,
  resourcesOf,
} from "../../../src/settings/products/resources/own-resources";

/**
 * Problems of protected resources that a change takes out of a file, or gives another name (T25). Terraform forgets a
 * protection together with the block that has it, so no plan refuses such a change.
 */
export function goneResources(old: Tenant, now: Tenant): string[] {
  if (old.settings.leaving !== undefined) {
    return [];
  }
  const after = resourcesOf(now);
  const known = new Set(resourcesOf(old).map(keyOf));
  const left = new Set(after.map(keyOf));
  return resourcesOf(old)
    .filter((resource) => isKept(old, resource) && !left.has(keyOf(resource)))
    .map((resource) => {
      const place = `${now.file.path}: T25 environments.${old.environmentName}.resources.${resource.kind}`;
      const renamed = after.find((each) => !known.has(keyOf(each)) && isSame(each, resource));
      return renamed === undefined
        ? `${place}.${resource.name}: expected it, since it is protected, got nothing; put it back with protection: { enabled: false, reason: … }, and take it out in a later change`
        : `${place}.${renamed.name}: expected ${resource.name}, as before, got another name, which makes another ${resource.kind} without what is in it; write renamedFrom: ${resource.inAws}`;
    });
}

const keyOf = ({ kind, inAws }: OwnResource): string => `${kind} ${inAws}`;

/** True for a resource of the same kind with the same settings. */
const isSame = (one: OwnResource, other: OwnResource): boolean =>
  one.kind === other.kind && settingsOf(one) === settingsOf(other);

const settingsOf = ({ settings }: OwnResource): string =>
  JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
