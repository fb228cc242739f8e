import type { OrganisationSettings } from "../schema";
import { problemsOfAccounts } from "./accounts";
import { problemsOfContainerRegistry } from "./container-registry";
import { problemsOfExternalServices } from "./external-services";
import { problemsOfNames } from "./names";
import { problemsOfPromotion } from "./promotion";
import { problemsOfSignIn } from "./sign-in";
import { problemsOfTerraformCloud } from "./terraform-cloud";

/** Problems of an organisation, each at its own path. */
export const problemsOfOrganisation = (organisation: OrganisationSettings): string[] =>
  [
    problemsOfNames,
    problemsOfAccounts,
    problemsOfPromotion,
    problemsOfTerraformCloud,
    problemsOfContainerRegistry,
    problemsOfSignIn,
    problemsOfExternalServices,
  ].flatMap((rule) => rule(organisation));
