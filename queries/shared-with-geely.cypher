// title: What two groups share
// question.en: What do Renault and Geely share?
// question.fr: Que partagent Renault et Geely ?
// param one: string = "renault-group"      // an entity id
// param other: string = "geely-holding"    // an entity id
// columns: shared, ties_to_one, shares_of_one, tie_to_other, share_of_other, vehicles, deals

// Companies in which both have a part, and platforms of the other that vehicles of the first use or that a deal of both concerns.
MATCH (shared)-[tie:STAKE_HELD_BY|OWNED_BY]->({id: $other})
WHERE tie.status <> 'ended'
OPTIONAL MATCH (shared)-[own:BRAND_OF|SUBSIDIARY_OF|STAKE_HELD_BY]->({id: $one})
WHERE own.status <> 'ended'
WITH shared, tie, own ORDER BY type(own)
WITH shared, tie, collect(type(own)) AS ties, collect(own.share) AS shares
OPTIONAL MATCH (shared)<-[:USES_PLATFORM]-(vehicle:Vehicle)-[:MARKETED_BY]->(:Brand)-[:BRAND_OF]->({id: $one})
WITH shared, tie, ties, shares, vehicle ORDER BY vehicle.name
WITH shared, tie, ties, shares, collect(vehicle.name) AS vehicles
OPTIONAL MATCH (shared)<-[:CONCERNS]-(deal:Event)-[:PARTICIPANT]->({id: $one})
WHERE EXISTS { MATCH (deal)-[:PARTICIPANT]->({id: $other}) }
WITH shared, tie, ties, shares, vehicles, deal ORDER BY deal.date
WITH shared, tie, ties, shares, vehicles, collect(deal.name) AS deals
WHERE size(ties) > 0 OR size(vehicles) > 0 OR size(deals) > 0
RETURN shared.name AS shared, ties AS ties_to_one, shares AS shares_of_one, type(tie) AS tie_to_other, tie.share AS share_of_other, vehicles,
  deals
ORDER BY shared, tie_to_other, share_of_other
