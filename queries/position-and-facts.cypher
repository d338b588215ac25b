// title: What supports a brand's position
// question.en: Which facts support the simple and rational position of Dacia?
// question.fr: Part de Dacia et position simple et rationnelle : quels faits l’appuient ?
// param brand: string = "dacia"             // an entity id
// param group: string = "renault-group"     // an entity id
// param property: string = "vehicles_sold"  // a property of observations
// columns: kind, what, value, unit, date, source, note
MATCH (claim:Claim)-[:SUBJECT]->({id: $brand}), (claim)-[:OBJECT]->(role:Role), (claim)-[place:EVIDENCED_IN]->(article:Article)
RETURN 'claimed role' AS kind, role.name AS what, place.quote AS value, null AS unit, claim.date AS date, article.id AS source,
  claim.modality AS note
UNION
MATCH (number:Observation)-[:OBSERVATION_OF]->(:Brand {id: $brand})
RETURN 'number' AS kind, number.property AS what, number.value AS value, number.unit AS unit, number.date AS date, number.source AS source,
  number.note AS note
UNION
MATCH (own:Observation {property: $property})-[:OBSERVATION_OF]->(:Brand {id: $brand}),
  (whole:Observation {property: $property})-[:OBSERVATION_OF]->({id: $group})
WHERE own.date = whole.date
RETURN 'share of the group' AS kind, $property AS what, round(1000.0 * own.value / whole.value) / 10 AS value, '%' AS unit, own.date AS date,
  own.source AS source, own.value + ' of ' + whole.value AS note
UNION
MATCH (price:Observation)-[:OBSERVATION_OF]->(car:Vehicle)-[:MARKETED_BY]->(:Brand {id: $brand})
WHERE price.property STARTS WITH 'price'
RETURN 'price' AS kind, car.name AS what, price.value AS value, price.unit AS unit, price.date AS date, price.source AS source, price.note AS note
