import type { OrganisationConfig } from "../schema";
import { problemsOfAccessLevels } from "./access";
import { problemsOfAccessTemplates } from "./access-templates";
import { problemsOfAccounts } from "./accounts";
import { problemsOfOrganisationCallers } from "./callers";
import { problemsOfClusterReaders } from "./cluster-readers";
import { problemsOfChartsLayouts } from "./charts-layouts";
import { problemsOfContainerRegistry } from "./container-registry";
import { problemsOfExternalServices } from "./external-services";
import { problemsOfNames } from "./names";
import { problemsOfPromotion } from "./promotion";
import { problemsOfProviderVersions } from "./provider-versions";
import { problemsOfNamespaces } from "./namespaces";
import { problemsOfAlerting, problemsOfSignIn } from "./sign-in";
import { problemsOfTerraformCloud } from "./terraform-cloud";

/** Lists what is wrong with an organisation, each problem at its own path. */
export const problemsOfOrganisation = (organisation: OrganisationConfig): string[] =>
  [
    problemsOfNames,
    problemsOfProviderVersions,
    problemsOfAccounts,
    problemsOfOrganisationCallers,
    problemsOfPromotion,
    problemsOfTerraformCloud,
    problemsOfContainerRegistry,
    problemsOfNamespaces,
    problemsOfAccessLevels,
    problemsOfAccessTemplates,
    problemsOfClusterReaders,
    problemsOfSignIn,
    problemsOfAlerting,
    problemsOfExternalServices,
    problemsOfChartsLayouts,
  ].flatMap((rule) => rule(organisation));
