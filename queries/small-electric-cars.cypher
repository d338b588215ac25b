// title: Small electric cars and where they are made
// question.en: Which electric cars of a segment are there, where are they made, and below which price?
// question.fr: Quelles électriques du segment A y a-t-il, où sont-elles faites, et sous quel prix ?
// param segment: string = "segment-a"    // an entity id
// columns: vehicle, brand, launch, status, site, country, price_below, note
MATCH (car:Vehicle)-[:IN_SEGMENT]->({id: $segment}), (car)-[:MARKETED_BY]->(brand:Brand)
WHERE 'BEV' IN car.energy
OPTIONAL MATCH (car)<-[made:PRODUCES]-(site:Site)-[:LOCATED_IN*1..4]->(country:Country)
OPTIONAL MATCH (car)<-[:OBSERVATION_OF]-(price:Observation {property: 'price_from'})
RETURN car.name AS vehicle, brand.name AS brand, car.launch AS launch, made.status AS status, site.name AS site, country.name AS country,
  price.value AS price_below, car.note AS note
ORDER BY vehicle, site
