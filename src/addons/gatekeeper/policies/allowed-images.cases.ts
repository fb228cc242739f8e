import type { PolicyCases } from "./policy.cases";
import { pod } from "./policy.cases";

/** Beginning of the names of products' images. */
const PRODUCT_IMAGES = "123456789012.dkr.ecr.us-east-1.amazonaws.com/tenants";

/** Evidence for the policy allowed-images. */
export const ALLOWED_IMAGES_CASES: PolicyCases = {
  parameters: {
    allowed: [
      { namespaces: ["apps"], prefixes: ["registry.example/acme/"] },
      {
        namespaces: ["apps", "permits"],
        repositories: [
          "registry.example/docker.io/library/redis",
          "registry.example/docker.io/library/model",
          "registry.example:5000/tool",
        ],
      },
      { prefixes: ["registry.example/everyone/"] },
      { namespaces: ["tides-live", "tides", "tidesman"], accounts: ["123456789012"] },
      { namespaces: ["monitoring"], repositories: ["docker.io/library/busybox"] },
    ],
  },
  cases: [
    {
      name: "from our own registry",
      object: pod({ containers: [{ name: "app", image: "registry.example/acme/website:v1" }] }),
    },
    {
      name: "from a mirror",
      object: pod({ containers: [{ name: "app", image: "registry.example/docker.io/library/redis:8" }] }),
    },
    {
      name: "by its digest from a mirror",
      object: pod({
        containers: [
          { name: "app", image: `registry.example/docker.io/library/redis:8@sha256:${"0".repeat(64)}` },
        ],
      }),
    },
    {
      name: "from a mirror with a port",
      object: pod({ containers: [{ name: "app", image: "registry.example:5000/tool" }] }),
    },
    {
      name: "from a mirror, of a repository that nobody named",
      object: pod({ containers: [{ name: "app", image: "registry.example/docker.io/somebody/miner:1" }] }),
      refusal: "got registry.example/docker.io/somebody/miner:1",
    },
    {
      name: "from a mirror, of a repository whose name only begins the same",
      object: pod({ containers: [{ name: "app", image: "registry.example/docker.io/library/redis-evil" }] }),
      refusal: "got registry.example/docker.io/library/redis-evil",
    },
    {
      name: "from a mirror, of a repository below one that is named",
      object: pod({ containers: [{ name: "app", image: "registry.example/docker.io/library/redis/evil" }] }),
      refusal: "got registry.example/docker.io/library/redis/evil",
    },
    {
      name: "from a place of all namespaces",
      object: pod(
        { containers: [{ name: "app", image: "registry.example/everyone/website:v1" }] },
        { namespace: "tides-live" },
      ),
    },
    {
      name: "from a repository of the product",
      object: pod(
        { containers: [{ name: "app", image: `${PRODUCT_IMAGES}/tides/dev/web:1` }] },
        { namespace: "tides-live" },
      ),
    },
    {
      name: "from a repository of the product whose name the namespace is",
      object: pod(
        { containers: [{ name: "app", image: `${PRODUCT_IMAGES}/tides/dev/web:1` }] },
        { namespace: "tides" },
      ),
    },
    {
      name: "from a repository of a product whose name the namespace's begins with",
      object: pod(
        { containers: [{ name: "app", image: `${PRODUCT_IMAGES}/tides/dev/web:1` }] },
        { namespace: "tidesman" },
      ),
      refusal: "that tidesman may use",
    },
    {
      name: "from a repository of another product",
      object: pod(
        { containers: [{ name: "app", image: `${PRODUCT_IMAGES}/maps/dev/web:1` }] },
        { namespace: "tides-live" },
      ),
      refusal: "that tides-live may use",
    },
    {
      name: "from a repository of the product in another account",
      object: pod(
        {
          containers: [
            {
              name: "app",
              image: `${PRODUCT_IMAGES.replace("123456789012", "999999999999")}/tides/dev/web:1`,
            },
          ],
        },
        { namespace: "tides-live" },
      ),
      refusal: "that tides-live may use",
    },
    {
      name: "that only another namespace may use",
      object: pod(
        { containers: [{ name: "app", image: "registry.example/acme/website:v1" }] },
        { namespace: "permits" },
      ),
      refusal: "expected an image of a repository that permits may use, got registry.example/acme/website:v1",
    },
    {
      name: "from Docker Hub without saying so, where its repository is named",
      object: pod({ containers: [{ name: "app", image: "busybox:1" }] }, { namespace: "monitoring" }),
      refusal: "got busybox:1",
    },
    {
      name: "in a namespace that may use none",
      object: pod(
        { containers: [{ name: "app", image: "registry.example/acme/website:v1" }] },
        { namespace: "default" },
      ),
      refusal: "expected an image of a repository that default may use",
    },
    {
      name: "from anywhere else",
      object: pod({ containers: [{ name: "app", image: "ghcr.io/somebody/tool:v1" }] }),
      refusal:
        "container app: expected an image of a repository that apps may use, got ghcr.io/somebody/tool:v1",
    },
    {
      name: "from Docker Hub without saying so",
      object: pod({ containers: [{ name: "app", image: "redis:8" }] }),
      refusal: "got redis:8",
    },
    {
      name: "from a registry whose name only begins the same",
      object: pod({ containers: [{ name: "app", image: "registry.example/acme-evil/website" }] }),
      refusal: "got registry.example/acme-evil/website",
    },
    {
      name: "of an init container from anywhere else",
      object: pod({
        initContainers: [{ name: "copy", image: "quay.io/somebody/copy" }],
        containers: [{ name: "app", image: "registry.example/acme/website:v1" }],
      }),
      refusal: "container copy",
    },
    {
      name: "of a container to debug with from anywhere else",
      object: pod({
        containers: [{ name: "app", image: "registry.example/acme/website:v1" }],
        ephemeralContainers: [{ name: "debug", image: "docker.io/library/busybox" }],
      }),
      refusal: "container debug",
    },
    {
      name: "from a host whose name only begins the same",
      object: pod({ containers: [{ name: "app", image: "registry.example.evil/acme/website" }] }),
      refusal: "got registry.example.evil/acme/website",
    },
    {
      name: "from our own registry, but not of ours",
      object: pod({ containers: [{ name: "app", image: "registry.example/whitehall" }] }),
      refusal: "got registry.example/whitehall",
    },
    {
      name: "from a host of another port",
      object: pod({ containers: [{ name: "app", image: "registry.example:5000/acme/website" }] }),
      refusal: "got registry.example:5000/acme/website",
    },
    {
      name: "by its digest from our own registry",
      object: pod({
        containers: [{ name: "app", image: `registry.example/acme/website@sha256:${"0".repeat(64)}` }],
      }),
    },
    {
      name: "that only has the name of our own registry in its path",
      object: pod({ containers: [{ name: "app", image: "evil.example/registry.example/acme/website" }] }),
      refusal: "got evil.example/registry.example/acme/website",
    },
    {
      name: "as a disk, though its repository is allowed",
      object: pod({
        containers: [],
        volumes: [{ name: "model", image: { reference: "registry.example/docker.io/library/model:1" } }],
      }),
      refusal: "volume model: expected no image as a disk, whose signature nothing verifies",
    },
    {
      name: "as a disk from anywhere else",
      object: pod({
        containers: [{ name: "app", image: "registry.example/acme/website:v1" }],
        volumes: [{ name: "tools", image: { reference: "ghcr.io/somebody/tools:v1" } }],
      }),
      refusal: "volume tools: expected no image as a disk",
    },
  ],
};
