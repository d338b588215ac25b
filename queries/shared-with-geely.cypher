// title: What two groups share
// question.en: What do Renault and Geely share?
// question.fr: Que partagent Renault et Geely ?
// param one: string = "renault-group"      // an entity id
// param other: string = "geely-holding"    // an entity id
// columns: shared, kind, tie_of_one, share_of_one, tie_of_other, share_of_other
MATCH ({id: $one})<-[own:BRAND_OF|SUBSIDIARY_OF|STAKE_HELD_BY]-(shared)<-[other:HOLDS_STAKE_IN]-({id: $other})
WHERE own.status <> 'ended' AND other.status <> 'ended'
RETURN DISTINCT shared.name AS shared, labels(shared) AS kind, type(own) AS tie_of_one, own.share AS share_of_one,
  type(other) AS tie_of_other, other.share AS share_of_other
ORDER BY shared, tie_of_one, share_of_one, share_of_other
