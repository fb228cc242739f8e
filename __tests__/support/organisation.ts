import { registryOf } from "../../src/settings/organisation/container-registry";
import { organisation } from "../../tools/samples/platform";

export { ephemeral } from "../../tools/samples/ephemeral";
export { defineEnvironment, defineEnvironments, organisation, tenants } from "../../tools/samples/platform";

/** Names of the levels of access of the organisation of every test that names none. */
export const accessLevels = Object.keys(organisation.accessLevels);

/** Its container registry. */
export const registry = present(registryOf(organisation), "containerRegistry");

/** Its teams that sign in. */
export const signIn = present(organisation.signIn, "signIn");

/** @throws if the organisation of the tests does without a section */
function present<Section extends object>(section: Section | false, name: string): Section {
  if (section === false) {
    throw new Error(`organisation.${name}: expected a section, got false; the tests need it`);
  }
  return section;
}
