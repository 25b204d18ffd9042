/**
 * Members who must be present for a principal council to do business: a quarter of the whole number, vacancies included
 * (LGA 1972 Sch 12 para 6); of those remaining when more than a third are disqualified at once (para 45). Committees
 * set their own in standing orders.
 */
export function councilQuorum(wholeNumber: number, disqualified: number): number {
  const counted = 3 * disqualified > wholeNumber ? wholeNumber - disqualified : wholeNumber;
  return Math.ceil(counted / 4);
}
