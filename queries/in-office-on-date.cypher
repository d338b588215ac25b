// title: Who was in office on a date
// question.en: Who led Renault Group, its brands and its sites on 23 September 2025?
// question.fr: Quels dirigeants de Renault Group étaient en poste le 23 septembre 2025 ?
// param group: string = "renault-group"    // an entity id
// param day: string = "2025-09-23"    // a date
// param no_office: list = ["Founder", "Brand ambassador", "F1 driver"]    // titles that are no office
// columns: person, title, at, since, until, status, as_of, confidence

// A mandate without a start counts when nobody knows that it had ended, so that its as-of date matters.
MATCH (person:Person)-[mandate:HOLDS_POSITION]->(place)
WHERE (place.id = $group OR (place)-[:BRAND_OF|OPERATED_BY]->({id: $group}))
  AND NOT mandate.title IN $no_office
  AND coalesce(mandate.start, '0000') <= $day AND $day < coalesce(mandate.end, '9999')
RETURN person.name AS person, mandate.title AS title, place.name AS at, mandate.start AS since, mandate.end AS until,
  mandate.status AS status, mandate.as_of AS as_of, mandate.confidence AS confidence
ORDER BY at, person, title
