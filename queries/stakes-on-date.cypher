// title: Who owned what on a date
// question.en: Who holds what in Horse, Flexis, The Future Is NEUTRAL and Verkor?
// question.fr: Qui détient quoi dans Horse, Flexis, The Future Is NEUTRAL et Verkor ?
// param companies: list = ["horse-powertrain", "flexis", "the-future-is-neutral", "verkor"]    // entity ids
// param day: string = "2026-11-22"                                                             // a date
// columns: company, holder, share, since, until, status, source, note
MATCH (holder:Org)-[stake:HOLDS_STAKE_IN]->(company:Org)
WHERE company.id IN $companies AND coalesce(stake.start, '0000') <= $day AND $day < coalesce(stake.end, '9999')
RETURN company.name AS company, holder.name AS holder, stake.share AS share, stake.start AS since, stake.end AS until,
  stake.status AS status, stake.source AS source, stake.note AS note
ORDER BY company, holder, since
