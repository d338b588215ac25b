// title: Which site makes which motor for which car
// question.en: Which site makes which motor for which electric car of Renault Group?
// question.fr: Quelle usine fabrique quel moteur pour quelle voiture électrique de Renault Group ?
// param group: string = "renault-group"    // an entity id
// columns: brand, car, motor, axle, site, since, status, source
MATCH (brand:Brand)-[:BRAND_OF]->({id: $group}), (car:Vehicle)-[:MARKETED_BY]->(brand), (car)-[use:POWERED_BY]->(motor:Motor)
OPTIONAL MATCH (site:Site)-[making:PRODUCES]->(motor)
RETURN brand.name AS brand, car.name AS car, motor.name AS motor, use.axle AS axle, site.name AS site, making.start AS since,
  coalesce(making.status, use.status) AS status, coalesce(making.source, use.source) AS source
ORDER BY brand, car, motor, site
