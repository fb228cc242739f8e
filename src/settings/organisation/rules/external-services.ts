import type { OrganisationConfig } from "../schema";
import { environmentIsKnown } from "./known-environment";

/** Checks that Sentry's environments exist. */
export const problemsOfExternalServices = (organisation: OrganisationConfig): string[] => {
  const { sentry } = organisation.externalServices;
  const path = ["organisation", "externalServices", "sentry"];

  return sentry === false
    ? []
    : [
        ...environmentIsKnown([...path, "environment"], sentry.environment, organisation),
        ...environmentIsKnown([...path, "alertsAbout"], sentry.alertsAbout, organisation),
      ];
};
