// title: Where a car is assembled, and where it may go
// question.en: Where is the A390 assembled, and could that change?
// question.fr: Où l’A390 est-elle assemblée, et cela peut-il changer ?
// param vehicle: string = "alpine-a390"    // an entity id
// columns: site, relation, status, since, confidence, source, note
MATCH (:Vehicle {id: $vehicle})-[link:PRODUCED_AT|ASSEMBLY_MAY_MOVE_TO]->(site:Site)
RETURN site.name AS site, type(link) AS relation, link.status AS status, link.start AS since, link.confidence AS confidence,
  link.source AS source, link.note AS note
ORDER BY status, site, relation
