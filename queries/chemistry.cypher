// title: Which chemistry is in which car
// question.en: Which cell chemistry does each electric car of Renault Group have, and who supplies it?
// question.fr: Quelle chimie de cellules dans chaque électrique de Renault Group, et qui la fournit ?
// param group: string = "renault-group"    // an entity id
// columns: brand, car, battery, energy_kwh, chemistry, suppliers, status, source
MATCH (car:Vehicle)-[:MARKETED_BY]->(brand:Brand)-[:BRAND_OF]->({id: $group}), (car)-[use:USES_BATTERY]->(battery:Battery)
OPTIONAL MATCH (battery)-[:USES_TECHNOLOGY]->(chemistry:Technology) WHERE chemistry.name CONTAINS 'chemistry'
OPTIONAL MATCH (battery)-[:SUPPLIED_BY]->(supplier)
WITH brand, car, battery, use, chemistry, supplier ORDER BY supplier.name
RETURN brand.name AS brand, car.name AS car, battery.name AS battery, battery.energy_kwh AS energy_kwh, chemistry.name AS chemistry,
  collect(DISTINCT supplier.name) AS suppliers, use.status AS status, use.source AS source
ORDER BY brand, car, battery
