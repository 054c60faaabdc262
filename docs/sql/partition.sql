-- One partition of a draw on PostgreSQL (15 or newer), by psql alone: for sites that run no program of this project.
-- The partition is a table or a view "unit" (id, stratum, class, standing: text; standing is drawable or resting).
--
--   freeze:  psql -qAtX -v ON_ERROR_STOP=1 -v name=沈阳 -v start=2 -v characters=2101 -v key=HEX -f partition.sql > 沈阳.census
--   draw:    psql … the same … -v seed=HEX -v plan=DIGEST -f partition.sql > 沈阳.partial     (with plan.tsv in the folder)
--
-- What comes out is what `ri partition count` and `ri partition draw` write, for `ri partition root` and `ri draw merge`.
-- Nothing leaves the site but counts, the root and the smallest tickets with their ids. sha-256 only. Source: random-inspection-draw/1.

SET client_encoding = 'UTF8';
SET bytea_output = 'hex';
BEGIN ISOLATION LEVEL REPEATABLE READ; -- root and tickets are of the same rows

-- Ids are well formed, distinct, and belong to this partition: otherwise nothing comes out.
CREATE TEMP TABLE refused ON COMMIT DROP AS
  SELECT id FROM unit
  WHERE id IS NULL OR id COLLATE "C" !~ '^[!-9;-~][!-~]{0,54}$' OR substr(id, :start + 1, length(:'characters')) <> :'characters'
    OR stratum IS NULL OR class IS NULL OR standing IS NULL OR standing NOT IN ('drawable', 'resting')
  UNION ALL (SELECT id FROM unit GROUP BY id HAVING count(*) > 1);
DO $$
BEGIN
  IF EXISTS (SELECT FROM refused) THEN
    RAISE EXCEPTION 'RI1375: unit % is malformed, twice, or of another partition', (SELECT id FROM refused ORDER BY id LIMIT 1);
  END IF;
END $$;

-- §1: salted leaves in the order of ids, then level by level; what has no neighbour goes up as it is.
CREATE TEMP TABLE node ON COMMIT DROP AS
  SELECT row_number() OVER (ORDER BY id COLLATE "C") - 1 AS n,
    sha256('\x00'::bytea || convert_to(
      encode(substr(sha256(convert_to(:'key' || id, 'UTF8')), 1, 16), 'hex') || E'\t' || id || E'\t' || stratum || E'\t' || class || E'\t' || standing, 'UTF8')) AS h
  FROM unit;
DO $$
BEGIN
  WHILE (SELECT count(*) FROM node) > 1 LOOP
    CREATE TEMP TABLE level ON COMMIT DROP AS
      SELECT a.n / 2 AS n, CASE WHEN b.h IS NULL THEN a.h ELSE sha256('\x01'::bytea || a.h || b.h) END AS h
      FROM node a LEFT JOIN node b ON b.n = a.n + 1 WHERE a.n % 2 = 0;
    DROP TABLE node;
    ALTER TABLE level RENAME TO node;
  END LOOP;
END $$;
SELECT count(*) AS size, coalesce((SELECT encode(h, 'hex') FROM node), encode(sha256(''), 'hex')) AS root FROM unit \gset

\if :{?seed}
  SELECT 'random-inspection-partial/1';
  SELECT concat_ws(E'\t', 'plan', :'plan');
  SELECT concat_ws(E'\t', 'partition', :'name', :'root', :'size');
\else
  SELECT 'random-inspection-census/1';
  SELECT concat_ws(E'\t', 'partition', :'name', :'start' || ':' || :'characters', :'root', :'size');
\endif
SELECT concat_ws(E'\t', 'cell', stratum, class, count(*), count(*) FILTER (WHERE standing = 'drawable')) FROM unit GROUP BY stratum, class;

-- §4 and §6: of each cell as many of the smallest tickets as are wanted in all.
\if :{?seed}
  CREATE TEMP TABLE wanted (stratum text, class text, wanted bigint) ON COMMIT DROP;
  \copy wanted FROM 'plan.tsv'
  SELECT concat_ws(E'\t', 'unit', wanted.stratum, wanted.class, encode(drawn.ticket, 'hex'), drawn.id)
  FROM wanted CROSS JOIN LATERAL (
    SELECT id, sha256(convert_to(:'seed' || id, 'UTF8')) AS ticket FROM unit
    WHERE unit.stratum = wanted.stratum AND unit.class = wanted.class AND unit.standing = 'drawable'
    ORDER BY ticket, id COLLATE "C" LIMIT wanted.wanted) AS drawn;
\endif
COMMIT;
