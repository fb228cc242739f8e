import { ACCESS_FOLDER } from "../../src/platform/access";
import { organisation as organisationSettings } from "../../src/platform/organisation";
import { tenantsSettings } from "../../src/platform/tenants";
import * as define from "../../src/settings/define/environments";
import type { Environment, EnvironmentSettings } from "../../src/settings/environment/environment";
import * as ephemerals from "../../src/settings/environment/ephemeral";
import { registryOf } from "../../src/settings/organisation/container-registry";
import { defineOrganisation } from "../../src/settings/define/organisation";
import { defineTenants } from "../../src/settings/define/tenants";

/** Organisation that the tools work for. */
export const organisation = defineOrganisation(organisationSettings);

/** Teams and applications of the organisation. */
export const tenants = defineTenants(tenantsSettings, organisation);

/** Container registry of the organisation. */
export const registry = registryOf(organisation);

/** Defines an environment of the organisation. */
export const defineEnvironment = (settings: EnvironmentSettings): Environment =>
  define.defineEnvironment(settings, organisation);

/** Defines environments of the organisation. */
export const defineEnvironments = (all: readonly EnvironmentSettings[]): Environment[] =>
  define.defineEnvironments(all, organisation);

/** Settings of an ephemeral environment of the organisation. */
export const ephemeral = (settings: ephemerals.EphemeralSettings): EnvironmentSettings =>
  ephemerals.ephemeral(settings, organisation, ACCESS_FOLDER);
