// title: Facts and opinions, counted
// question.en: Which claims are opinion rather than fact?
// question.fr: Quelles affirmations sont des opinions plutôt que des faits ?
// param article: string = "art-seed-cleon-pivot"    // an article id
// columns: modality, claims, negative
MATCH (claim:Claim)-[:EVIDENCED_IN]->(:Article {id: $article})
RETURN claim.modality AS modality, count(claim) AS claims, sum(CASE claim.polarity WHEN 'negative' THEN 1 ELSE 0 END) AS negative
ORDER BY claims DESC, modality
