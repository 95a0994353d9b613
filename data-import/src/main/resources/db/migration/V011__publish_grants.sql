-- GeoServer signs in as registry_publish and sees the schema publish, nothing else. Roles belong to the cluster:
-- the launcher and the database image make this one before the first migration; a database without it needs none.

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_publish') THEN
    GRANT USAGE ON SCHEMA publish TO registry_publish;
    GRANT SELECT ON ALL TABLES IN SCHEMA publish TO registry_publish;
    ALTER DEFAULT PRIVILEGES IN SCHEMA publish GRANT SELECT ON TABLES TO registry_publish;
  END IF;
END $$;
