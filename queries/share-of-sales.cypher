// title: What a brand weighs in its group
// question.en: How much did Alpine sell in 2025, and is that enough to pull the group?
// question.fr: Combien Alpine a-t-elle vendu en 2025, et cela suffit-il à « tirer le groupe » ?
// param group: string = "renault-group"    // an entity id
// param year: string = "2025"              // a year
// columns: brand, sold, percent_of_group, source, claim, polarity, quote
MATCH (group:Org {id: $group})<-[:OBSERVATION_OF]-(total:Observation {property: 'vehicles_sold', date: $year})
MATCH (group)<-[:BRAND_OF]-(brand:Brand)<-[:OBSERVATION_OF]-(sold:Observation {property: 'vehicles_sold', date: $year}),
  (sold)-[:FROM_SOURCE]->(source:Source)
OPTIONAL MATCH (brand)<-[:SUBJECT]-(claim:Claim {predicate: 'pulls_alone'})-[evidence:EVIDENCED_IN]->(:Article)
RETURN brand.name AS brand, sold.value AS sold, round(1000.0 * sold.value / total.value) / 10 AS percent_of_group, source.id AS source,
  claim.id AS claim, claim.polarity AS polarity, evidence.quote AS quote
ORDER BY sold DESC, brand, claim
