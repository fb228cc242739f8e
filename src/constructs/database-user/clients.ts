/** Client of PostgreSQL. The digest is that of the index, which has every architecture. */
export const PSQL = {
  program: "psql",
  image:
    "docker.io/library/postgres:16.13-alpine@sha256:4e6e670bb069649261c9c18031f0aded7bb249a5b6664ddec29c013a89310d50",
  memory: { request: "32Mi", limit: "64Mi" },
};

/** Client of MySQL. */
export const MYSQL = {
  program: "mysql",
  image:
    "docker.io/library/mysql:8.4.10@sha256:c592c15aaf4a1961e15d82eb31ea5987dda862d1c4b1e93424438c0e91dc1f8d",
  memory: { request: "64Mi", limit: "128Mi" },
};
