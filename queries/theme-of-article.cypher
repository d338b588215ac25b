// title: The thread of an article
// question.en: To which Sillage does the article belong?
// question.fr: Dans quel Sillage ranger l’article ?
// param article: string = "art-seed-cleon-pivot"    // an article id
// columns: series, theme, assigned, claims

// An article is assigned where it or a claim in it says so. With none assigned the choice is a person's: it is not known here.
MATCH (article:Article {id: $article})-[:PART_OF_SERIES]->(series:Series)-[:HAS_THEME]->(theme:Theme)
OPTIONAL MATCH (claim:Claim)-[:SUBJECT]->(article), (claim)-[:OBJECT]->(theme)
WITH article, series, theme, claim ORDER BY claim.id
WITH article, series, theme, collect(claim.id) AS claims
RETURN series.name AS series, theme.name AS theme, size(claims) > 0 OR EXISTS { MATCH (article)-[:PART_OF|ABOUT]->(theme) } AS assigned, claims
ORDER BY series, theme
