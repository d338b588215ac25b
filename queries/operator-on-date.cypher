// title: Who ran a site on a date
// question.en: Who operated Cléon on 2022-01-01, 2025-09-23 and 2026-12-01?
// question.fr: Qui exploitait Cléon le 1er janvier 2022, le 23 septembre 2025 et le 1er décembre 2026 ?
// param site: string = "cleon-plant"                                // an entity id
// param dates: list = ["2022-01-01", "2025-09-23", "2026-12-01"]    // dates
// columns: day, operator, status, since, until, source, note
UNWIND $dates AS day
MATCH (:Site {id: $site})-[mandate:OPERATED_BY]->(operator:Org)
WHERE coalesce(mandate.start, '0000') <= day AND day < coalesce(mandate.end, '9999')
RETURN day, operator.name AS operator, mandate.status AS status, mandate.start AS since, mandate.end AS until, mandate.source AS source,
  mandate.note AS note
ORDER BY day, operator
