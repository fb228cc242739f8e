import type { Organisation } from "../organisation/organisation";
import type { AddonsSettings } from "./addons";

/**
 * Settings of an add-on that an environment leaves out: its defaults, or `false` where the organisation lacks a section
 * that it needs.
 */
export const needs = (isThere: boolean): Readonly<Record<string, never>> | false => (isThere ? {} : false);

/** Tells whether engineers sign in to web applications: the organisation or the environment says how. */
export const signsIn = ({ dex }: AddonsSettings = {}, { signIn }: Pick<Organisation, "signIn">): boolean =>
  signIn !== false || (dex !== undefined && dex !== false);

/** Tells whether Argo CD and Argo Workflows have charts to deploy, and engineers who sign in to them. */
export const deploysCharts = (settings: AddonsSettings = {}, organisation: Organisation): boolean =>
  organisation.defaults.chartsRepository !== undefined && signsIn(settings, organisation);
