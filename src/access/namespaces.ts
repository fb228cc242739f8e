import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface NamespacesProps {
  /** Namespaces by name. */
  readonly namespaces: Readonly<Record<string, NamespaceProps>>;

  /** Resources that admit Terraform to the cluster. */
  readonly after: readonly ITerraformDependable[];
}

interface NamespaceProps {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Namespaces of the cluster, each with its labels. */
export class Namespaces extends Construct {
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { namespaces, after }: NamespacesProps) {
    super(scope, id);

    this.ready = Object.entries(namespaces).map(
      ([name, { labels, annotations }]) =>
        new NamespaceV1(this, name, { metadata: { name, labels, annotations }, dependsOn: [...after] }),
    );
  }
}
