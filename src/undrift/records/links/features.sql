-- What is compared of each child: one row an id, names folded to plain letters, what is not held left null.
WITH homes AS (
    SELECT addr_person_id AS child_id,
           nullif(upper(regexp_replace(addr_address_postcode, '[^0-9A-Za-z]', '', 'g')), '') AS postcode,
           CASE WHEN json_valid(addr_address_json) THEN addr_address_json END AS parts
    FROM records.ssd_address
    WHERE coalesce(addr_address_type, '') NOT ILIKE '%placement%'
    QUALIFY row_number() OVER (PARTITION BY addr_person_id
                               ORDER BY addr_address_end_date IS NULL DESC, addr_address_start_date DESC, addr_table_id) = 1
),
people AS (
    SELECT pers_person_id AS child_id,
           folded(pers_forename) AS said_forename,
           folded(pers_surname) AS surname,
           CASE WHEN pers_sex IN ('M', 'F') THEN pers_sex END AS sex,
           pers_dob AS born,
           CASE WHEN pers_dob IS NULL THEN pers_expected_dob END AS due,
           numbered(pers_upn) AS upn,
           coalesce(numbered(pers_single_unique_id), numbered(pers_common_child_id)) AS health_number,
           nullif(trim(pers_legacy_id), '') AS legacy_id,
           regexp_replace(upper(pers_person_id), '^([A-Z]*)0+', '\1') AS plain_id
    FROM records.ssd_person
    WHERE pers_person_id IS NOT NULL
    -- An id given twice over is an issue of the load; here the first row speaks for it.
    QUALIFY row_number() OVER (PARTITION BY pers_person_id ORDER BY _file, _row) = 1
)
SELECT p.* EXCLUDE (said_forename),
       -- A child not yet named is often entered as one of these.
       CASE WHEN NOT regexp_matches(said_forename, '^(unborn|baby|bump|unknown|not known|child|infant)\b') THEN said_forename END AS forename,
       sound(forename) AS forename_sound,
       sound(surname) AS surname_sound,
       CASE WHEN day(born) <= 12 AND day(born) <> month(born) THEN make_date(year(born), day(born), month(born)) END AS born_turned,
       h.postcode,
       nullif(lower(concat_ws(' ', json_extract_string(h.parts, '$.FLAT'), json_extract_string(h.parts, '$.HOUSE'),
                              json_extract_string(h.parts, '$.BUILDING'))), '') AS house
FROM people AS p LEFT JOIN homes AS h USING (child_id)
