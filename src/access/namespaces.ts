import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface NamespacesProps {
  /** Namespaces by name. */
  readonly namespaces: Readonly<Record<string, NamespaceProps>>;

  /** Access of Terraform to the cluster. */
  readonly after: readonly ITerraformDependable[];
}

interface NamespaceProps {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Namespaces of the cluster, each with its labels. */
export class Namespaces extends Construct {
  private readonly made: ReadonlyMap<string, NamespaceV1>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: NamespacesProps,
  ) {
    super(scope, id);
    const { namespaces, after } = props;

    this.made = new Map(
      Object.entries(namespaces).map(([name, { labels, annotations }]) => [
        name,
        new NamespaceV1(this, name, { metadata: { name, labels, annotations }, dependsOn: [...after] }),
      ]),
    );
  }

  /** Dependencies of an object in one namespace. A namespace of Kubernetes's own needs access to the cluster alone. */
  readyFor(namespace: string): readonly ITerraformDependable[] {
    const made = this.made.get(namespace);
    return made ? [made] : this.props.after;
  }
}
