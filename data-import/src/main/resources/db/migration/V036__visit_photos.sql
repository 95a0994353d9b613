-- Photos of visits (decisions/16): JPEG made anew from the points of what was sent, sealed by the ring of keys and bound to
-- its row. Whoever sees the visit sees that there are photos; the service gives the picture to who reads of people there.
CREATE TABLE register.visit_photo (
  id          bigint      NOT NULL DEFAULT nextval('identity.id_seq'),
  evidence_id bigint      NOT NULL,
  content     bytea,
  width       int         NOT NULL,
  height      int         NOT NULL,
  bytes       int         NOT NULL,
  added_by    bigint      NOT NULL DEFAULT access.current_account(),
  added_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  removed_by  bigint,
  removed_at  timestamptz,
  why         text,
  erased_at   timestamptz,
  CONSTRAINT visit_photo_pk PRIMARY KEY (id),
  CONSTRAINT visit_photo_evidence_fk FOREIGN KEY (evidence_id) REFERENCES identity.evidence (id),
  CONSTRAINT visit_photo_added_by_fk FOREIGN KEY (added_by) REFERENCES access.account (id),
  CONSTRAINT visit_photo_removed_by_fk FOREIGN KEY (removed_by) REFERENCES access.account (id),
  CONSTRAINT visit_photo_small CHECK (bytes BETWEEN 1 AND 1048576 AND width > 0 AND height > 0),
  CONSTRAINT visit_photo_removed_whole CHECK (num_nonnulls(removed_by, removed_at, why) IN (0, 3)),
  CONSTRAINT visit_photo_erased_is_blank CHECK ((content IS NULL) = (erased_at IS NOT NULL))
);
-- sealed bytes do not compress
ALTER TABLE register.visit_photo ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX visit_photo_evidence_ix ON register.visit_photo (evidence_id);
COMMENT ON TABLE register.visit_photo IS 'Photos of visits. They have no versions: one is added, and may be taken out with a reason.';
COMMENT ON COLUMN register.visit_photo.id IS 'Number of the photo.';
COMMENT ON COLUMN register.visit_photo.evidence_id IS 'Visit it was taken at.';
COMMENT ON COLUMN register.visit_photo.content IS 'JPEG without metadata, sealed (Purpose.PHOTO, bound to photo:<id>); null once erased.';
COMMENT ON COLUMN register.visit_photo.width IS 'Points.';
COMMENT ON COLUMN register.visit_photo.height IS 'Points.';
COMMENT ON COLUMN register.visit_photo.bytes IS 'Size before sealing.';
COMMENT ON COLUMN register.visit_photo.added_by IS 'Account that added it.';
COMMENT ON COLUMN register.visit_photo.added_at IS 'When.';
COMMENT ON COLUMN register.visit_photo.removed_by IS 'Account that took it out; null: nobody.';
COMMENT ON COLUMN register.visit_photo.removed_at IS 'When.';
COMMENT ON COLUMN register.visit_photo.why IS 'Why it was taken out.';
COMMENT ON COLUMN register.visit_photo.erased_at IS 'When its content was erased, with somebody who lived there on the day of the visit.';

ALTER TABLE register.visit_photo ENABLE ROW LEVEL SECURITY;
CREATE POLICY visit_photo_read ON register.visit_photo FOR SELECT TO registry_service USING (
  (SELECT true FROM register.evidence v WHERE v.id = visit_photo.evidence_id AND upper_inf(v.recorded) LIMIT 1));
DO $$ BEGIN
  EXECUTE format('CREATE POLICY visit_photo_add ON register.visit_photo FOR INSERT TO registry_service WITH CHECK (
      added_by = access.current_account()
      AND (SELECT %1$s FROM register.evidence WHERE evidence.id = visit_photo.evidence_id AND upper_inf(evidence.recorded) LIMIT 1));
    CREATE POLICY visit_photo_remove ON register.visit_photo FOR UPDATE TO registry_service USING (
      (SELECT %1$s FROM register.evidence WHERE evidence.id = visit_photo.evidence_id AND upper_inf(evidence.recorded) LIMIT 1))
      WITH CHECK (removed_by = access.current_account())', access.condition('evidence', 'PLACE'));
END $$;
GRANT SELECT, INSERT (id, evidence_id, content, width, height, bytes),
  UPDATE (removed_by, removed_at, why) ON register.visit_photo TO registry_service;
