/** Port of PostgreSQL, for its databases, their clients and the policies that let these through. */
export const POSTGRES_PORT = 5432;
