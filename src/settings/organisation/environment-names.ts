import type { OrganisationConfig } from "./schema";
import { ownValue } from "../checking/own-value";

/** Key of the account that all ephemeral environments share. It is no environment's name. */
export const EPHEMERAL_ACCOUNT = "ephemeral";

/** Names that an organisation's environments may have: it has an account for each of them. */
export const environmentNames = ({ accounts }: Pick<OrganisationConfig, "accounts">): string[] =>
  Object.keys(accounts).filter((name) => name !== EPHEMERAL_ACCOUNT);

/** AWS account, twelve digits, that an environment is in; its name has been checked. */
export const accountOf = ({
  name,
  organisation: { accounts },
}: {
  readonly name: string;
  readonly organisation: Pick<OrganisationConfig, "accounts">;
}): string => ownValue(accounts, name) ?? accounts[EPHEMERAL_ACCOUNT]!;
