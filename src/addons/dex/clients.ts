/** An application whose users sign in through Dex. */
export interface DexClient {
  readonly name: string;

  /** Address to which Dex sends users once they have signed in. */
  readonly redirectUri: string;

  /** Namespaces that it runs in, and that so need its credentials. */
  readonly namespaces: readonly string[];

  /**
   * Labels of the Secret with its credentials.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
}

export interface DexClientsProps {
  /** The zone whose subdomains the applications are found under. */
  readonly zone: string;

  /** The namespace of the platform's own services, Dex among them. */
  readonly services: string;

  /** Namespace that workflows run in beside the platform's own; `undefined` for none. */
  readonly delivery: string | undefined;

  /** The namespace of Grafana, Prometheus and Alertmanager. */
  readonly monitoring: string;
}

/** The applications of the platform that leave signing in to Dex. */
export const dexClients = ({
  zone,
  services,
  delivery,
  monitoring,
}: DexClientsProps): readonly DexClient[] => [
  {
    name: "argocd",
    redirectUri: `https://argo.${zone}/auth/callback`,
    namespaces: [services],
    // Argo CD looks up references in its configuration only in Secrets with this label.
    labels: { "app.kubernetes.io/part-of": "argocd" },
  },
  {
    name: "argo-workflows",
    redirectUri: `https://argo-workflows.${zone}/oauth2/callback`,
    namespaces: delivery === undefined ? [services] : [services, delivery],
  },
  { name: "grafana", redirectUri: `https://grafana.${zone}/login/generic_oauth`, namespaces: [monitoring] },
  { name: "prometheus", redirectUri: `https://prometheus.${zone}/oauth2/callback`, namespaces: [monitoring] },
  {
    name: "alertmanager",
    redirectUri: `https://alertmanager.${zone}/oauth2/callback`,
    namespaces: [monitoring],
  },
];

/**
 * The `argocd` program on engineers' own machines, which cannot keep a secret: Dex gives the token to the
 * requester's own address, and to no other.
 */
export const ARGO_CD_PROGRAM = {
  id: "argo-cd-cli",
  name: "argocd on the command line",
  redirectUri: "http://localhost:8085/auth/callback",
} as const;

/** `kubectl` on the machines of tenants' teams, with kubelogin, whose own addresses these are. */
export const KUBERNETES_PROGRAM = {
  id: "kubernetes",
  name: "kubectl on the command line",
  redirectUris: ["http://localhost:8000", "http://localhost:18000"],
} as const;

/** The Kubernetes Secret that holds a client's credentials, in every namespace alike. */
export const clientSecretName = ({ name }: Pick<DexClient, "name">): string => `dex-client-${name}`;
