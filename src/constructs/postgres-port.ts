/** Where PostgreSQL listens: its databases, what connects to them, and the policies that let it through. */
export const POSTGRES_PORT = 5432;
