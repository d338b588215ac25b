// title: The sites around a car
// question.en: Which sites are within two hops of the A390?
// question.fr: Quels sites se trouvent à deux pas de l’A390 ?
// param vehicle: string = "alpine-a390"    // an entity id
// columns: site, kind, hops, statuses
MATCH path = (:Vehicle {id: $vehicle})-[:PRODUCED_AT|ASSEMBLY_MAY_MOVE_TO|POWERED_BY|USES_BATTERY*1..2]->(site:Site)
WITH site, length(path) AS hops, [link IN relationships(path) | link.status] AS statuses
RETURN DISTINCT site.name AS site, [label IN labels(site) WHERE label <> 'Site'][0] AS kind, hops, statuses
ORDER BY hops, site, statuses
