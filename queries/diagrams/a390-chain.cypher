// title.en: The supply chain of the Alpine A390
// title.fr: La chaîne de l’Alpine A390
// subtitle.en: who supplies, makes and sells
// subtitle.fr: qui fournit, fabrique et vend
// kind: supply-chain
// param vehicle: string = "alpine-a390"    // an entity id
// style: cite=yes
MATCH (car:Vehicle {id: $vehicle})-[sold:MARKETED_BY]->(brand:Brand)-[owned:BRAND_OF]->(group:Org)
OPTIONAL MATCH (car)-[part:POWERED_BY|USES_BATTERY|USES_PLATFORM]->(component)
OPTIONAL MATCH (component)<-[made:PRODUCES]-(:Site)
OPTIONAL MATCH (component)-[supplied:SUPPLIED_BY]->(:Org)
OPTIONAL MATCH (car)<-[assembled:PRODUCES]-(:Site)
RETURN DISTINCT car, sold, brand, owned, group, part, component, made, supplied, assembled
