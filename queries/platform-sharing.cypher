// title: The vehicles on a platform
// question.en: Which vehicles share the AmpR Small platform?
// question.fr: Quels véhicules partagent la plateforme AmpR Small ?
// param platform: string = "ampr-small"    // an entity id
// columns: vehicle, brand, status, sites
MATCH (:Platform {id: $platform})<-[use:USES_PLATFORM]-(vehicle:Vehicle)-[:MARKETED_BY]->(brand:Brand)
OPTIONAL MATCH (vehicle)<-[:PRODUCES]-(site:Site)
WITH vehicle, brand, use, site ORDER BY site.name
RETURN vehicle.name AS vehicle, brand.name AS brand, use.status AS status, collect(site.name) AS sites
ORDER BY brand, vehicle
