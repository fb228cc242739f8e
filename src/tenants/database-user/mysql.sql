-- Gives the user of a tenant's pods everything in its database, and nothing on the server. The plugin of RDS lets it sign in with a
-- token of IAM, and with no password. The client runs this as the master, as often as there is reason to.
CREATE USER IF NOT EXISTS 'tenant_app'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL;
ALTER USER 'tenant_app'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL;
-- Rights that it got by other hands. Open connections keep theirs to the database until they name it anew.
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'tenant_app'@'%';
GRANT ALL PRIVILEGES ON `app`.* TO 'tenant_app'@'%';
