import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import { bcrypt } from "../../constructs/bcrypt";
import { GeneratedSecret } from "../../constructs/generated-secret";
import type { HelmValues } from "../../constructs/helm-values";
import { Manifests } from "../../constructs/manifests";
import { externalSecret } from "../../constructs/external-secret";

/** The one user of a Dex without an identity provider. */
export interface Administrator {
  readonly kind: "administrator";

  /** E-mail address that the administrator signs in with. */
  readonly email: string;
}

export interface DexAdministratorProps extends Omit<Administrator, "kind"> {
  /** The namespace of Dex. */
  readonly namespace: string;

  /** Path of the secret in Secrets Manager. */
  readonly path: string;

  /** Days in which a deleted secret can be restored: 0 for not at all, or 7 to 30. */
  readonly recoveryDays: number;

  /** @default - nothing */
  readonly after?: After;
}

/** The Kubernetes Secret with the administrator's `email`, `password` and its `hash`. */
export const ADMINISTRATOR_SECRET = "dex-administrator";

/**
 * The one user of a Dex without an identity provider. Terraform makes the password up, keeps it in AWS Secrets Manager
 * and in no state; people read it from a Kubernetes Secret, and Dex only its hash.
 */
export class DexAdministrator extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: DexAdministratorProps) {
    super(scope, id);
    const { email, namespace, path, recoveryDays, after = [] } = props;

    const secret = new GeneratedSecret(this, "secret", {
      name: path,
      recoveryDays,
      value: (random) => {
        const password = random("password", { length: 32 });
        return { email, password, hash: bcrypt(password) };
      },
    });

    this.ready = new Manifests(this, "copy", {
      namespace,
      releaseName: ADMINISTRATOR_SECRET,
      objects: [externalSecret({ path, name: ADMINISTRATOR_SECRET, namespace })],
      after: [secret, ...after],
    }).ready;
  }
}

/**
 * The part of Dex's configuration that knows the administrator, who is a member of no group.
 *
 * @see https://dexidp.io/docs/connectors/local
 */
export const administratorConfig = ({ email }: Administrator): HelmValues => ({
  enablePasswordDB: true,
  staticPasswords: [
    {
      email,
      username: "administrator",
      userID: "administrator",
      hashFromEnv: "ADMINISTRATOR_PASSWORD_HASH",
    },
  ],
});
