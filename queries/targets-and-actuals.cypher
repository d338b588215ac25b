// title: Targets, and what was measured
// question.en: Which targets were set, for when, and what has been measured?
// question.fr: Quels objectifs ont été fixés, pour quand, et qu’a-t-on mesuré ?
// param org: string = "renault-group"    // an entity id; its brands, subsidiaries, sites and products count, too
// columns: subject, target, value, unit, due, source, measured, measured_at, note

// What has no number to compare it with was not measured here.
MATCH (goal:Observation)-[:OBSERVATION_OF]->(subject)
WHERE (goal.property ENDS WITH '_target' OR goal.property STARTS WITH 'planned_')
  AND (subject.id = $org OR EXISTS { (subject)-[:BRAND_OF|SUBSIDIARY_OF|OPERATED_BY|OWNED_BY|PRODUCED_AT*1..2]->({id: $org}) })
WITH goal, subject, replace(replace(goal.property, '_target', ''), 'planned_', '') AS what
OPTIONAL MATCH (found:Observation)-[:OBSERVATION_OF]->(subject)
WHERE found.property IN [what, 'annual_' + what, 'vehicles_sold'] AND found.property <> goal.property
  AND (found.property <> 'vehicles_sold' OR what = 'sales')
RETURN subject.name AS subject, goal.property AS target, goal.value AS value, goal.unit AS unit, goal.date AS due, goal.source AS source,
  found.value AS measured, found.date AS measured_at, goal.note AS note
ORDER BY subject, target, due, measured_at
