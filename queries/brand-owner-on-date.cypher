// title: Who owned a brand on a date
// question.en: Who owned Mobilize and Lada in 2021, and who at the end of 2026?
// question.fr: À qui appartenaient Mobilize et Lada en 2021, et à qui fin 2026 ?
// param brands: list = ["mobilize", "lada"]           // ids of brands
// param dates: list = ["2021-06-30", "2026-11-26"]    // dates
// columns: brand, day, tie, owner, since, until, status, source, held_by

// A brand belongs to a group, or a company runs it; who holds a part of that company on the day stands behind it.
UNWIND $dates AS day
MATCH (brand:Brand)-[tie:BRAND_OF|OPERATED_BY_BRAND_OWNER]->(owner:Org)
WHERE brand.id IN $brands AND partialDate.holds(tie.start, tie.end, day)
OPTIONAL MATCH (holder:Org)-[stake:HOLDS_STAKE_IN]->(owner) WHERE partialDate.holds(stake.start, stake.end, day)
WITH brand, day, tie, owner, holder, stake ORDER BY holder.name
RETURN brand.name AS brand, day, type(tie) AS tie, owner.name AS owner, tie.start AS since, tie.end AS until, tie.status AS status,
  tie.source AS source, collect(holder.name + coalesce(', ' + stake.share, '')) AS held_by
ORDER BY brand, day, tie, owner
