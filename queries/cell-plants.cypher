// title: The battery plants behind car plants
// question.en: From which battery plants do the cars of Dieppe and Douai get their cells?
// question.fr: De quelles usines de batteries viennent les cellules des voitures de Dieppe et de Douai ?
// param plants: list = ["dieppe-plant", "douai-plant"]    // entity ids of car plants
// columns: car_plant, battery_plant, operator, town, delivers, status, since, source
MATCH (battery:Gigafactory)-[delivery:SUPPLIES]->(plant:Site)
WHERE plant.id IN $plants
MATCH (battery)-[:OPERATED_BY]->(operator:Org), (battery)-[:LOCATED_IN]->(town:Place)
RETURN plant.name AS car_plant, battery.name AS battery_plant, operator.name AS operator, town.name AS town,
  delivery.component AS delivers, delivery.status AS status, delivery.start AS since, delivery.source AS source
UNION
// A supplier whose plant is not known here.
MATCH (plant:Site)-[:PRODUCES]->(car:Vehicle)<-[delivery:SUPPLIES]-(supplier:Org)
WHERE plant.id IN $plants AND toLower(delivery.component) CONTAINS 'batter' AND NOT EXISTS {
  MATCH (supplier)<-[:OPERATED_BY]-(:Gigafactory)-[:SUPPLIES]->(plant)
}
RETURN plant.name AS car_plant, null AS battery_plant, supplier.name AS operator, null AS town, car.name + ': ' + delivery.component AS delivers,
  delivery.status AS status, delivery.start AS since, delivery.source AS source
