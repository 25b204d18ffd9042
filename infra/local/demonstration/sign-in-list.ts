export type SignIn = {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** The first thing this person sees, as the sign-in page promises it. */
  readonly firstThing: string;
};

/** The eleven people whom the demonstration's sign-in page offers, in its order. */
export const signInList: readonly SignIn[] = [
  {
    personId: 'maya-lapwing',
    email: 'maya.lapwing@brackenford.example',
    name: 'Maya Lapwing',
    role: 'Senior committee secretary: Health O&S Board, Health and Wellbeing Board, Partnership Executive',
    firstThing: 'Health O&S Board agenda: publish today',
  },
  {
    personId: 'tom-dunnock',
    email: 'tom.dunnock@brackenford.example',
    name: 'Tom Dunnock',
    role: 'Committee secretary: Council, Cabinet, Audit, Scrutiny Coordination; cover for Maya',
    firstThing: 'Cabinet 30 April: 3 working days to publish, 1 report blocked by its equality impact assessment',
  },
  {
    personId: 'grace-siskin',
    email: 'grace.siskin@nhs.brackenford.example',
    name: 'Grace Siskin',
    role: 'Board secretary: Governing Body, Primary Care Commissioning Committee',
    firstThing: 'A written resolution closing Thursday',
  },
  {
    personId: 'rowan-kestrel',
    email: 'cllr.rowan.kestrel@brackenford.example',
    name: 'Cllr Rowan Kestrel',
    role: 'Chair, Health O&S Board (Orchard Group, Abbey)',
    firstThing: '2 promises overdue to the Board, the worst by 32 working days',
  },
  {
    personId: 'farida-linnet',
    email: 'cllr.farida.linnet@brackenford.example',
    name: 'Cllr Farida Linnet',
    role: 'Vice-chair, Health O&S Board (River Group, Bridge)',
    firstThing: 'Papers of 25 April, one interest to consider',
  },
  {
    personId: 'des-corncrake',
    email: 'cllr.des.corncrake@brackenford.example',
    name: 'Cllr Des Corncrake',
    role: 'Cabinet member for environment (Orchard Group, Lockgate)',
    firstThing: 'His parking decision, in call-in until 18 April',
  },
  {
    personId: 'owen-sandpiper',
    email: 'owen.sandpiper@brackenford.example',
    name: 'Owen Sandpiper',
    role: 'Programme manager, Adult Services; report author',
    firstThing: 'What I owe; one report overdue in draft',
  },
  {
    personId: 'imran-godwit',
    email: 'imran.godwit@brackenford.example',
    name: 'Imran Godwit',
    role: 'Chief finance officer (s.151); clearing officer',
    firstThing: '2 reports waiting for me',
  },
  {
    personId: 'bea-wheatear',
    email: 'bea.wheatear@brackenford.example',
    name: 'Bea Wheatear',
    role: 'Equality lead; clearing officer',
    firstThing: '1 full equality impact assessment to sign off before Thursday',
  },
  {
    personId: 'helen-curlew',
    email: 'helen.curlew@brackenford.example',
    name: 'Helen Curlew',
    role: 'Monitoring officer, director of law',
    firstThing: '1 route that needs a reason',
  },
  {
    personId: 'sol-administrator',
    email: 'sol.administrator@brackenford.example',
    name: 'Sol Administrator',
    role: 'Administrator',
    firstThing: 'Bodies, procedures, holidays, failed messages',
  },
];
