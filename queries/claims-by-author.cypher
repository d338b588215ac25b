// title: Claims by author and modality
// question.en: How many claims are there by author and by modality?
// question.fr: Combien d’affirmations par auteur et par modalité ?
// columns: asserted_by, modality, claims, articles
MATCH (who)<-[:ASSERTED_BY]-(claim:Claim)-[:EVIDENCED_IN]->(article:Article)
RETURN who.name AS asserted_by, claim.modality AS modality, count(claim) AS claims, count(DISTINCT article) AS articles
ORDER BY asserted_by, claims DESC, modality
