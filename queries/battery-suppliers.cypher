// title: Who supplies the batteries of electric cars
// question.en: Who supplies the batteries of each Renault EV?
// question.fr: Qui fournit les batteries de chaque électrique de Renault ?
// param brand: string = "renault"    // an entity id
// columns: vehicle, battery, energy_kwh, chemistry, suppliers, status, source, note
MATCH (:Brand {id: $brand})<-[:MARKETED_BY]-(car:Vehicle)-[use:USES_BATTERY]->(battery:Battery)
OPTIONAL MATCH (battery)-[:USES_TECHNOLOGY]->(chemistry:Technology)
WITH car, use, battery, chemistry ORDER BY chemistry.name
WITH car, use, battery, collect(chemistry.name) AS chemistry
OPTIONAL MATCH (battery)<-[:SUPPLIES]-(supplier:Org)
WITH car, use, battery, chemistry, supplier ORDER BY supplier.name
RETURN car.name AS vehicle, battery.name AS battery, battery.energy_kwh AS energy_kwh, chemistry,
  collect(DISTINCT supplier.name) AS suppliers, use.status AS status, use.source AS source, use.note AS note
ORDER BY vehicle, battery
