// title: The vehicles that use a motor
// question.en: Which vehicles use the 7DL motor?
// question.fr: Quels véhicules utilisent le moteur 7DL ?
// param motor: string = "motor-7dl"    // an entity id
// columns: vehicle, brand, axle, status, since, source
MATCH (motor:Motor {id: $motor})-[use:POWERS]->(vehicle:Vehicle)-[:MARKETED_BY]->(brand:Brand)
RETURN vehicle.name AS vehicle, brand.name AS brand, use.axle AS axle, use.status AS status, use.start AS since, use.source AS source
ORDER BY vehicle, axle, status
