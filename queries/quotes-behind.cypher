// title: The words behind a relation
// question.en: Which sentence founds a relation?
// question.fr: Montre la phrase qui fonde telle relation.
// param one: string = "cleon-plant"    // an entity id
// param other: string = "motor-7dl"    // an entity id
// columns: from, relation, to, quote, article, starts_at, ends_at, unit, asserted_by, date, source
MATCH ({id: $one})-[relation]-({id: $other})
WHERE relation.source IS NOT NULL
UNWIND evidence(relation) AS proof
RETURN startNode(relation).name AS from, type(relation) AS relation, endNode(relation).name AS to, proof.quote AS quote,
  proof.article AS article, proof.start AS starts_at, proof.end AS ends_at, proof.unit AS unit, proof.asserter AS asserted_by, proof.date AS date,
  proof.source AS source
ORDER BY relation, from, article, starts_at
