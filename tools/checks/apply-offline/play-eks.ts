import type { ApiClient } from "../../offline/api-client";
import type { JsonMap } from "../../terraform-json/json-map";

/** Objects that EKS puts into every new cluster and that stacks change. */
const OBJECTS: readonly { readonly path: string; readonly object: JsonMap }[] = [
  {
    path: "/apis/storage.k8s.io/v1/storageclasses",
    object: {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: { name: "gp2", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
      provisioner: "kubernetes.io/aws-ebs",
      volumeBindingMode: "WaitForFirstConsumer",
    },
  },
];

/** Plays what EKS does with a new cluster. */
export async function playEks(client: ApiClient): Promise<void> {
  for (const { path, object } of OBJECTS) {
    await client.create(path, object);
  }
}
