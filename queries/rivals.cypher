// title: The rivals of a car
// question.en: Which rivals does the A390 face?
// question.fr: À quelles rivales l’A390 fait-elle face ?
// param vehicle: string = "alpine-a390"    // an entity id
// columns: rival, brand, group, source, confidence
MATCH (:Vehicle {id: $vehicle})-[rivalry:COMPETES_WITH]-(rival:Vehicle)-[:MARKETED_BY]->(brand:Brand)
OPTIONAL MATCH (brand)-[:BRAND_OF]->(owner:Org)
RETURN rival.name AS rival, brand.name AS brand, coalesce(owner.name, brand.name) AS group,
  rivalry.source AS source, rivalry.confidence AS confidence
ORDER BY rival, brand
