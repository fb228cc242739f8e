import type { RegistryProvider } from "../registry-provider";

/**
 * GitHub's provider. It signs in as a GitHub App by `GITHUB_APP_ID`, `GITHUB_APP_INSTALLATION_ID` and
 * `GITHUB_APP_PEM_FILE`, so that no key is in a configuration or a state.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs
 */
export const GITHUB: RegistryProvider = { name: "github", source: "integrations/github", version: "6.8.3" };

/** Arguments of the provider for the repositories of an organisation. An empty block has it read its variables. */
export const asApp = (organisation: string) => ({ owner: organisation, app_auth: [{}] });
