import type { PlatformSettings } from "../../src/settings/define-platform";
import { closed, office } from "./environments";
import { organisation } from "./organisation";
import { products } from "./products";

/** Platform of a harbour trust: without GitHub's sign-in and without Slack, and one environment without the internet. */
export const platform: PlatformSettings = {
  organisation,
  environments: [office, closed],
  products,
};
