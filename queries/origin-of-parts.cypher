// title: Where the parts of a car come from
// question.en: How much of the A390 chain is French?
// question.fr: Quelle part de la chaîne de l’A390 est française ?
// param vehicle: string = "alpine-a390"    // an entity id
// columns: part, site, country, status, designed_by, suppliers

// With no hop the part is the car itself.
MATCH (:Vehicle {id: $vehicle})-[:POWERED_BY|USES_BATTERY*0..1]->(part:Product)<-[made:PRODUCES]-(site:Site),
  (site)-[:LOCATED_IN*1..4]->(country:Country)
OPTIONAL MATCH (part)-[:DEVELOPED_BY]->(designer:Org)
WITH part, site, country, made, designer ORDER BY designer.name
WITH part, site, country, made, collect(designer.name) AS designers
OPTIONAL MATCH (part)-[:SUPPLIED_BY]->(supplier:Org)
WITH part, site, country, made, designers, supplier ORDER BY supplier.name
RETURN part.name AS part, site.name AS site, country.name AS country, made.status AS status, designers AS designed_by,
  collect(DISTINCT supplier.name) AS suppliers
ORDER BY part, site
